import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Posting, postingNumber } from '../../../main/core/postings/postings.contract.ts'
import { api } from '../../api/client.ts'
import { errorText } from '../../api/errors.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'

/** The post's number, typed or scanned; Enter keeps it and goes to the next letter without one. */
export const NumberForm = ({ posting, onNext }: { posting: Posting; onNext: () => void }) => {
  const t = useT()
  const [typed, setTyped] = useState(posting.number)
  const read = postingNumber.safeParse(typed)
  const keep = useCommand(api.postings.number.mutationOptions(), { quiet: true, onDone: onNext })
  const changed = read.success && read.data !== posting.number
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (changed) keep.mutate({ letterIds: [posting.letterId], numbers: [typed] })
        else if (read.success && typed !== '') onNext()
      }}
    >
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <TextInput
          autoFocus
          flex={1}
          label={t('postings:panel.number')}
          description={t('postings:panel.numberHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed}
          onChange={(event) => {
            keep.reset()
            setTyped(event.currentTarget.value)
          }}
          error={keep.error ? errorText(keep.error, t) : read.success ? null : t('postings:series.none')}
        />
        <Button type="submit" mt={25} disabled={!changed} loading={keep.isPending}>
          {t('postings:panel.keep')}
        </Button>
      </Group>
    </form>
  )
}
