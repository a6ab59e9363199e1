import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { OwnerInput } from '../../components/OwnerInput.tsx'

type Props = { customer: Customer; opened: boolean; onClose: () => void }

export const HoldForm = ({ customer, opened, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState('')
  const [until, setUntil] = useState<Day | null>(null)
  const hold = useCommand(api.dunning.hold.mutationOptions(), {
    done: t('customers:hold.done'),
    undo: ({ id }) => client.dunning.releaseHold({ id }),
    onDone: () => {
      setReason('')
      setOwner('')
      setUntil(null)
      onClose()
    },
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('customers:hold.title', { name: customer.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          hold.mutate({ customerId: customer.id, reason, owner, until })
        }}
      >
        <Stack>
          <Text size="sm">{t('customers:hold.text')}</Text>
          <Textarea
            label={t('customers:hold.reason')}
            placeholder={t('customers:hold.reasonPlaceholder')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={300}
            required
            data-autofocus
          />
          <OwnerInput value={owner} onChange={setOwner} />
          <DayInput
            label={t('customers:hold.until')}
            description={t('customers:hold.untilText')}
            value={until}
            onChange={setUntil}
            minDate={today}
            clearable
            w={220}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''} loading={hold.isPending}>
              {t('customers:hold.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
