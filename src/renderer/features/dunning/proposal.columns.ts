export type ColumnId = 'tick' | 'customer' | 'items' | 'late' | 'principal' | 'accessories' | 'total'

export type ProposalColumn = {
  id: ColumnId
  track: string
  align?: 'right'
  /** Pixels of list below which the column gives way to the others. */
  from: number
}

const columns: ProposalColumn[] = [
  { id: 'tick', track: '34px', from: 0 },
  { id: 'customer', track: 'minmax(100px, 1fr)', from: 0 },
  { id: 'items', track: '56px', align: 'right', from: 340 },
  { id: 'late', track: '64px', align: 'right', from: 660 },
  { id: 'principal', track: '104px', align: 'right', from: 540 },
  { id: 'accessories', track: '92px', align: 'right', from: 440 },
  { id: 'total', track: '108px', align: 'right', from: 0 },
]

/** Columns that fit a list of a width. */
export const columnsFor = (width: number): ProposalColumn[] =>
  columns.filter(({ from }) => width === 0 || width >= from)

export const trackOf = (shown: readonly ProposalColumn[]): string => shown.map(({ track }) => track).join(' ')
