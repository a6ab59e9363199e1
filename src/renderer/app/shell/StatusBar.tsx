import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../format.ts'
import { useT } from '../i18n.ts'
import { RoleNote } from '../people/RoleNote.tsx'
import classes from './Shell.module.css'
import { TaskTray } from './TaskTray.tsx'

const LAST_PAYMENT = { show: 'all', kind: 'payment', sort: 'issued', descending: true, limit: 1 } as const

export const StatusBar = () => {
  const t = useT()
  const format = useFormat()
  const book = useQuery(api.book.current.queryOptions({ input: {} })).data?.book
  const payments = useQuery(api.receivables.items.queryOptions({ input: LAST_PAYMENT }))
  const lastPayment = payments.data?.items[0]
  const bankDay = useQuery(api.bank.statements.queryOptions({ input: { limit: 1 } })).data?.lastDay
  return (
    <footer className={classes.status}>
      {book && <span>{book.name}</span>}
      {book && !book.readOnly && <span className={classes.more}>{t('common:status.saved')}</span>}
      {book?.readOnly && (
        <strong className={`${classes.more} ${classes.readOnly}`} role="status">
          {book.heldBy
            ? t('common:status.readOnly', {
                user: book.heldBy.user,
                host: book.heldBy.host,
                since: format.moment(book.heldBy.since),
              })
            : t('common:status.readOnlyOther')}
        </strong>
      )}
      {bankDay && <span className={classes.more}>{t('common:status.lastBank', { day: format.day(bankDay) })}</span>}
      {payments.data && !bankDay && (
        <span className={classes.more}>
          {lastPayment
            ? t('common:status.lastPayment', { day: format.day(lastPayment.booked) })
            : t('common:status.noPayment')}
        </span>
      )}
      <RoleNote />
      <TaskTray />
    </footer>
  )
}
