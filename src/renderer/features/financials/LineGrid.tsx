import { Fragment, type KeyboardEvent, useRef } from 'react'
import type { StatementLine } from '../../../main/core/financials/figure-keys.schema.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './financials.module.css'
import { lineName } from './flag.words.ts'
import { boxGroups, type EntryMode, figureGroups, readAmount, type StatementDraft } from './statement.draft.ts'

type Props = {
  draft: StatementDraft
  mode: EntryMode
  others: readonly Statement[]
  onChange: (part: Partial<StatementDraft>) => void
  onSubmit: () => void
}

/** One line a row, as the forms hold them: Enter goes down, so that a form is typed without the mouse. */
export const LineGrid = ({ draft, mode, others, onChange, onSubmit }: Props) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const body = useRef<HTMLTableSectionElement>(null)
  const groups: readonly { id: 'assets' | 'liabilities' | 'result'; lines: readonly StatementLine[] }[] =
    mode === 'boxes' ? boxGroups : figureGroups
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return onSubmit()
    }
    const step =
      event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : STEPS.has(event.key) ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    const inputs = [...(body.current?.querySelectorAll('input') ?? [])]
    const next = inputs[inputs.indexOf(event.currentTarget) + step]
    next?.focus()
    next?.select()
  }
  return (
    <div className={classes.lines}>
      <table className={classes.sheet} aria-label={t('financials:title')}>
        <thead>
          <tr>
            <th scope="col">
              {t(draft.unit === 1000 ? 'financials:entry.unit1000' : 'financials:entry.unit1', {
                currency: draft.currency,
              })}
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
                const text = draft.texts[line] ?? ''
                const wrong = text.trim() !== '' && readAmount(text, draft.currency, draft.unit) === null
                const name = lineName(line, language)
                return (
                  <tr key={line}>
                    <th scope="row">
                      {mode === 'boxes' && <span className={classes.code}>{line}</span>}{' '}
                      {mode === 'boxes' ? name.slice(line.length + 1) : name}
                    </th>
                    <td className={classes.right}>
                      <input
                        className={classes.amount}
                        data-autofocus={line === groups[0]?.lines[0] || undefined}
                        inputMode="decimal"
                        autoComplete="off"
                        aria-label={name}
                        aria-invalid={wrong || undefined}
                        title={wrong ? t('financials:entry.invalid') : undefined}
                        value={text}
                        onChange={(event) => {
                          const { value } = event.currentTarget
                          onChange({ texts: { ...draft.texts, [line]: value } })
                        }}
                        onKeyDown={walk}
                      />
                    </td>
                    {others.map((other) => {
                      const amount = other.lines[line]
                      return (
                        <td key={other.id} className={classes.right}>
                          {amount === undefined ? (
                            <span className={classes.dim}>{t('common:none')}</span>
                          ) : (
                            <MoneyText amount={amount} currency={other.currency} />
                          )}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const STEPS = new Set(['Enter', 'ArrowDown'])
