import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './figures.module.css'

const MOST = 200

/** What each supplier is owed on a day, and what was bought of them: the list behind DPO. */
export const SupplierList = ({ asOf, months }: { asOf: string; months: number }) => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery({
    ...api.payables.suppliers.queryOptions({ input: { asOf, months, limit: MOST } }),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorNote error={error} />
  if (!data) return null
  const { suppliers, total, currency } = data
  if (total === 0) return <Text size="sm">{t('figures:list.none')}</Text>
  return (
    <>
      {total > suppliers.length && (
        <Text size="xs" c="dimmed">
          {t('figures:list.more', { count: suppliers.length })}
        </Text>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures:suppliers.name')}</th>
            <th scope="col" className={classes.right}>
              {t('figures:suppliers.owed')}
            </th>
            <th scope="col" className={classes.right}>
              {t('figures:suppliers.purchases')}
            </th>
          </tr>
        </thead>
        <tbody>
          {suppliers.map(({ code, name, owed, purchases }) => (
            <tr key={code}>
              <th scope="row">{name || code}</th>
              <td className={classes.amount}>{format.money(owed, currency)}</td>
              <td className={classes.amount}>{format.money(purchases, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
