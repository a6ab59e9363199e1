import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Evidence } from '../../../main/core/reviews/reviews.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../MoneyText.tsx'
import classes from './credit.module.css'

/** A year as a sheet of evidence tells it. */
export type StatementYear = Evidence['statements'][number]

const figures = ['revenue', 'grossOperatingSurplus', 'netResult', 'equity', 'totalAssets'] as const
/** What is looked at first (domain 3.2). */
const main = [
  'frng',
  'bfr',
  'netCash',
  'currentRatio',
  'equityRatio',
  'gearing',
  'repaymentCapacity',
  'ebitdaMargin',
  'netMargin',
]

/** Up to three years side by side, the newest first: key figures, ratios, scores. */
export const RatiosTable = ({ statements }: { statements: readonly StatementYear[] }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const [newest] = statements
  if (!newest) return <p className={classes.words}>{t('credit:statements.empty')}</p>
  const ratios = newest.ratios.filter(({ code }) => all || main.includes(code))
  const models = newest.scores.map(({ model }) => model)
  const ratioText = (ratio: StatementYear['ratios'][number] | undefined, currency: string) => {
    if (!ratio || (ratio.value === null && ratio.amount === null)) return t('credit:statements.notMeaningful')
    if (ratio.unit === 'amount') return <MoneyText amount={ratio.amount ?? 0} currency={currency} />
    const value = format.decimal(ratio.value ?? '')
    if (ratio.unit === 'percent') return format.percent(ratio.value ?? '')
    if (ratio.unit === 'days') return t('credit:statements.days', { value })
    return ratio.unit === 'years' ? t('credit:statements.years', { value }) : value
  }
  return (
    <div className={classes.stack}>
      <div className={classes.scroll}>
        <table className={classes.sheet} aria-label={t('credit:statements.title')}>
          <thead>
            <tr>
              <th scope="col">{newest.currency}</th>
              {statements.map(({ id, closedOn, months }) => (
                <th key={id} scope="col" className={classes.right}>
                  {format.day(closedOn)}
                  {months !== 12 && ` (${t('credit:statements.months', { months })})`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures
              .filter((key) => statements.some((one) => one.figures[key] !== undefined))
              .map((key) => (
                <tr key={key}>
                  <th scope="row">{t(`credit:statements.figure.${key}`)}</th>
                  {statements.map((one) => (
                    <td key={one.id} className={classes.right}>
                      {one.figures[key] === undefined ? (
                        '–'
                      ) : (
                        <MoneyText amount={one.figures[key]} currency={one.currency} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            {ratios.map((ratio) => (
              <tr key={ratio.code}>
                <th scope="row">{ratio[language]}</th>
                {statements.map((one) => (
                  <td key={one.id} className={classes.right}>
                    {ratioText(
                      one.ratios.find(({ code }) => code === ratio.code),
                      one.currency,
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {models.map((model) => (
              <tr key={model}>
                <th scope="row">{t(`credit:statements.model.${model}`)}</th>
                {statements.map((one) => {
                  const score = one.scores.find((each) => each.model === model)
                  return (
                    <td key={one.id} className={classes.right}>
                      {score?.score == null ? t('credit:statements.notMeaningful') : format.decimal(score.score)}
                      {score?.zone[language] && <div className={classes.small}>{score.zone[language]}</div>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {newest.ratios.length > main.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'credit:statements.fewer' : 'credit:statements.all')}
        </Button>
      )}
    </div>
  )
}
