import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatIban } from '../../../main/core/customers/identifiers.rules.ts'
import type { EInvoiceView } from '../../../main/core/einvoices/einvoices.contract.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { isShown, useKeptFile } from '../../components/files/useKeptFile.tsx'
import { Note } from '../../components/Note.tsx'
import { formatName } from './profile.ts'

/** The electronic invoice an item came from: what it says, what it should say, its file. */
export const ItemEInvoice = ({ item }: { item: ItemRow }) => {
  const invoice = useQuery(api.einvoices.ofItem.queryOptions({ input: { itemId: item.id } })).data?.invoice
  return invoice ? <EInvoice invoice={invoice} /> : null
}

const EInvoice = ({ invoice }: { invoice: EInvoiceView }) => {
  const t = useT()
  const format = useFormat()
  const file = useKeptFile()
  const kept = {
    documentId: invoice.documentId,
    fileName: invoice.fileName,
    mediaType: /\.pdf$/i.test(invoice.fileName) ? 'application/pdf' : 'application/xml',
    executable: false,
  }
  const money = (amount: number) => format.money(amount, invoice.currency)
  const said = (key: 'terms' | 'order' | 'contract' | 'buyerReference' | 'deliveryNote' | 'paymentReference') =>
    invoice[key] !== '' && ([t(`einvoices:${key}`), invoice[key]] as const)
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={3}>{t('einvoices:title')}</Title>
        <Button variant="default" size="compact-sm" onClick={() => file.open(kept)} loading={file.pending}>
          {t(isShown(kept) ? 'einvoices:open' : 'einvoices:save')}
        </Button>
      </Group>
      {invoice.missingMentions.length > 0 && (
        <Note tone="late" title={t('einvoices:missing')}>
          <Text size="sm">
            {invoice.missingMentions.map((mention) => t(`einvoices:mention.${mention}`)).join(' · ')}
          </Text>
          <Text size="sm">{t('einvoices:missingText')}</Text>
        </Note>
      )}
      <Facts
        facts={[
          [t('einvoices:format'), formatName(invoice.syntax, invoice.profile)],
          [t('einvoices:seller'), invoice.sellerName],
          [t('einvoices:buyer'), invoice.buyerName],
          [t('einvoices:net'), money(invoice.net)],
          [t('einvoices:tax'), money(invoice.tax)],
          [t('einvoices:gross'), money(invoice.gross)],
          invoice.prepaid !== 0 && [t('einvoices:prepaid'), money(invoice.prepaid)],
          invoice.prepaid !== 0 && [t('einvoices:payable'), money(invoice.payable)],
          said('order'),
          said('contract'),
          said('buyerReference'),
          said('deliveryNote'),
          invoice.deliveredOn !== null && [t('einvoices:deliveredOn'), format.day(invoice.deliveredOn)],
          said('terms'),
          invoice.iban !== '' && [t('einvoices:iban'), formatIban(invoice.iban) || invoice.iban],
          said('paymentReference'),
          invoice.preceding.length > 0 && [
            t('einvoices:preceding'),
            invoice.preceding
              .map(({ number, issued }) =>
                issued ? t('einvoices:precedingOf', { number, day: format.day(issued) }) : number,
              )
              .join(', '),
          ],
        ]}
      />
    </Stack>
  )
}
