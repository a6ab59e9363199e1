import { useMemo } from 'react'
import type { Message } from '../../../main/core/mail/mail.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DayText } from '../../components/DayText.tsx'
import { MessageState } from './MessageState.tsx'
import { useWhy } from './useWhy.ts'

export const useMessageColumns = (width: number): Column<Message>[] => {
  const t = useT()
  const why = useWhy()
  return useMemo(() => {
    const columns: (Column<Message> & { from?: number })[] = [
      {
        id: 'state',
        header: t('mail:outbox.columns.state'),
        width: 160,
        cell: (message) => <MessageState message={message} />,
      },
      {
        id: 'customer',
        header: t('mail:outbox.columns.customer'),
        width: 'minmax(130px, 1fr)',
        cell: ({ customerName }) => customerName,
      },
      {
        id: 'to',
        header: t('mail:outbox.columns.to'),
        width: 'minmax(150px, 1.2fr)',
        from: 620,
        cell: ({ to }) => to.join(', '),
      },
      {
        id: 'subject',
        header: t('mail:outbox.columns.subject'),
        width: 'minmax(150px, 1.4fr)',
        from: 900,
        cell: ({ subject }) => subject,
      },
      { id: 'why', header: t('mail:outbox.columns.reason'), width: 'minmax(130px, 1.5fr)', cell: why },
      {
        id: 'attachments',
        header: t('mail:outbox.columns.attachments'),
        width: 54,
        align: 'right',
        from: 760,
        cell: ({ attachments }) => attachments.length,
      },
      {
        id: 'attempts',
        header: t('mail:outbox.columns.attempts'),
        width: 60,
        align: 'right',
        from: 760,
        cell: ({ attempts }) => (attempts === 0 ? t('common:none') : attempts),
      },
      {
        id: 'day',
        header: t('mail:outbox.columns.day'),
        width: 98,
        from: 1000,
        cell: ({ queuedOn }) => <DayText day={queuedOn} />,
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, why, width])
}
