import type { Input, Recommendation } from '../../../main/core/recommendations/recommendations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../MoneyText.tsx'
import { readableTerms } from '../TermsInput.tsx'
import { ToneBadge } from '../ToneBadge.tsx'
import { agencyName } from './agencyName.ts'
import classes from './credit.module.css'
import { RecommendedTerms } from './RecommendedTerms.tsx'

/** The limit that the policy's methods recommend: each with its arithmetic, the binding one marked, then how they combine. */
export const RecommendationSheet = ({ recommendation }: { recommendation: Recommendation }) => {
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  const { amount, currency, candidates, steps, ceiling, factor, combine } = recommendation
  const money = (value: number) => format.money(value, currency)
  const figureOf = ({ unit, value }: Input): string => {
    if (value === null) return t('credit:recommendation.unknown')
    if (unit === 'amount') return money(Number(value))
    return unit === 'percent'
      ? format.percent(value)
      : t('credit:recommendation.days', { value: format.decimal(value) })
  }
  const sourceOf = ({ source, day, by }: Input): string =>
    t(`credit:recommendation.source.${source}`, {
      day: day ? format.day(day) : '',
      by: source === 'terms' ? (readableTerms(by, language) ?? by) : agencyName(by, t),
    })
  return (
    <div className={classes.stack}>
      <table className={classes.sheet} aria-label={t('credit:recommendation.title')}>
        <thead>
          <tr>
            <th scope="col">{t('credit:recommendation.columns.method')}</th>
            <th scope="col">{t('credit:recommendation.columns.arithmetic')}</th>
            <th scope="col" className={classes.right}>
              {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((one) => (
            <tr key={one.method} data-off={one.amount === null || undefined} data-binds={one.binds || undefined}>
              <th scope="row">
                {t(`credit:recommendation.method.${one.method}`)}{' '}
                {one.binds && <ToneBadge>{t('credit:recommendation.binds')}</ToneBadge>}
              </th>
              <td>
                {t(
                  `credit:recommendation.formula.${one.inputs.some(({ code }) => code === 'tax') ? 'needWithoutTax' : one.method}`,
                )}
                {one.inputs.length > 0 && (
                  <div className={classes.inputs}>
                    {one.inputs.map((input) => (
                      <span key={input.code}>
                        {t(`credit:recommendation.input.${input.code}`)} <strong>{figureOf(input)}</strong>
                        {input.value !== null && ` (${sourceOf(input)})`}
                      </span>
                    ))}
                  </div>
                )}
              </td>
              <td className={classes.right}>
                {one.amount === null ? (
                  t(`credit:recommendation.reason.${one.reason ?? 'missing'}`)
                ) : (
                  <MoneyText amount={one.amount} currency={currency} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={classes.sheet} aria-label={t('credit:recommendation.steps')}>
        <tbody>
          <tr>
            <td colSpan={2} className={classes.small}>
              {t(`credit:recommendation.combine.${combine}`)}
              {factor !== null &&
                ` ${
                  recommendation.class === null
                    ? t('credit:recommendation.factorOnly', { factor: format.decimal(factor) })
                    : t('credit:recommendation.factor', {
                        class: recommendation.class,
                        factor: format.decimal(factor),
                      })
                }.`}
            </td>
          </tr>
          {steps.map((step) => (
            <tr key={step.code} data-off={step.amount === 0 || undefined}>
              <th scope="row">{t(`credit:recommendation.step.${step.code}`)}</th>
              <td className={classes.right}>
                <MoneyText amount={step.amount} currency={currency} />
              </td>
            </tr>
          ))}
          <tr data-total>
            <th scope="row">{t('credit:recommendation.total')}</th>
            <td className={classes.right}>{amount === null ? t('credit:recommendation.none') : money(amount)}</td>
          </tr>
        </tbody>
      </table>
      {amount === null && <p className={classes.words}>{t('credit:recommendation.noneText')}</p>}
      {ceiling && (
        <p className={classes.small}>
          {t(ceiling.applied ? 'credit:recommendation.ceilingApplied' : 'credit:recommendation.ceiling', {
            day: format.day(ceiling.until),
            amount: money(ceiling.amount),
          })}
        </p>
      )}
      <RecommendedTerms recommendation={recommendation} />
    </div>
  )
}
