import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import { DaysLate } from '../../components/DaysLate.tsx'
import grid from '../../components/grid.module.css'
import { MoneyText } from '../../components/MoneyText.tsx'
import { LetterTick } from './LetterTick.tsx'
import classes from './ProposalList.module.css'
import type { ColumnId, ProposalColumn } from './proposal.columns.ts'
import { accessoriesOf, type Line, lettersOf, waitsForApproval } from './proposal.lines.ts'

type Props = {
  id: string
  index: number
  /** Pixels from the top of the list. */
  start: number
  line: Line
  columns: readonly ProposalColumn[]
  active: boolean
  selected: boolean
  ticked: ReadonlySet<string>
  showCurrency: boolean
  onToggle: () => void
}

/** A level, or one of its letters. */
export const ProposalRow = (props: Props) => {
  const { id, index, start, line, columns, active, selected, ticked, showCurrency, onToggle } = props
  const t = useT()
  const group = line.kind === 'group' ? line.group : null
  const label =
    line.kind === 'group'
      ? t('dunning:proposal.tickGroup', { name: line.group.name })
      : t('dunning:proposal.tickLetter', { customer: line.letter.customerName })
  return (
    <tr
      id={id}
      className={grid.row}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-group={group !== null || undefined}
      data-active={active || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <td className={`${grid.cell} ${classes.tick}`}>
        <LetterTick label={label} letters={lettersOf(line)} ticked={ticked} onChange={onToggle} />
      </td>
      {group && (
        <td className={`${grid.cell} ${classes.span}`} colSpan={columns.length - 1}>
          {group.name}
          <span className={`${grid.code} ${classes.code}`}>
            {group.plan && `${group.plan}, `}
            {group.notice ? t('dunning:plan.bench.notice') : t('dunning:proposal.groupLevel', { level: group.level })},{' '}
            {t('dunning:count.letters', { count: group.letters.length })}
          </span>
        </td>
      )}
      {line.kind === 'letter' &&
        columns
          .filter((column) => column.id !== 'tick')
          .map((column) => (
            <td key={column.id} className={grid.cell} data-align={column.align}>
              <LetterCell column={column.id} letter={line.letter} showCurrency={showCurrency} />
            </td>
          ))}
    </tr>
  )
}

type CellProps = { column: ColumnId; letter: ProposedLetter; showCurrency: boolean }

const LetterCell = ({ column, letter, showCurrency }: CellProps): ReactNode => {
  const t = useT()
  const money = (amount: number, strong = false) => (
    <MoneyText amount={amount} currency={letter.currency} strong={strong} showCurrency={showCurrency} />
  )
  switch (column) {
    case 'tick':
      return null
    case 'customer':
      return (
        <span className={classes.customer}>
          {letter.problems.length > 0 && (
            <IconAlertTriangle className={classes.problem} size={14} aria-label={t('dunning:proposal.problem.short')} />
          )}
          <span className={grid.label}>{letter.customerName}</span>
          {letter.approval === 'second-person' && (
            <span className={classes.said}>
              {t(waitsForApproval(letter) ? 'dunning:plan.bench.toApprove' : 'dunning:plan.bench.approved')}
            </span>
          )}
          {letter.grouping === 'invoice' && <span className={classes.said}>{letter.items[0]?.number}</span>}
        </span>
      )
    case 'items':
      return letter.items.length
    case 'late':
      return <DaysLate days={Math.max(...letter.items.map(({ daysLate }) => daysLate))} />
    case 'principal':
      return money(letter.principal - letter.credits)
    case 'accessories':
      return money(accessoriesOf(letter))
    case 'total':
      return money(letter.total, true)
  }
}
