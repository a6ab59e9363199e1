import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Call } from '../../../main/core/calls/calls.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { capital } from '../../components/capital.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { clockOf } from '../../components/talks/useTimer.ts'
import { Part } from './Part.tsx'
import classes from './talksTab.module.css'

const PAGE = 30

/** Every talk with a customer, the newest first, and what follows from each. */
export const TalkList = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.calls.list.infiniteOptions({
      input: (offset: number) => ({ customerId, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (last.total > pages.length * PAGE ? pages.length * PAGE : undefined),
    }),
  )
  const calls = data?.pages.flatMap((page) => page.calls)
  return (
    <Part title={t('talks:list.title')} none={t('talks:list.none')} empty={calls?.length === 0}>
      <ErrorNote error={error} />
      {calls?.map((call) => (
        <Talk key={call.id} call={call} />
      ))}
      {hasNextPage && (
        <li>
          <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('talks:list.more')}
          </Button>
        </li>
      )}
    </Part>
  )
}

const Talk = ({
  call: { day, outcome, channel, incoming, contact, by, seconds, note, items, next },
}: {
  call: Call
}) => {
  const t = useT()
  const format = useFormat()
  const kind = t(`talks:task.${next.kind}`)
  return (
    <li className={classes.entry}>
      <span className={classes.mark}>{format.day(day)}</span>
      <span className={classes.said}>
        <strong>{capital(t(`talks:outcome.${outcome}`))}</strong>
        {note && <span className={classes.note}>{note}</span>}
        <span className={classes.dim}>
          {[
            t(`talks:${incoming ? 'came' : 'channel'}.${channel}`),
            contact,
            seconds ? clockOf(seconds) : '',
            by,
            items.map(({ number }) => number).join(', '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={`${classes.end} ${classes.dim}`}>
        {next.doneOn
          ? t('talks:list.nextDone', { kind, day: format.day(next.doneOn) })
          : t('talks:list.next', { kind, day: format.day(next.day) })}
      </span>
    </li>
  )
}
