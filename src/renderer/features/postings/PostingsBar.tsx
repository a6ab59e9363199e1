import { Button, Group, Text } from '@mantine/core'
import { IconListNumbers, IconMailbox, IconPrinter, IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import type { Posting } from '../../../main/core/postings/postings.contract.ts'
import { api } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { PrintDialog } from '../../components/papers/PrintDialog.tsx'
import { DepositDialog } from './DepositDialog.tsx'
import classes from './postings.module.css'
import { SeriesDialog } from './SeriesDialog.tsx'

type Props = { postings: readonly Posting[]; onDone: () => void; onUntick: () => void }

/** What can be done with the letters ticked, in the order of a day at the post. */
export const PostingsBar = ({ postings, onDone, onUntick }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [asking, setAsking] = useState<'print' | 'series' | 'deposit' | null>(null)
  const close = () => setAsking(null)
  const unnumbered = postings.filter(
    ({ kind, number, depositedOn }) => kind === 'registered' && !number && !depositedOn,
  )
  const toDeposit = postings.filter(({ depositedOn }) => depositedOn === null)
  const ids = (some: readonly Posting[]) => some.map(({ letterId }) => letterId)
  const slip = useCommand(api.postings.slip.mutationOptions(), {
    done: ({ number }) => t('postings:slip.done', { number }),
    onDone: ({ name, file }) => saveFile(name, file),
  })
  const ready = toDeposit.length > 0 && unnumbered.length === 0
  return (
    <div className={classes.bar}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t('postings:ticked', { count: postings.length })}
        </Text>
        <Button variant="subtle" size="compact-xs" onClick={onUntick}>
          {t('postings:untick')}
        </Button>
      </Group>
      <Group gap="xs">
        <Button variant="default" size="xs" leftSection={<IconPrinter size={16} />} onClick={() => setAsking('print')}>
          {t('papers:print.action')}
        </Button>
        {unnumbered.length > 0 && (
          <Button size="xs" leftSection={<IconListNumbers size={16} />} onClick={() => setAsking('series')}>
            {t('postings:series.action', { count: unnumbered.length })}
          </Button>
        )}
        {ready && (
          <>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconReceipt size={16} />}
              loading={slip.isPending}
              onClick={() => slip.mutate({ letterIds: ids(toDeposit), day: today })}
            >
              {t('postings:slip.action')}
            </Button>
            <Button size="xs" leftSection={<IconMailbox size={16} />} onClick={() => setAsking('deposit')}>
              {t('postings:deposit.action', { count: toDeposit.length })}
            </Button>
          </>
        )}
      </Group>
      {asking === 'print' && (
        <PrintDialog title={t('papers:print.title')} which={{ letterIds: ids(postings) }} onClose={close} />
      )}
      {asking === 'series' && <SeriesDialog postings={unnumbered} onClose={close} />}
      {asking === 'deposit' && (
        <DepositDialog
          letterIds={ids(toDeposit)}
          onClose={() => {
            close()
            onDone()
          }}
        />
      )}
    </div>
  )
}
