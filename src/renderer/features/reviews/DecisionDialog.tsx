import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { type Deed, useConsequence } from './useConsequence.ts'
import { useReviewWords } from './useReviewWords.ts'

/** Asks for the reason of an answer, and names what it does. */
export const DecisionDialog = ({ data, deed, onClose }: { data: Review; deed: Deed; onClose: () => void }) => {
  const t = useT()
  const { review, proposals } = data
  const words = useReviewWords(review.currency)
  const [reason, setReason] = useState('')
  const [nextReviewOn, setNext] = useState<string | null>(null)
  const last = proposals.at(-1)
  const sentences = useConsequence(data, deed)
  const feedback = { done: t(`reviews:review.decide.done.${deed}`), onDone: onClose, quiet: true }
  const decide = useCommand(api.reviews.decide.mutationOptions(), feedback)
  const cancel = useCommand(api.reviews.cancel.mutationOptions(), feedback)
  const command = deed === 'cancel' ? cancel : decide
  const withdraws = deed === 'approve' && last?.kind === 'withdraw'
  return (
    <FormDialog
      title={t(`reviews:review.decide.titles.${deed}`, { user: last?.by ?? '', reference: review.reference })}
      onClose={onClose}
      submit={
        withdraws
          ? t('reviews:review.decide.submit.withdraw')
          : t(`reviews:review.decide.submit.${deed}`, { amount: words.limit(last?.amount ?? null) })
      }
      grave={withdraws}
      disabled={reason.trim() === ''}
      pending={command.isPending}
      error={command.error}
      onSubmit={() => {
        if (deed === 'cancel') cancel.mutate({ id: review.id, reason })
        else decide.mutate({ id: review.id, answer: deed, reason, nextReviewOn })
      }}
    >
      <Note tone={withdraws ? 'risk' : 'neutral'} role="status">
        {sentences.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
      </Note>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={deed === 'cancel' ? 1000 : 4000}
        label={t(deed === 'return' ? 'reviews:review.decide.question' : 'reviews:review.decide.reason')}
        description={deed === 'approve' || deed === 'refuse' ? t('reviews:review.decide.reasonHint') : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      {(deed === 'approve' || deed === 'refuse') && (
        <DayInput
          clearable
          label={t('reviews:review.decide.next')}
          description={t('reviews:review.proposal.nextHint')}
          value={nextReviewOn}
          onChange={setNext}
        />
      )}
    </FormDialog>
  )
}
