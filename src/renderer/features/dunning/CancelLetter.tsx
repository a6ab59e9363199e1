import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { LetterRow } from '../../../main/core/dunning/dunning.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'

/** Cancels a letter that was not sent, with a reason; it cannot be taken back, so the consequence is named first. */
export const CancelLetter = ({ letter }: { letter: LetterRow }) => {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = useCommand(api.dunning.cancelLetter.mutationOptions(), {
    done: t('dunning:letters.cancelDone'),
    onDone: () => setAsking(false),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) cancel.mutate({ id: letter.id, reason })
  }
  return (
    <>
      <Button variant="subtle" color="gray" c="var(--risk)" onClick={() => setAsking(true)}>
        {t('dunning:letters.cancel')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('dunning:letters.cancelTitle', { reference: letter.reference })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm">{t('dunning:letters.cancelText')}</Text>
            <Textarea
              data-autofocus
              required
              autosize
              minRows={2}
              maxLength={500}
              label={t('dunning:letters.cancelReason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('dunning:letters.cancelBack')}
              </Button>
              <Button type="submit" color="red.9" disabled={!reason.trim()} loading={cancel.isPending}>
                {t('dunning:letters.cancelConfirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
