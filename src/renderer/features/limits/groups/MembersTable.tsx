import { Text } from '@mantine/core'
import type { ExposureRow } from '../../../../main/core/limits/exposure.schema.ts'
import { useT } from '../../../app/i18n.ts'
import sheet from '../../../components/credit/credit.module.css'
import { AnchorLink } from '../../../components/links.tsx'
import { MoneyText } from '../../../components/MoneyText.tsx'

type Props = { members: readonly ExposureRow[]; currency: string }

/** What each member owes, largest first, and the sum that the shared limit measures. */
export const MembersTable = ({ members, currency }: Props) => {
  const t = useT()
  if (members.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('limits:groups.member.none')}
      </Text>
    )
  const sum = (of: (row: ExposureRow) => number) => members.reduce((total, row) => total + of(row), 0)
  return (
    <table className={sheet.sheet} aria-label={t('limits:groups.member.title')}>
      <thead>
        <tr>
          <th scope="col">{t('limits:groups.member.name')}</th>
          <th scope="col" className={sheet.right}>
            {t('limits:groups.member.exposure')} {currency}
          </th>
          <th scope="col" className={sheet.right}>
            {t('limits:exposure.columns.overdue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {members
          .toSorted((a, b) => b.total - a.total)
          .map((row) => (
            <tr key={row.customerId}>
              <th scope="row">
                <AnchorLink to="/customers/$id" params={{ id: row.customerId }} search={{ tab: 'credit' }}>
                  {row.name}
                </AnchorLink>
              </th>
              <td className={sheet.right}>
                <MoneyText amount={row.total} currency={currency} />
              </td>
              <td className={sheet.right}>
                <MoneyText amount={row.overdue.amount} currency={currency} />
              </td>
            </tr>
          ))}
        <tr data-total>
          <th scope="row">{t('limits:groups.members', { count: members.length })}</th>
          <td className={sheet.right}>
            <MoneyText amount={sum(({ total }) => total)} currency={currency} />
          </td>
          <td className={sheet.right}>
            <MoneyText amount={sum(({ overdue }) => overdue.amount)} currency={currency} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}
