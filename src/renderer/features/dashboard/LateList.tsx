import { Title } from '@mantine/core'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DaysLate } from '../../components/DaysLate.tsx'
import { AnchorLink } from '../../components/links.tsx'
import type { Overview } from './BoardCards.tsx'
import classes from './dashboard.module.css'

type Props = { late: Overview['late']; currency: string; asOf: string }

/** Who owes most of what is late. */
export const LateList = ({ late, currency, asOf }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <section>
      <Title order={2} id="board-late">
        {t('dashboard:late.title')}
      </Title>
      {late.length === 0 ? (
        <p className={classes.quiet}>{t('dashboard:late.empty')}</p>
      ) : (
        <>
          <table className={classes.table} aria-labelledby="board-late">
            <thead>
              <tr>
                <th scope="col">{t('dashboard:late.customer')}</th>
                <th scope="col" className={classes.right}>
                  {t('dashboard:late.amount')}
                </th>
                <th scope="col" className={classes.right}>
                  {t('dashboard:late.days')}
                </th>
              </tr>
            </thead>
            <tbody>
              {late.map(({ customerId, name, amount, daysLate }) => (
                <tr key={customerId}>
                  <th scope="row" className={classes.name} data-wide>
                    <AnchorLink to="/customers/$id" params={{ id: customerId }}>
                      {name}
                    </AnchorLink>
                  </th>
                  <td className={classes.right}>{format.money(amount, currency)}</td>
                  <td className={classes.right}>
                    <DaysLate days={daysLate} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <AnchorLink to="/receivables" search={{ asOf, show: 'overdue' }} className={classes.more}>
            {t('dashboard:late.all')}
          </AnchorLink>
        </>
      )}
    </section>
  )
}
