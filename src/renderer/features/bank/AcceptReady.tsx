import { Button, Kbd, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useTask } from '../../app/tasks.ts'
import { FormDialog } from '../../components/FormDialog.tsx'

const PAGE = 1000

/** Every open line whose first candidate is ready. */
const readyLines = async (): Promise<string[]> => {
  const ready: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { lines } = await client.bank.proposals({ offset, limit: PAGE })
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
  const failed = useErrorToast()
  const [ready, setReady] = useState<readonly string[] | null>(null)
  const find = useMutation({ mutationFn: readyLines, onSuccess: setReady, onError: failed })
  const ask = () => find.mutate()
  useShortcuts([{ key: 'a', label: t('bank:actions.ready'), run: ask }])
  const accept = useMutation({
    mutationFn: (lineIds: readonly string[]) =>
      task.run(t('bank:ready.task', { count: lineIds.length }), (signal) =>
        client.bank.matchReady({ lineIds: [...lineIds] }, { signal }),
      ),
    onSuccess: ({ matched }) =>
      notifications.show({
        message: t('bank:ready.matched', { count: matched }),
        closeButtonProps: { 'aria-label': t('common:close') },
      }),
  })
  const confirmed = () => {
    if (ready) accept.mutate(ready)
    setReady(null)
  }
  return (
    <>
      <Button
        flex="none"
        rightSection={<Kbd size="xs">a</Kbd>}
        loading={find.isPending || accept.isPending}
        onClick={ask}
      >
        {t('bank:actions.ready')}
      </Button>
      {ready && <ReadyDialog count={ready.length} onConfirm={confirmed} onClose={() => setReady(null)} />}
    </>
  )
}

type DialogProps = { count: number; onConfirm: () => void; onClose: () => void }

const ReadyDialog = ({ count, onConfirm, onClose }: DialogProps) => {
  const t = useT()
  return (
    <FormDialog
      title={t('bank:ready.title')}
      submit={t('bank:ready.submit', { count })}
      disabled={count === 0}
      focusSubmit
      onClose={onClose}
      onSubmit={onConfirm}
    >
      {count === 0 && <Text>{t('bank:ready.none')}</Text>}
      {count > 0 && (
        <>
          <Text>{t('bank:ready.text', { count })}</Text>
          <Text size="sm">{t('bank:ready.consequence')}</Text>
        </>
      )}
    </FormDialog>
  )
}
