import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ButtonLink } from '../../components/links.tsx'
import classes from './provisions.module.css'

/** Bad debts whose VAT asks for something, each with the notice to its customer one click away. */
export const VatToRecover = () => {
  const t = useT()
  const format = useFormat()
  const mayIssue = !useReadOnly('issue')
  const { data } = useQuery(api.writeoffs.list.queryOptions({ input: { show: 'vat', limit: 50 } }))
  const notice = useCommand(api.writeoffs.vatNotice.mutationOptions(), {
    done: t('provisions:vat.done'),
    onDone: ({ name, file }) => saveFile(name, file),
  })
  if (!data || data.writeOffs.length === 0) return null
  return (
    <section>
      <Title order={2} id="provision-vat">
        {t('provisions:vat.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('provisions:vat.about')}
      </Text>
      <table className={classes.table} aria-labelledby="provision-vat">
        <thead>
          <tr>
            <th scope="col">{t('provisions:vat.reference')}</th>
            <th scope="col">{t('provisions:vat.customer')}</th>
            <th scope="col" className={classes.right}>
              {t('provisions:vat.tax')}
            </th>
            <th scope="col">{t('provisions:vat.state')}</th>
            <th scope="col">{t('provisions:vat.deadline')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.writeOffs.map(({ id, reference, customerName, currency, tax }) => (
            <tr key={id}>
              <th scope="row">{reference}</th>
              <td>{customerName}</td>
              <td className={classes.right}>{tax.tax === null ? '–' : format.money(tax.tax, currency)}</td>
              <td>{t(`provisions:vat.states.${tax.state}`)}</td>
              <td>{tax.deadline === null ? '–' : format.day(tax.deadline)}</td>
              <td>
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  {mayIssue && tax.state === 'notice' && (
                    <Button size="compact-xs" variant="default" onClick={() => notice.mutate({ id })}>
                      {t('provisions:vat.notice')}
                    </Button>
                  )}
                  <ButtonLink size="compact-xs" variant="subtle" to="/dunning/write-offs" search={{ show: 'vat', id }}>
                    {t('provisions:vat.open')}
                  </ButtonLink>
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
