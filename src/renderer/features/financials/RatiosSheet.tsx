import { Text, Title } from '@mantine/core'
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'
import type { Financials, Ratio, RatioTrend, Statement } from '../../../main/core/financials/financials.contract.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { type Translate, useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './financials.module.css'
import { lineNames } from './flag.words.ts'

const readings: Record<NonNullable<Ratio['reading']>, Tone> = { good: 'settled', fair: 'late', poor: 'risk' }

type Props = { statements: readonly Statement[]; trend: Financials['trend'] }

/** Every ratio with its formula beside, its value each year, what it says and where it goes. */
export const RatiosSheet = ({ statements, trend }: Props) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const [newest] = statements
  if (!newest) return null
  return (
    <section aria-label={t('financials:ratios.title')}>
      <Title order={2}>{t('financials:ratios.title')}</Title>
      <div className={classes.scroll}>
        <table className={classes.sheet} aria-label={t('financials:ratios.title')}>
          <thead>
            <tr>
              <th scope="col" className={classes.named}>
                {t('financials:ratios.ratio')}
              </th>
              {statements.map(({ id, closedOn }) => (
                <th key={id} scope="col" className={classes.right}>
                  {format.day(closedOn)}
                </th>
              ))}
              <th scope="col">{t('financials:ratios.reading')}</th>
              <th scope="col">{t('financials:ratios.trend')}</th>
            </tr>
          </thead>
          <tbody>
            {newest.ratios.map((ratio) => (
              <tr key={ratio.code}>
                <th scope="row">
                  {ratio[language]}
                  <span className={classes.formula}>{language === 'fr' ? ratio.formulaFr : ratio.formulaEn}</span>
                  {ratio.assumedTax && (
                    <span className={classes.formula}>
                      {t('financials:ratios.assumedTax', { rate: format.percent(ratio.assumedTax) })}
                    </span>
                  )}
                </th>
                {statements.map((year) => (
                  <td key={year.id} className={classes.right}>
                    <RatioValue ratio={year.ratios.find(({ code }) => code === ratio.code)} currency={year.currency} />
                  </td>
                ))}
                <td>
                  {ratio.reading ? (
                    <ToneBadge tone={readings[ratio.reading]}>{t(`financials:ratios.${ratio.reading}`)}</ToneBadge>
                  ) : ratio.reason ? (
                    <span className={classes.small}>
                      {t(`financials:ratios.${ratio.reason}`, { keys: lineNames(ratio.missing, language) })}
                    </span>
                  ) : (
                    <span className={classes.small}>{t('financials:ratios.noBound')}</span>
                  )}
                </td>
                <td>
                  <Trend trend={trend.find(({ code }) => code === ratio.code)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {t('financials:ratios.rule')}
      </Text>
    </section>
  )
}

const RatioValue = ({ ratio, currency }: { ratio: Ratio | undefined; currency: string }) => {
  const t = useT()
  const format = useFormat()
  if (!ratio || (ratio.value === null && ratio.amount === null))
    return <span className={classes.dim}>{t('common:none')}</span>
  if (ratio.unit === 'amount') return <MoneyText amount={ratio.amount ?? 0} currency={currency} />
  return <span className={classes.figure}>{valueText(ratio, format, t)}</span>
}

const valueText = ({ unit, value }: Ratio, format: Format, t: Translate): string => {
  const told = value ?? ''
  const text = unit === 'percent' ? format.percent(told) : format.decimal(told)
  const minus = text.replace('-', '\u2212')
  return unit === 'days' || unit === 'years' ? t(`financials:ratios.${unit}`, { value: minus }) : minus
}

/** The arrow follows the value; whether that is better is said in the word. */
const Trend = ({ trend }: { trend: RatioTrend | undefined }) => {
  const t = useT()
  if (!trend?.change) return <span className={classes.dim}>{t('financials:ratios.noTrend')}</span>
  const { change } = trend
  const [now, before] = trend.values.map(({ value }) => Number(value))
  const Arrow =
    change === 'stable' ? IconArrowRight : (now ?? 0) > (before ?? 0) ? IconArrowUpRight : IconArrowDownRight
  const tone = change === 'better' ? 'settled' : change === 'worse' ? 'risk' : undefined
  return (
    <span className={classes.trend} data-tone={tone}>
      <Arrow size={14} aria-hidden />
      {t(`financials:ratios.${change}`)}
    </span>
  )
}
