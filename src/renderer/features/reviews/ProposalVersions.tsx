import { Group, Text } from '@mantine/core'
import type { Review, ReviewProposal, ReviewRow } from '../../../main/core/reviews/reviews.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { readableTerms } from '../../components/TermsInput.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import classes from './reviews.module.css'
import { proposalWords } from './useQueueWords.ts'

const tones: Partial<Record<ReviewProposal['state'], Tone>> = { approved: 'settled', refused: 'risk', returned: 'late' }

/** Every version of the proposal with its answer, the last first: refused and returned ones stay. */
export const ProposalVersions = ({ data: { review, proposals } }: { data: Review }) => {
  const t = useT()
  return (
    <ol className={classes.versions} aria-label={t('reviews:review.proposal.versions')}>
      {proposals.toReversed().map((one) => (
        <Version key={one.version} proposal={one} review={review} />
      ))}
    </ol>
  )
}

const Version = ({ proposal, review }: { proposal: ReviewProposal; review: ReviewRow }) => {
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  const { kind, amount, until, terms, scope, riskClass, nextReviewOn, state } = proposal
  const details = [
    scope === 'group' && t('reviews:review.proposal.forGroup'),
    until !== null && t('reviews:review.proposal.untilDay', { day: format.day(until) }),
    terms !== null && (readableTerms(terms, language) ?? terms),
    riskClass !== null && t('reviews:review.proposal.classOf', { class: riskClass }),
    nextReviewOn !== null && t('reviews:review.proposal.nextOn', { day: format.day(nextReviewOn) }),
  ].filter(Boolean)
  const answered = {
    state: t(`reviews:review.proposal.state.${state}`),
    user: proposal.answeredBy,
    person: proposal.answeredFor,
    day: proposal.answeredOn ? format.day(proposal.answeredOn) : '',
  }
  return (
    <li className={classes.version}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {proposalWords({ ...review, kind, proposed: amount }, t, format)}
        </Text>
        <ToneBadge tone={tones[state]}>{t(`reviews:review.proposal.state.${state}`)}</ToneBadge>
        <Text size="xs" c="dimmed">
          {t('reviews:review.proposal.version', { version: proposal.version })}{' '}
          {t('reviews:review.proposal.by', { user: proposal.by, day: format.day(proposal.on) })}
        </Text>
      </Group>
      {details.length > 0 && (
        <Text size="sm" c="dimmed">
          {details.join(' · ')}
        </Text>
      )}
      <p className={classes.written}>{proposal.reason}</p>
      {proposal.conditions !== '' && (
        <p className={classes.written}>
          <Text span size="sm" c="dimmed">
            {t('reviews:review.proposal.conditions')}{' '}
          </Text>
          {proposal.conditions}
        </p>
      )}
      {proposal.answeredOn && (
        <div className={classes.answer}>
          <Text size="xs" c="dimmed">
            {t(proposal.answeredFor ? 'reviews:review.proposal.answerFor' : 'reviews:review.proposal.answer', answered)}
          </Text>
          {proposal.answer !== '' && <p className={classes.written}>{proposal.answer}</p>}
        </div>
      )}
    </li>
  )
}
