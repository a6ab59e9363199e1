import { Fragment, type KeyboardEvent, useCallback, useRef } from 'react'
import type { StatementLine } from '../../../main/core/financials/figure-keys.schema.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './financials.module.css'
import { LineRow } from './LineRow.tsx'
import { boxGroups, type EntryMode, figureGroups, readAmount, type StatementDraft } from './statement.draft.ts'

type Props = {
  draft: StatementDraft
  mode: EntryMode
  /** Keep the array stable: every line is drawn again when it changes. */
  others: readonly Statement[]
  onText: (line: StatementLine, text: string) => void
  onSubmit: () => void
}

/** One line a row, as the forms hold them: Enter goes down, so that a form is typed without the mouse. */
export const LineGrid = ({ draft, mode, others, onText, onSubmit }: Props) => {
  const t = useT()
  const format = useFormat()
  const body = useRef<HTMLTableSectionElement>(null)
  const submit = useRef(onSubmit)
  submit.current = onSubmit
  const groups: readonly { id: 'assets' | 'liabilities' | 'result'; lines: readonly StatementLine[] }[] =
    mode === 'boxes' ? boxGroups : figureGroups
  const walk = useCallback((event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return submit.current()
    }
    const step = stepOf(event)
    if (step === 0) return
    event.preventDefault()
    const inputs = [...(body.current?.querySelectorAll('input') ?? [])]
    const next = inputs[inputs.indexOf(event.currentTarget) + step]
    next?.focus()
    next?.select()
  }, [])
  const { texts, currency, unit } = draft
  return (
    <div className={classes.lines}>
      <table className={classes.sheet} aria-label={t('financials:title')}>
        <thead>
          <tr>
            <th scope="col">
              {t(unit === 1000 ? 'financials:entry.unit1000' : 'financials:entry.unit1', { currency })}
            </th>
            <th scope="col" className={classes.right}>
              {draft.closedOn && t('financials:entry.before', { day: format.day(draft.closedOn) })}
            </th>
            {others.map(({ id, closedOn }) => (
              <th key={id} scope="col" className={classes.right}>
                {t('financials:entry.before', { day: format.day(closedOn) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {groups.map(({ id, lines }) => (
            <Fragment key={id}>
              <tr data-group>
                <th scope="rowgroup" colSpan={2 + others.length}>
                  {t(mode === 'boxes' ? `financials:entry.group.${id}` : `financials:entry.figureGroup.${id}`)}
                </th>
              </tr>
              {lines.map((line) => {
                const text = texts[line] ?? ''
                return (
                  <LineRow
                    key={line}
                    line={line}
                    mode={mode}
                    text={text}
                    wrong={text.trim() !== '' && readAmount(text, currency, unit) === null}
                    first={line === groups[0]?.lines[0]}
                    others={others}
                    onText={onText}
                    onWalk={walk}
                  />
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const stepOf = ({ key, shiftKey }: KeyboardEvent): number =>
  key === 'ArrowUp' || (key === 'Enter' && shiftKey) ? -1 : key === 'Enter' || key === 'ArrowDown' ? 1 : 0
