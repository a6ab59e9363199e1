import type { Insolvency } from '../../../main/core/registers/registers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../Note.tsx'
import classes from './credit.module.css'

/** What the registers say: a procedure with its source and deadlines, or that none is known. */
export const InsolvencyNote = ({ insolvency }: { insolvency: Insolvency | null }) => {
  const t = useT()
  const format = useFormat()
  if (!insolvency) return <p className={classes.words}>{t('credit:insolvency.none')}</p>
  const { kind, since, event, deadlines } = insolvency
  return (
    <Note
      tone="risk"
      title={t('credit:insolvency.since', { kind: t(`credit:insolvency.kind.${kind}`), day: format.day(since) })}
    >
      <p className={classes.words}>
        {event.court && `${event.court}. `}
        {t('credit:insolvency.source', {
          register: t(`credit:insolvency.register.${event.register}`),
          reference: event.reference,
        })}
      </p>
      {deadlines.map(({ code, on, extended, law }) => (
        <p key={code} className={classes.words}>
          {t(`credit:insolvency.deadline.${code}`, { day: format.day(extended ?? on), law })}
        </p>
      ))}
    </Note>
  )
}
