import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { OwnerInput } from '../../components/OwnerInput.tsx'

/** Suspends the reminders of one item with a reason, or lifts the suspension. */
export const ItemHold = ({ item }: { item: ItemRow }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const { data } = useQuery(api.dunning.holds.queryOptions({ input: { customerId: item.customerId } }))
  const [editing, setEditing] = useState(false)
  const release = useCommand(api.dunning.releaseHold.mutationOptions(), { done: t('receivables:hold.released') })
  const holds = (data?.holds ?? []).filter((hold) => hold.itemId === null || hold.itemId === item.id)

  if (item.open <= 0) return null
  if (editing) return <HoldForm item={item} onEnd={() => setEditing(false)} />
  if (holds.length === 0)
    return readOnly ? null : (
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setEditing(true)}>
        {t('receivables:hold.set')}
      </Button>
    )
  return (
    <Stack gap="xs">
      <Title order={3}>{t('receivables:hold.title')}</Title>
      {holds.map((hold) => (
        <Stack key={hold.id} gap={4}>
          <Text size="sm">
            {hold.reason},{' '}
            {hold.until
              ? t('receivables:hold.untilDay', { day: format.day(hold.until) })
              : t('receivables:hold.openEnded')}
          </Text>
          {hold.owner !== '' && (
            <Text size="sm">
              {t('common:owner')} {hold.owner}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('receivables:hold.since', { day: format.day(hold.createdOn), user: hold.createdBy })}
          </Text>
          {hold.itemId === null ? (
            <Text size="sm">{t('receivables:hold.wholeCustomer')}</Text>
          ) : readOnly ? null : (
            <Button variant="default" loading={release.isPending} onClick={() => release.mutate({ id: hold.id })}>
              {t('receivables:hold.release')}
            </Button>
          )}
        </Stack>
      ))}
    </Stack>
  )
}

const HoldForm = ({ item, onEnd }: { item: ItemRow; onEnd: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const hold = useCommand(api.dunning.hold.mutationOptions(), {
    done: t('receivables:hold.done'),
    undo: (made) => client.dunning.releaseHold({ id: made.id }),
    onDone: onEnd,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) hold.mutate({ customerId: item.customerId, itemId: item.id, reason, owner, until })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Title order={3}>{t('receivables:hold.set')}</Title>
        <Text size="sm">{t('receivables:hold.consequence')}</Text>
        <TextInput
          data-autofocus
          autoFocus
          required
          label={t('receivables:hold.reason')}
          description={t('receivables:hold.reasonHint')}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <OwnerInput value={owner} onChange={setOwner} />
        <DayInput
          w="100%"
          clearable
          minDate={today}
          label={t('receivables:hold.until')}
          description={t('receivables:hold.untilHint')}
          value={until}
          onChange={setUntil}
        />
        <Group gap="xs">
          <Button type="submit" loading={hold.isPending} disabled={!reason.trim()}>
            {t('receivables:hold.confirm')}
          </Button>
          <Button variant="default" onClick={onEnd}>
            {t('receivables:hold.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
