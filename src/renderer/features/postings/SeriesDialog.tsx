import { Group, NumberInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Posting, postingNumber } from '../../../main/core/postings/postings.contract.ts'
import { seriesOf } from '../../../main/core/postings/postings.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'

/** Numbers of a roll of labels, in the order of the list: the last one is shown before any is given. */
export const SeriesDialog = ({ postings, onClose }: { postings: readonly Posting[]; onClose: () => void }) => {
  const t = useT()
  const count = postings.length
  const [typed, setTyped] = useState('')
  const [step, setStep] = useState(1)
  const read = postingNumber.safeParse(typed)
  const first = read.success ? read.data : ''
  const numbers = first ? seriesOf(first, count, step) : null
  const give = useCommand(api.postings.number.mutationOptions(), {
    quiet: true,
    done: t('postings:series.done', { count }),
    onDone: onClose,
  })
  const letterIds = postings.map(({ letterId }) => letterId)
  return (
    <FormDialog
      title={t('postings:series.title')}
      submit={t('postings:series.submit', { count })}
      disabled={!numbers}
      pending={give.isPending}
      error={give.error}
      onSubmit={() => give.mutate({ letterIds, first, step })}
      onClose={onClose}
    >
      <Text size="sm">{t('postings:series.about')}</Text>
      <Group align="flex-start" wrap="nowrap">
        <TextInput
          data-autofocus
          flex={1}
          label={t('postings:series.first')}
          placeholder="1A 123 456 789 01"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={typed !== '' && !numbers ? t('postings:series.none') : null}
        />
        <NumberInput
          w={90}
          label={t('postings:series.step')}
          min={1}
          max={1000}
          allowDecimal={false}
          value={step}
          onChange={(value) => setStep(Number(value) || 1)}
        />
      </Group>
      {numbers && (
        <Text size="sm" fw={600} role="status">
          {t('postings:series.range', { first: numbers[0], last: numbers.at(-1) })}
        </Text>
      )}
    </FormDialog>
  )
}
