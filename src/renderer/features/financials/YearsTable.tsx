import { Text, Title } from '@mantine/core'
import { Fragment } from 'react'
import type { FigureKey } from '../../../main/core/financials/figure-keys.schema.ts'
import { figureDefinitions } from '../../../main/core/financials/figures.rules.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './financials.module.css'
import { YearHead } from './YearHead.tsx'

/** What is read of a statement, in the order of the forms. */
const groups: readonly { id: 'result' | 'assets' | 'liabilities'; keys: readonly FigureKey[] }[] = [
  {
    id: 'result',
    keys: [
      'revenue',
      'valueAdded',
      'staffCosts',
      'grossOperatingSurplus',
      'ebit',
      'financialCharges',
      'netResult',
      'cashFlow',
    ],
  },
  { id: 'assets', keys: ['totalAssets', 'fixedAssets', 'stocks', 'tradeReceivables', 'cash', 'currentAssets'] },
  {
    id: 'liabilities',
    keys: [
      'equity',
      'shareCapital',
      'financialDebt',
      'tradePayables',
      'taxAndSocialDebts',
      'currentLiabilities',
      'totalDebt',
    ],
  },
]
const strong = new Set<FigureKey>(['revenue', 'netResult', 'totalAssets', 'equity'])

type Props = { statements: readonly Statement[]; older: number; onEdit: (statement: Statement) => void }

/** Up to three years side by side, the newest first: what each is, then its figures. */
export const YearsTable = ({ statements, older, onEdit }: Props) => {
  const t = useT()
  const language = useLanguage()
  const currencies = new Set(statements.map(({ currency }) => currency))
  const [currency] = currencies
  return (
    <section aria-label={t('financials:years.title')}>
      <Title order={2}>{t('financials:years.title')}</Title>
      <div className={classes.scroll}>
        <table className={classes.sheet} aria-label={t('financials:years.title')}>
          <thead>
            <tr>
              <th scope="col">{currencies.size === 1 && t('financials:years.amounts', { currency })}</th>
              {statements.map((statement) => (
                <th key={statement.id} scope="col" className={classes.year}>
                  <YearHead statement={statement} onEdit={onEdit} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id, keys }) => (
              <Fragment key={id}>
                <tr data-group>
                  <th scope="rowgroup" colSpan={statements.length + 1}>
                    {t(`financials:years.${id}`)}
                  </th>
                </tr>
                {keys.map((key) => (
                  <tr key={key}>
                    <th scope="row">{figureDefinitions[key][language]}</th>
                    {statements.map(({ id: year, figures, currency: own }) => {
                      const figure = figures[key]
                      return (
                        <td key={year} className={classes.right}>
                          {figure ? (
                            <MoneyText
                              amount={figure.amount}
                              currency={own}
                              strong={strong.has(key)}
                              showCurrency={currencies.size > 1}
                            />
                          ) : (
                            <span className={classes.dim}>{t('financials:years.none')}</span>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {older > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('financials:years.older', { count: older })}
        </Text>
      )}
    </section>
  )
}
