import { Button, Kbd, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useTask } from '../../app/tasks.ts'
import { FormDialog } from '../../components/FormDialog.tsx'

const PAGE = 1000

/** Every open line whose first candidate is ready. */
const readyLines = async (signal: AbortSignal): Promise<string[]> => {
  const ready: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { lines } = await client.bank.proposals({ offset, limit: PAGE }, { signal })
    ready.push(
      ...lines.filter(({ proposals }) => proposals.some(({ ready: exact }) => exact)).map(({ lineId }) => lineId),
    )
    if (lines.length < PAGE) return ready
  }
}

/** Accepts the lines that need no look, once their number is known and confirmed. */
export const AcceptReady = () => {
  const t = useT()
  const task = useTask()
  const [asking, setAsking] = useState(false)
  const ask = () => setAsking(true)
  useShortcuts([{ key: 'a', label: t('bank:actions.ready'), run: ask }])
  const { mutate, isPending } = useMutation({
    mutationFn: (lineIds: string[]) =>
      task.run(t('bank:ready.task', { count: lineIds.length }), (signal) =>
        client.bank.matchReady({ lineIds }, { signal }),
      ),
    onSuccess: ({ matched }) =>
      notifications.show({
        message: t('bank:ready.matched', { count: matched }),
        closeButtonProps: { 'aria-label': t('common:close') },
      }),
  })
  return (
    <>
      <Button rightSection={<Kbd size="xs">a</Kbd>} loading={isPending} onClick={ask}>
        {t('bank:actions.ready')}
      </Button>
      {asking && (
        <ReadyDialog
          onClose={() => setAsking(false)}
          onConfirm={(lineIds) => {
            setAsking(false)
            mutate(lineIds)
          }}
        />
      )}
    </>
  )
}

const ReadyDialog = ({ onClose, onConfirm }: { onClose: () => void; onConfirm: (lineIds: string[]) => void }) => {
  const t = useT()
  const { data, error } = useQuery({
    queryKey: [...api.bank.proposals.key(), 'ready'],
    queryFn: ({ signal }) => readyLines(signal),
    // The number that is confirmed is that of now.
    gcTime: 0,
    staleTime: 0,
  })
  const count = data?.length ?? 0
  return (
    <FormDialog
      title={t('bank:ready.title')}
      submit={t('bank:ready.submit', { count })}
      disabled={count === 0}
      pending={data === undefined && !error}
      error={error}
      onClose={onClose}
      onSubmit={() => data && onConfirm(data)}
    >
      {data === undefined && !error && <Text role="status">{t('bank:ready.searching')}</Text>}
      {data && count === 0 && <Text>{t('bank:ready.none')}</Text>}
      {count > 0 && (
        <>
          <Text>{t('bank:ready.text', { count })}</Text>
          <Text size="sm">{t('bank:ready.consequence')}</Text>
        </>
      )}
    </FormDialog>
  )
}
