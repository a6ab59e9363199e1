import { Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Score, Statement, StatementScore } from '../../../main/core/financials/financials.contract.ts'
import { useFormat } from '../../app/format.ts'
import { type Translate, useLanguage, useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './financials.module.css'
import { lineNames } from './flag.words.ts'

const tones: Record<string, Tone> = {
  'very-good': 'settled',
  good: 'settled',
  safe: 'settled',
  normal: 'settled',
  alert: 'late',
  grey: 'late',
  uncertain: 'late',
  danger: 'risk',
  failing: 'risk',
  distress: 'risk',
  'at-risk': 'risk',
}

/** Each score with its whole working: terms, ratios, coefficients, contributions. */
export const ScoreSheets = ({ statements }: { statements: readonly Statement[] }) => {
  const t = useT()
  const format = useFormat()
  const [year, setYear] = useState<string | null>(null)
  const statement = statements.find(({ id }) => id === year) ?? statements[0]
  if (!statement) return null
  return (
    <section aria-label={t('financials:scores.title')}>
      <Group justify="space-between">
        <Title order={2}>{t('financials:scores.title')}</Title>
        {statements.length > 1 && (
          <SegmentedControl
            aria-label={t('financials:scores.year')}
            value={statement.id}
            onChange={setYear}
            data={statements.map(({ id, closedOn }) => ({ value: id, label: format.day(closedOn) }))}
          />
        )}
      </Group>
      <div className={classes.scores}>
        {statement.scores.map((score) => (
          <article key={score.model} className={classes.score} aria-label={t(`financials:scores.model.${score.model}`)}>
            {score.score === null ? <NoScore score={score} /> : <Working score={score} />}
          </article>
        ))}
      </div>
    </section>
  )
}

const NoScore = ({ score }: { score: Extract<StatementScore, { score: null }> }) => {
  const t = useT()
  const language = useLanguage()
  const keys = lineNames(
    score.keys.map((key) => (key === 'valueAddedBefore' ? 'valueAdded' : key)),
    language,
  )
  return (
    <>
      <strong>{t(`financials:scores.model.${score.model}`)}</strong>
      <Text size="sm" c="dimmed">
        {t(`financials:scores.${score.reason}`, { keys })}
      </Text>
    </>
  )
}

const failureWords = (probability: Score['probability'], t: Translate): string | null => {
  if (!probability) return null
  const { above, below } = probability
  if (above !== null && below !== null) return t('financials:scores.probabilityBetween', { above, below })
  if (above !== null) return t('financials:scores.probabilityAbove', { above })
  return below === null ? null : t('financials:scores.probabilityBelow', { below })
}

const Working = ({ score }: { score: Extract<StatementScore, { score: string }> }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  // A real minus, as amounts have.
  const signed = (value: string) => format.decimal(value).replace('-', '\u2212')
  const failure = failureWords(score.probability, t)
  const rest = [
    ['constant', score.constant],
    ['rounding', score.rounding],
  ] as const
  return (
    <>
      <div className={classes.scoreHead}>
        <strong>{t(`financials:scores.model.${score.model}`)}</strong>
        <span className={classes.points}>{signed(score.score)}</span>
        <ToneBadge tone={tones[score.class]}>{score.zone[language]}</ToneBadge>
        {failure && <span className={classes.small}>{failure}</span>}
      </div>
      <table className={classes.sheet} aria-label={t(`financials:scores.model.${score.model}`)}>
        <thead>
          <tr>
            <th scope="col">{t('financials:scores.term')}</th>
            <th scope="col" className={classes.right}>
              {t('financials:scores.ratio')}
            </th>
            <th scope="col" className={classes.right}>
              {t('financials:scores.coefficient')}
            </th>
            <th scope="col" className={classes.right}>
              {t('financials:scores.contribution')}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.terms.map((term) => (
            <tr key={term.code}>
              <th scope="row">
                <span className={classes.code}>{term.code}</span> {term[language]}
              </th>
              <td className={classes.right}>{signed(term.value)}</td>
              <td className={classes.right}>× {signed(term.coefficient)}</td>
              <td className={classes.right}>{signed(term.contribution)}</td>
            </tr>
          ))}
          {rest.map(
            ([name, value]) =>
              Number(value) !== 0 && (
                <tr key={name}>
                  <th scope="row" colSpan={3}>
                    {t(`financials:scores.${name}`)}
                  </th>
                  <td className={classes.right}>{signed(value)}</td>
                </tr>
              ),
          )}
          <tr data-total>
            <th scope="row" colSpan={3}>
              {t('financials:scores.total')}
            </th>
            <td className={classes.right}>{signed(score.score)}</td>
          </tr>
        </tbody>
      </table>
      <p className={classes.caution}>
        {[
          score.outsideRange && t('financials:scores.outsideRange'),
          score.annualised && t('financials:scores.annualised'),
          score.caution[language],
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  )
}
