import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorklistRow } from '../../../main/core/worklist/worklist.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useHome } from '../../app/useHome.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { OutcomeBar } from '../../components/talks/OutcomeBar.tsx'
import { Reach } from '../../components/talks/Reach.tsx'
import { useTimer } from '../../components/talks/useTimer.ts'
import { History } from './History.tsx'
import { OpenItems } from './OpenItems.tsx'
import { Questions } from './Questions.tsx'
import { Script } from './Script.tsx'
import { Why } from './Why.tsx'
import classes from './worklist.module.css'

type Props = { row: WorklistRow; readOnly: boolean; onRecorded: () => void; onClose: () => void }

/** The call sheet of a customer, beside the list: whom to call, what to ask, what came of it. */
export const CallPanel = ({ row, readOnly, onRecorded, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const home = useHome()
  const { customerId, name, overdue, open, action, taskKind } = row
  const { data: sheet, error } = useQuery(api.worklist.sheet.queryOptions({ input: { customerId } }))
  // Until something is ticked or not, all that is overdue is talked about.
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const [contact, setContact] = useState(0)
  const timer = useTimer()
  const late = sheet?.expected.filter(({ due }) => due < sheet.asOf) ?? []
  const request = row.reasons.find(({ code }) => code === 'confirmation-late')?.details
  const about = ticked ?? new Set(late.map(({ itemId }) => itemId))
  return (
    <SidePanel opened onClose={onClose} title={name}>
      <div className={classes.head}>
        <KeyFigure
          label={t('worklist:sheet.overdue')}
          value={<MoneyText amount={overdue} currency={home} showCurrency />}
          hint={t('worklist:sheet.of', { open: format.money(open, home) })}
        />
        <span className={classes.end}>
          <ToneBadge>
            {action === 'task' && taskKind ? t(`talks:task.${taskKind}`) : t(`worklist:action.${action}`)}
          </ToneBadge>
          <AnchorLink size="sm" to="/customers/$id" params={{ id: customerId }}>
            {t('worklist:sheet.customer')}
          </AnchorLink>
          {request && (
            <AnchorLink
              size="sm"
              to="/receivables/confirmations/$id"
              params={{ id: String(request.runId) }}
              search={{ letter: String(request.id) }}
            >
              {t('worklist:sheet.confirmation')}
            </AnchorLink>
          )}
        </span>
      </div>
      <ErrorNote error={error} />
      {sheet && (
        <>
          <Reach sheet={sheet} place={contact} onPlace={setContact} timer={timer} />
          <Questions sheet={sheet} />
          <Script sheet={sheet} />
          <OpenItems sheet={sheet} ticked={about} onTick={setTicked} />
        </>
      )}
      <Why row={row} />
      {sheet && <History sheet={sheet} />}
      {sheet && !readOnly && (
        <div className={classes.outcomes}>
          <OutcomeBar
            sheet={sheet}
            items={sheet.expected.filter(({ itemId }) => about.has(itemId))}
            contact={sheet.contacts[contact]}
            timer={timer}
            onRecorded={onRecorded}
          />
        </div>
      )}
    </SidePanel>
  )
}
