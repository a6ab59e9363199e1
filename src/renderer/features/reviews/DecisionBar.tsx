import { Button, Group, Kbd, Text } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import { currentOf } from './proposal.draft.ts'
import classes from './reviews.module.css'
import { goToProposal } from './Section.tsx'
import type { Deed } from './useConsequence.ts'
import { useReviewWords } from './useReviewWords.ts'

const keys = { approve: 'a', refuse: 'r', return: 'q', cancel: 'x' } as const satisfies Record<Deed, string>
const answers = ['return', 'refuse', 'approve'] as const

/** Always in sight: what is to be decided, by whom, and what the acting person may do about it. */
export const DecisionBar = ({ data }: { data: Review }) => {
  const t = useT()
  const mayPrepare = !useReadOnly('edit')
  const mayAnswer = !useReadOnly('approve')
  const { review, proposals, mayDecide, mayNotBecause, mayTakeBack, route } = data
  const words = useReviewWords(review.currency)
  const [deed, setDeed] = useState<Deed | null>(null)
  const takeBack = useCommand(api.reviews.takeBack.mutationOptions(), { done: t('reviews:review.proposal.takenBack') })
  const last = proposals.at(-1)
  const submitted = review.state === 'submitted'
  const deeds: readonly Deed[] = submitted ? (mayDecide && mayAnswer ? answers : []) : mayPrepare ? ['cancel'] : []
  const preparing = !submitted && mayPrepare
  const back = mayTakeBack && mayPrepare
  useShortcuts([
    ...deeds.map((one) => ({ key: keys[one], label: t(`reviews:review.decide.${one}`), run: () => setDeed(one) })),
    ...(preparing ? [{ key: 'p', label: t('reviews:review.decide.propose'), run: goToProposal }] : []),
    ...(back
      ? [
          {
            key: 't',
            label: t('reviews:review.proposal.takeBack'),
            run: () => takeBack.mutate({ id: review.id }),
          },
        ]
      : []),
  ])
  const people = route
    .filter(({ role, state, person }) => role === 'decider' && state !== 'later' && person !== '')
    .map(({ person }) => person)
    .join(', ')
  return (
    <section className={classes.bar} aria-label={t('reviews:review.decide.bar')}>
      <div className={classes.grow}>
        {last && submitted && (
          <Text fw={600}>
            {last.kind === 'withdraw'
              ? t('reviews:kind.withdraw')
              : `${words.limit(currentOf(data, last.scope))} → ${words.limit(last.amount)}`}
          </Text>
        )}
        {!mayDecide && mayNotBecause && (
          <Text size="sm" c={submitted ? 'var(--late)' : 'dimmed'}>
            {t(`reviews:review.decide.because.${mayNotBecause}`, {
              people: people || t('reviews:review.decide.because.someone'),
            })}
          </Text>
        )}
        {submitted && mayDecide && !mayAnswer && (
          <Text size="sm" c="var(--late)">
            {t('errors:people.not-allowed', { permission: 'approve' })}
          </Text>
        )}
        {last && submitted && (
          <Text size="xs" c="dimmed" className={classes.clamp}>
            {last.reason}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap">
        {back && (
          <Button
            variant="subtle"
            loading={takeBack.isPending}
            rightSection={<Kbd size="xs">t</Kbd>}
            onClick={() => takeBack.mutate({ id: review.id })}
          >
            {t('reviews:review.proposal.takeBack')}
          </Button>
        )}
        {deeds.map((one) => (
          <Button
            key={one}
            variant={one === 'approve' ? 'filled' : 'default'}
            rightSection={<Kbd size="xs">{keys[one]}</Kbd>}
            onClick={() => setDeed(one)}
          >
            {t(`reviews:review.decide.${one}`)}
          </Button>
        ))}
        {preparing && (
          <Button rightSection={<Kbd size="xs">p</Kbd>} onClick={goToProposal}>
            {t('reviews:review.decide.propose')}
          </Button>
        )}
      </Group>
      {deed && <DecisionDialog data={data} deed={deed} onClose={() => setDeed(null)} />}
    </section>
  )
}
