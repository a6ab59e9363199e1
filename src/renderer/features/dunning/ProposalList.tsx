import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import grid from '../../components/grid.module.css'
import { stepOf } from '../../components/useActiveRow.ts'
import { useRing } from '../../components/useRing.ts'
import { LetterTick } from './LetterTick.tsx'
import classes from './ProposalList.module.css'
import { ProposalRow } from './ProposalRow.tsx'
import { columnsFor, trackOf } from './proposal.columns.ts'
import { canBeIssued, groupByLevel, lettersOf, linesOf } from './proposal.lines.ts'

type Props = {
  letters: readonly ProposedLetter[]
  ticked: ReadonlySet<string>
  onTick: (letters: readonly ProposedLetter[], on: boolean) => void
  selectedKey: string | null
  onSelect: (letter: ProposedLetter) => void
  /** Enter: to the page of the letter. */
  onOpen: () => void
}

const ROW = 32

/** Proposed letters under their levels, ticked to be issued: arrows walk, Space ticks a letter or its whole level. */
export const ProposalList = ({ letters, ticked, onTick, selectedKey, onSelect, onOpen }: Props) => {
  const t = useT()
  const id = useId()
  const { ring, ringProps } = useRing()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const lines = useMemo(() => linesOf(groupByLevel(letters)), [letters])
  const [stood, setStood] = useState(1)
  const active = Math.min(stood, lines.length - 1)
  const columns = useMemo(() => columnsFor(width), [width])
  const manyCurrencies = useMemo(() => new Set(letters.map(({ currency }) => currency)).size > 1, [letters])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: ROW,
    scrollPaddingStart: ROW,
    useFlushSync: false,
  })

  const toggle = (index: number) => {
    const free = lettersOf(lines[index]).filter(canBeIssued)
    onTick(free, !free.every(({ key }) => ticked.has(key)))
  }
  const go = (index: number) => {
    setStood(index)
    const line = lines[index]
    if (line?.kind === 'letter') onSelect(line.letter)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 3)
    const next = stepOf(event.key, active, lines.length, screenful)
    if (next !== null) {
      go(next)
      virtual.scrollToIndex(next)
    } else if (event.key === ' ') toggle(active)
    else if (event.key === 'Enter') onOpen()
    else return
    event.preventDefault()
  }
  const pick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (row && !(event.target as Element).closest('input, label')) go(Number(row.dataset.index))
  }

  return (
    <div className={grid.frame} data-ring={ring}>
      <div ref={useMergedRef(scroller, measured)} className={grid.scroller}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells of a table take theirs from it
          role="grid"
          className={grid.grid}
          style={{ '--columns': trackOf(columns) } as CSSProperties}
          aria-label={t('dunning:proposal.letters')}
          aria-rowcount={lines.length + 1}
          aria-activedescendant={`${id}${active}`}
          tabIndex={0}
          onKeyDown={press}
          {...ringProps}
        >
          <thead className={grid.head}>
            <tr className={grid.row} aria-rowindex={1}>
              {columns.map(({ id: column, align }) => (
                <th
                  key={column}
                  scope="col"
                  className={`${grid.cell} ${column === 'tick' ? classes.tick : ''}`}
                  data-align={align}
                >
                  {column === 'tick' ? (
                    <LetterTick
                      label={t('dunning:proposal.tickAll')}
                      letters={letters}
                      ticked={ticked}
                      onChange={(on) => onTick(letters.filter(canBeIssued), on)}
                    />
                  ) : (
                    t(`dunning:proposal.columns.${column}`)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys */}
          <tbody className={grid.body} style={{ height: virtual.getTotalSize() - ROW }} onClick={pick}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const line = lines[index]
              return (
                line && (
                  <ProposalRow
                    key={line.kind === 'group' ? `level ${line.group.key}` : line.letter.key}
                    id={`${id}${index}`}
                    index={index}
                    start={start - ROW}
                    line={line}
                    columns={columns}
                    active={index === active}
                    selected={line.kind === 'letter' && line.letter.key === selectedKey}
                    ticked={ticked}
                    showCurrency={manyCurrencies}
                    onToggle={() => toggle(index)}
                  />
                )
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
