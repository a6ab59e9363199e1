import { Button, Group, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { RecordedAct } from '../../../main/core/limitations/limitations.contract.ts'
import { ACTS } from '../../../main/core/limitations/regimes.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import classes from './limitation.module.css'

/** Acts that somebody recorded, the newest first; those withdrawn stay, said as such. */
export const ActList = ({ acts }: { acts: readonly RecordedAct[] }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<{ what: 'end' | 'withdraw'; act: RecordedAct } | null>(null)
  if (acts.length === 0) return null
  const close = () => setAsked(null)
  return (
    <section aria-label={t('limitation:acts.title')}>
      <Title order={3}>{t('limitation:acts.title')}</Title>
      <Table aria-label={t('limitation:acts.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('limitation:acts.day')}</Table.Th>
            <Table.Th>{t('limitation:acts.act')}</Table.Th>
            <Table.Th>{t('limitation:acts.items')}</Table.Th>
            <Table.Th>{t('limitation:acts.by')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {acts.map((act) => {
            const going = ACTS[act.kind].lasts && act.until === null && !act.withdrawn
            return (
              <Table.Tr key={act.id}>
                <Table.Td className={classes.figure}>{format.day(act.day)}</Table.Td>
                <Table.Td>
                  {t(`limitation:kind.${act.kind}`)}
                  {going && `, ${t('limitation:acts.ongoing')}`}
                  {act.until && `, ${t('limitation:acts.until', { day: format.day(act.until) })}`}
                  {act.note !== '' && (
                    <Text size="xs" c="dimmed">
                      {act.note}
                    </Text>
                  )}
                  {act.documentId && (
                    <AttachedFile documentId={act.documentId} documentName={act.documentName} onAttach={null} />
                  )}
                  {act.withdrawn && (
                    <Text size="xs">
                      {t('limitation:acts.withdrawn', { ...act.withdrawn, day: format.day(act.withdrawn.on) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {act.whole
                    ? t('limitation:acts.whole', { count: act.items.length })
                    : act.items.map(({ number }) => number).join(', ')}
                </Table.Td>
                <Table.Td>{act.by}</Table.Td>
                <Table.Td ta="right">
                  {act.fromElsewhere ? (
                    <Text size="xs" c="dimmed">
                      {t('limitation:acts.elsewhere')}
                    </Text>
                  ) : (
                    !act.withdrawn && (
                      <Group gap={4} justify="flex-end" wrap="nowrap">
                        {going && (
                          <Button
                            variant="subtle"
                            size="compact-xs"
                            disabled={readOnly}
                            onClick={() => setAsked({ what: 'end', act })}
                          >
                            {t('limitation:acts.end')}
                          </Button>
                        )}
                        <Button
                          variant="subtle"
                          size="compact-xs"
                          disabled={readOnly}
                          onClick={() => setAsked({ what: 'withdraw', act })}
                        >
                          {t('limitation:acts.withdraw')}
                        </Button>
                      </Group>
                    )
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {asked?.what === 'end' && <EndDialog act={asked.act} onClose={close} />}
      {asked?.what === 'withdraw' && <WithdrawDialog act={asked.act} onClose={close} />}
    </section>
  )
}

const EndDialog = ({ act, onClose }: { act: RecordedAct; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [until, setUntil] = useState<Day | null>(today)
  const end = useCommand(api.limitations.endAct.mutationOptions(), {
    done: t('limitation:acts.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('limitation:acts.endTitle', { day: format.day(act.day) })}
      onClose={onClose}
      submit={t('limitation:acts.endSubmit')}
      disabled={until === null}
      pending={end.isPending}
      error={end.error}
      onSubmit={() => until && end.mutate({ id: act.id, until })}
    >
      <Text size="sm">{t('limitation:acts.endText')}</Text>
      <DayInput
        data-autofocus
        required
        w={200}
        label={t('limitation:act.until')}
        minDate={act.day}
        maxDate={today}
        value={until}
        onChange={setUntil}
      />
    </FormDialog>
  )
}

const WithdrawDialog = ({ act, onClose }: { act: RecordedAct; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(api.limitations.withdrawAct.mutationOptions(), {
    done: t('limitation:acts.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('limitation:acts.withdrawTitle', { day: format.day(act.day) })}
      onClose={onClose}
      grave
      submit={t('limitation:acts.withdrawSubmit')}
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ id: act.id, reason })}
    >
      <Text size="sm">{t('limitation:acts.withdrawText')}</Text>
      <TextInput
        data-autofocus
        required
        maxLength={500}
        label={t('limitation:acts.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
