import { type KeyboardEvent, memo } from 'react'
import type { StatementLine } from '../../../main/core/financials/figure-keys.schema.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './financials.module.css'
import { lineName } from './flag.words.ts'
import type { EntryMode } from './statement.draft.ts'

type Props = {
  line: StatementLine
  mode: EntryMode
  text: string
  wrong: boolean
  first: boolean
  others: readonly Statement[]
  onText: (line: StatementLine, text: string) => void
  onWalk: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** A line to type beside the same of other years. A hundred of them: only the one typed in is drawn again. */
export const LineRow = memo(({ line, mode, text, wrong, first, others, onText, onWalk }: Props) => {
  const t = useT()
  const language = useLanguage()
  const name = lineName(line, language)
  return (
    <tr>
      <th scope="row">
        {mode === 'boxes' && <span className={classes.code}>{line}</span>}{' '}
        {mode === 'boxes' ? name.slice(line.length + 1) : name}
      </th>
      <td className={classes.right}>
        <input
          className={classes.amount}
          data-autofocus={first || undefined}
          inputMode="decimal"
          autoComplete="off"
          aria-label={name}
          aria-invalid={wrong || undefined}
          title={wrong ? t('financials:entry.invalid') : undefined}
          value={text}
          onChange={(event) => onText(line, event.currentTarget.value)}
          onKeyDown={onWalk}
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
})
