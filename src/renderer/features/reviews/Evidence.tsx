import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { alertSentence } from '../../components/credit/alertSentence.ts'
import { BehaviourSheet } from '../../components/credit/BehaviourSheet.tsx'
import { ExposureLines } from '../../components/credit/ExposureLines.tsx'
import { InsolvencyNote } from '../../components/credit/InsolvencyNote.tsx'
import { RatingsRow } from '../../components/credit/RatingsRow.tsx'
import { RatiosTable } from '../../components/credit/RatiosTable.tsx'
import { RecommendationSheet } from '../../components/credit/RecommendationSheet.tsx'
import { ScorecardSheet } from '../../components/credit/ScorecardSheet.tsx'
import classes from './reviews.module.css'
import { Section } from './Section.tsx'

/** What was known on the day it was frozen, unfolded: nobody must take a score on trust. */
export const EvidenceSections = ({ data: { evidence } }: { data: Review }) => (
  <>
    <div className={classes.pair}>
      <Section name="exposure">
        <ExposureLines exposure={evidence.exposure} />
        <LimitDecided evidence={evidence} />
      </Section>
      <Section name="behaviour">
        <BehaviourSheet behaviour={evidence.behaviour} />
      </Section>
    </div>
    <Section name="scorecard">
      <ScorecardSheet scorecard={evidence.scorecard} />
    </Section>
    <Section name="file">
      <RatiosTable statements={evidence.statements} />
      <RatingsRow ratings={evidence.ratings} />
    </Section>
    <Section name="warnings">
      <Warnings evidence={evidence} />
    </Section>
    <Section name="recommendation">
      <RecommendationSheet recommendation={evidence.recommendation} />
    </Section>
  </>
)

const LimitDecided = ({ evidence: { limit } }: { evidence: Review['evidence'] }) => {
  const t = useT()
  const format = useFormat()
  if (!limit) return null
  const { decidedOn, decidedBy, reason } = limit
  return (
    <p className={classes.small}>
      {t('reviews:review.limitDecided', { day: format.day(decidedOn), user: decidedBy, reason })}
    </p>
  )
}

const Warnings = ({ evidence }: { evidence: Review['evidence'] }) => {
  const t = useT()
  const format = useFormat()
  const { insolvency, openDisputes, alerts, exposure } = evidence
  const sentences = alerts.map((alert) => alertSentence(alert, exposure.currency, t, format))
  return (
    <div className={classes.stack}>
      <InsolvencyNote insolvency={insolvency} />
      <p className={classes.words}>
        {openDisputes.count === 0
          ? t('reviews:review.warnings.noDisputes')
          : t('reviews:review.warnings.disputes', {
              count: openDisputes.count,
              amount: format.money(openDisputes.amount, exposure.currency),
            })}
      </p>
      {sentences.length === 0 ? (
        <p className={classes.words}>{t('reviews:review.warnings.noAlerts')}</p>
      ) : (
        <ul className={classes.reasons}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
