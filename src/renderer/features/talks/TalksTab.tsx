import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { OutcomeBar } from '../../components/talks/OutcomeBar.tsx'
import { Reach } from '../../components/talks/Reach.tsx'
import { useTimer } from '../../components/talks/useTimer.ts'
import { PromiseList } from './PromiseList.tsx'
import { TalkList } from './TalkList.tsx'
import { TaskList } from './TaskList.tsx'
import classes from './talksTab.module.css'

/** What is to be done with a customer, what it promised and what was said, with the call recorded where one reads it. */
export const TalksTab = ({ customer: { id } }: { customer: Customer }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const { data: sheet, error } = useQuery(api.worklist.sheet.queryOptions({ input: { customerId: id } }))
  const [contact, setContact] = useState(0)
  const timer = useTimer()
  const late = sheet?.expected.filter(({ due }) => due < sheet.asOf) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.page} tabIndex={0} aria-label={t('talks:tab')}>
      <ErrorNote error={error} />
      {sheet && !readOnly && (
        <div className={classes.call}>
          <Reach sheet={sheet} place={contact} onPlace={setContact} timer={timer} />
          <OutcomeBar
            sheet={sheet}
            items={late}
            contact={sheet.contacts[contact]}
            timer={timer}
            onRecorded={timer.reset}
          />
        </div>
      )}
      <TaskList customerId={id} readOnly={readOnly} />
      <PromiseList customerId={id} readOnly={readOnly} />
      <TalkList customerId={id} />
    </section>
  )
}
