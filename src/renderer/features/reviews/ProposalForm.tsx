import { Button, Checkbox, Group, Kbd, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { RiskClass } from '../../../main/core/policy/credit-policy.schema.ts'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { countedClassOf } from '../../../main/core/reviews/reviews.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import { TermsInput } from '../../components/TermsInput.tsx'
import { aboveCeiling, currentOf, draftOf, inputOf, kindOf, type ProposalDraft } from './proposal.draft.ts'
import classes from './reviews.module.css'
import { PROPOSED_AMOUNT } from './Section.tsx'
import { useReviewWords } from './useReviewWords.ts'
import { WhoDecides } from './WhoDecides.tsx'

/** What is proposed: the amount tells whether it extends, keeps or reduces, and who will decide it. */
export const ProposalForm = ({ data }: { data: Review }) => {
  const t = useT()
  const { review, evidence } = data
  const first = useRef(draftOf(data))
  const [draft, setDraft] = useState<ProposalDraft>(first.current)
  const change = (part: Partial<ProposalDraft>) => setDraft((old) => ({ ...old, ...part }))
  const words = useReviewWords(review.currency)
  const current = currentOf(data, draft.scope)
  const kind = kindOf(draft, current)
  const input = inputOf(draft, current)
  const recommended = evidence.recommendation.amount
  const { group } = evidence.exposure
  const above = aboveCeiling(draft, evidence)
  const ready = input !== null && (!above || draft.aboveFirstCeiling)
  const dirty = JSON.stringify(draft) !== JSON.stringify(first.current)
  const submit = useCommand(api.reviews.submit.mutationOptions(), {
    done: t('reviews:review.proposal.submitted'),
    quiet: true,
    onDone: () => {
      first.current = draft
    },
  })
  const exposure = draft.scope === 'group' ? (group?.total ?? 0) : evidence.exposure.total
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !submit.isPending) submit.mutate({ id: review.id, ...input })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <Stack gap="sm" className={classes.form}>
        {group && (
          <SegmentedControl
            aria-label={t('reviews:review.proposal.scope')}
            style={{ alignSelf: 'flex-start' }}
            value={draft.scope}
            onChange={(scope) => change({ scope: scope === 'group' ? 'group' : 'customer' })}
            data={[
              { value: 'customer', label: t('reviews:review.proposal.scopes.customer') },
              { value: 'group', label: t('reviews:review.proposal.scopes.group', { name: group.name }) },
            ]}
          />
        )}
        <Group align="flex-end" gap="sm">
          <MoneyInput
            id={PROPOSED_AMOUNT}
            w={190}
            required
            label={t('reviews:review.proposal.amount')}
            currency={review.currency}
            disabled={draft.withdraw}
            value={draft.withdraw ? 0 : draft.amount}
            onChange={(amount) => change({ amount })}
          />
          {recommended !== null && recommended !== draft.amount && !draft.withdraw && (
            <Button variant="default" onClick={() => change({ amount: recommended })}>
              {t('reviews:review.proposal.takeRecommended', { amount: words.money(recommended) })}
            </Button>
          )}
          <Checkbox
            pb={8}
            label={t('reviews:review.proposal.withdraw')}
            checked={draft.withdraw}
            onChange={(event) => change({ withdraw: event.currentTarget.checked })}
          />
        </Group>
        <div role="status">
          {kind && (
            <Text size="sm" fw={600}>
              {current === null && kind === 'extend'
                ? t(
                    draft.amount === 0
                      ? 'reviews:review.proposal.becomes.firstCash'
                      : 'reviews:review.proposal.becomes.first',
                    { after: words.limit(draft.amount) },
                  )
                : t(`reviews:review.proposal.becomes.${kind}`, {
                    before: words.limit(current),
                    after: words.limit(draft.amount),
                    change: words.change((draft.amount ?? 0) - (current ?? 0)),
                  })}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {recommended === null
              ? t('reviews:review.proposal.nothingRecommended')
              : t('reviews:review.proposal.recommended', { amount: words.money(recommended) })}
          </Text>
          {!draft.withdraw && draft.amount !== null && draft.amount < exposure && (
            <Text size="sm" c="var(--late)">
              {t('reviews:review.proposal.belowExposure', { amount: words.money(exposure) })}
            </Text>
          )}
        </div>
        {above && evidence.recommendation.ceiling && (
          <Note tone="late">
            <Checkbox
              label={t('reviews:review.proposal.aboveCeiling', {
                ceiling: words.money(evidence.recommendation.ceiling.amount),
              })}
              checked={draft.aboveFirstCeiling}
              onChange={(event) => change({ aboveFirstCeiling: event.currentTarget.checked })}
            />
          </Note>
        )}
        <Textarea
          required
          autosize
          minRows={3}
          maxRows={12}
          maxLength={4000}
          label={t('reviews:review.proposal.reason')}
          description={t('reviews:review.proposal.reasonHint')}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <Textarea
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2000}
          label={t('reviews:review.proposal.conditions')}
          description={t('reviews:review.proposal.conditionsHint')}
          value={draft.conditions}
          onChange={(event) => change({ conditions: event.currentTarget.value })}
        />
        <div className={classes.fields}>
          <DayInput
            w="100%"
            clearable
            disabled={draft.withdraw}
            label={t('reviews:review.proposal.until')}
            description={t('reviews:review.proposal.untilHint')}
            value={draft.withdraw ? null : draft.until}
            onChange={(until) => change({ until })}
          />
          <TermsInput
            label={t('reviews:review.proposal.terms')}
            description={t('reviews:review.proposal.termsHint')}
            value={draft.terms}
            onChange={(terms) => change({ terms })}
          />
          <Select
            clearable
            label={t('reviews:review.proposal.class')}
            description={
              evidence.scorecard.class === null
                ? t('reviews:review.proposal.classHintNone')
                : t('reviews:review.proposal.classHint', { class: evidence.scorecard.class })
            }
            data={['1', '2', '3', '4', '5'].map((value) => ({
              value,
              label: `${value}, ${t(`credit:riskClassMeaning.${value as '1'}`)}`,
            }))}
            value={draft.riskClass === null ? null : String(draft.riskClass)}
            onChange={(value) => change({ riskClass: value === null ? null : Number(value) })}
          />
          <DayInput
            w="100%"
            clearable
            label={t('reviews:review.proposal.next')}
            description={t('reviews:review.proposal.nextHint')}
            value={draft.nextReviewOn}
            onChange={(nextReviewOn) => change({ nextReviewOn })}
          />
        </div>
        {kind && (
          <WhoDecides
            kind={kind}
            amount={draft.withdraw ? 0 : (draft.amount ?? 0)}
            measured={{ amount: current, inForce: evidence.exposure.limitState === 'set' }}
            riskClass={countedClassOf(
              draft.riskClass as RiskClass | null,
              evidence.scorecard.class as RiskClass | null,
            )}
            first={above}
            currency={review.currency}
          />
        )}
        <ErrorNote error={submit.error} />
        <Button
          type="submit"
          disabled={!ready}
          loading={submit.isPending}
          style={{ alignSelf: 'flex-start' }}
          rightSection={<Kbd size="xs">Ctrl+{t('common:shortcuts.keys.enter')}</Kbd>}
        >
          {draft.withdraw
            ? t('reviews:review.proposal.submitWithdraw')
            : t('reviews:review.proposal.submit', { amount: words.limit(draft.amount) })}
        </Button>
      </Stack>
      <LeaveGuard dirty={dirty && !submit.isSuccess} />
    </form>
  )
}
