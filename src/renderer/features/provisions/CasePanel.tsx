import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ProvisionCase } from '../../../main/core/provisions/provisions.schema.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import classes from './provisions.module.css'

type Props = { row: ProvisionCase; currency: string; onClose: () => void }

/** One debt: how it comes to its base, what speaks for doubt, what was decided, and its VAT. */
export const CasePanel = ({ row, currency, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const money = (amount: number) => format.money(amount, currency)
  const { gross, credits, tax, taxSource, insured, base, amount, decision, signs } = row
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t('provisions:panel.title', { number: row.number, name: row.customerName })}
      label={row.number}
    >
      <Facts
        facts={[
          [t('provisions:panel.gross'), money(gross)],
          credits > 0 && [t('provisions:panel.credits'), money(-credits)],
          [t('provisions:panel.tax'), `${money(0 - tax)}, ${t(`provisions:panel.taxFrom.${taxSource}`)}`],
          insured > 0 && [t('provisions:panel.insured'), money(-insured)],
          [t('provisions:panel.base'), money(base)],
          decision?.kind === 'doubtful' && [t('provisions:panel.probability'), format.percent(decision.probability)],
          amount !== null && [t('provisions:panel.amount'), <strong key="amount">{money(amount)}</strong>],
        ]}
      />
      <Title order={3}>{t('provisions:panel.signs')}</Title>
      {signs.length === 0 ? (
        <Text size="sm">{t('provisions:panel.noSign')}</Text>
      ) : (
        <ul className={classes.signs}>
          {signs.map(({ ground, since, detail }) => (
            <li key={ground}>
              {t(`provisions:sign.${ground}`, {
                day: since ? format.day(since) : '',
                detail,
                count: Number(detail) || 0,
              })}
            </li>
          ))}
        </ul>
      )}
      <Title order={3}>{t('provisions:panel.history')}</Title>
      <History itemId={row.itemId} />
      {tax > 0 && (
        <>
          <Title order={3}>{t('provisions:panel.vat')}</Title>
          <Text size="sm">{t('provisions:panel.vatText', { amount: money(tax) })}</Text>
        </>
      )}
      <Group gap="xs">
        <ButtonLink to="/customers/$id" params={{ id: row.customerId }} variant="default" size="xs">
          {t('provisions:panel.customer')}
        </ButtonLink>
        <ButtonLink to="/dunning/write-offs" variant="default" size="xs">
          {t('provisions:panel.writeOffs')}
        </ButtonLink>
      </Group>
    </SidePanel>
  )
}

const History = ({ itemId }: { itemId: string }) => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery(api.provisions.history.queryOptions({ input: { itemId } }))
  if (!data) return <ErrorNote error={error} />
  if (data.decisions.length === 0) return <Text size="sm">{t('provisions:panel.undecided')}</Text>
  return data.decisions.map(({ id, kind, ground, probability, note, day, by, documentId, documentName }) => (
    <div key={id}>
      <Text size="sm" fw={600}>
        {kind === 'sound'
          ? t('provisions:panel.sound')
          : t('provisions:panel.doubtful', {
              percent: format.percent(probability),
              ground: t(`provisions:ground.${ground ?? 'other'}`),
            })}
      </Text>
      {note !== '' && <Text size="sm">{note}</Text>}
      <Text size="xs" c="dimmed">
        {t('provisions:panel.by', { day: format.day(day), person: by })}
      </Text>
      {documentId && <AttachedFile documentId={documentId} documentName={documentName} onAttach={null} />}
    </div>
  ))
}
