import type { Minor } from '../../../main/core/kernel/money.ts'
import type { client } from '../../api/client.ts'

type Part = Parameters<typeof client.bank.match>[0]['parts'][number]

/** What becomes of the part of an item that is not paid. */
export const restChoices = ['open', 'discount', 'writeOff'] as const
export type RestChoice = (typeof restChoices)[number]

/** An item of a customer in a split by hand; amounts of a credit are below zero. */
export type SplitRow = {
  itemId: string
  number: string
  due: string
  open: Minor
  /** Null: nothing is placed on it, or what was typed cannot be read. */
  placed: Minor | null
  rest: RestChoice
  /** Of the discount, in percent. */
  taxRate: string
}
export type SplitPart = { customerId: string; customerName: string; rows: readonly SplitRow[] }
export type SplitDraft = {
  parts: readonly SplitPart[]
  /** The customer in whose credit the rest stays, when several share the line. */
  restTo: string | null
}

export type OpenItem = Pick<SplitRow, 'itemId' | 'number' | 'due' | 'open'>

export const USUAL_TAX_RATE = '20'

export const rowOf = (item: OpenItem, placed: Minor | null = null): SplitRow => ({
  ...item,
  placed,
  rest: 'open',
  taxRate: USUAL_TAX_RATE,
})

const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((total, amount) => total + amount, 0)

export const placedOn = ({ rows }: SplitPart): Minor => sum(rows.map(({ placed }) => placed ?? 0))

/** What of the line is not placed yet; below zero when it has not as much. */
export const leftOf = ({ parts }: SplitDraft, amount: Minor): Minor => amount - sum(parts.map(placedOn))

/** What would stay open of a debt that is paid in part; zero of one that is not, and of a credit. */
export const shortOf = ({ open, placed }: SplitRow): Minor => (placed && open > 0 ? Math.max(0, open - placed) : 0)

/** An amount on a customer's debts: on the one of that very amount if there is one, else on the oldest first. */
export const placedOldest = (items: readonly OpenItem[], amount: Minor): SplitRow[] => {
  const exact = items.find(({ open }) => open === amount)
  let left = amount
  return items.map((item) => {
    const placed = exact ? (item === exact ? amount : 0) : Math.min(left, Math.max(0, item.open))
    left -= placed
    return rowOf(item, placed || null)
  })
}

/** The customer that the rest goes to: the only one, or the one that the user named. */
export const restCustomer = ({ parts, restTo }: SplitDraft): SplitPart | undefined =>
  parts.length === 1 ? parts[0] : parts.find(({ customerId }) => customerId === restTo)

export type SplitProblem =
  | { code: 'empty' | 'whose' | 'credits' }
  | { code: 'tooMuch'; amount: Minor }
  | { code: 'above'; number: string }
  | { code: 'limit' }
  | { code: 'taxRate' }

/** What keeps a split from being carried out; null when nothing does. */
export const problemOf = (draft: SplitDraft, amount: Minor, writeOffLimit: Minor | undefined): SplitProblem | null => {
  const rows = draft.parts.flatMap((part) => part.rows)
  const left = leftOf(draft, amount)
  if (draft.parts.length === 0) return { code: 'empty' }
  const above = rows.find(
    ({ placed, open }) => placed !== null && (Math.abs(placed) > Math.abs(open) || placed * open < 0),
  )
  if (above) return { code: 'above', number: above.number }
  if (left < 0) return { code: 'tooMuch', amount: -left }
  if (draft.parts.some((part) => placedOn(part) < 0)) return { code: 'credits' }
  if (rows.some((row) => row.rest === 'writeOff' && shortOf(row) > (writeOffLimit ?? 0))) return { code: 'limit' }
  if (rows.some((row) => row.rest === 'discount' && shortOf(row) > 0 && !/^\d{1,2}(\.\d{1,3})?$/.test(row.taxRate)))
    return { code: 'taxRate' }
  return left > 0 && !restCustomer(draft) ? { code: 'whose' } : null
}

/** A split without problem as the call takes it; customers of whom nothing is left out. */
export const partsOf = (draft: SplitDraft, amount: Minor): Part[] => {
  const left = leftOf(draft, amount)
  const taker = left > 0 ? restCustomer(draft) : undefined
  return draft.parts
    .map((part): Part => {
      const short = part.rows.map((row) => ({ row, placed: { itemId: row.itemId, amount: shortOf(row) } }))
      const of = (choice: RestChoice) => short.filter(({ row, placed }) => row.rest === choice && placed.amount > 0)
      return {
        customerId: part.customerId,
        amount: placedOn(part) + (part === taker ? left : 0),
        allocate: part.rows.flatMap(({ itemId, placed }) => (placed && placed > 0 ? [{ itemId, amount: placed }] : [])),
        credits: part.rows.flatMap(({ itemId, placed }) => (placed && placed < 0 ? [{ itemId, amount: -placed }] : [])),
        discounts: of('discount').map(({ row, placed }) => ({ ...placed, taxRate: row.taxRate })),
        writeOffs: of('writeOff').map(({ placed }) => placed),
      }
    })
    .filter((part) => part.amount > 0)
}
