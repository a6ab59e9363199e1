import { type Minor, toDecimal } from '../../main/core/kernel/money.ts'
import type { SpaceAccount, SpaceLine } from '../../main/core/spaces/space.model.ts'

export const payScopes = ['due', 'all', 'chosen'] as const
export type PayScope = (typeof payScopes)[number]

/** What each choice comes to; not below zero, for credits are deducted from what they stand against. */
export const amountOf = (account: SpaceAccount, scope: PayScope, chosen: ReadonlySet<string>): Minor => {
  if (scope === 'due') return account.toPay
  if (scope === 'all') return Math.max(0, account.total)
  const open = account.lines.filter(({ itemId }) => chosen.has(itemId)).map(({ open }) => open)
  return Math.max(
    0,
    open.reduce((sum, amount) => sum + amount, 0),
  )
}

/** The reference of the one item that is paid; the customer's for several. */
export const referenceOf = ({ lines, bank }: SpaceAccount, scope: PayScope, chosen: ReadonlySet<string>): string => {
  const meant: Record<PayScope, (line: SpaceLine) => boolean> = {
    due: ({ daysLate }) => daysLate > 0,
    all: () => true,
    chosen: ({ itemId }) => chosen.has(itemId),
  }
  const [only, ...others] = lines.filter(meant[scope])
  return (only && others.length === 0 && only.reference) || bank?.reference || ''
}

const LARGEST = 99_999_999_999
const LONGEST = 331

/** The payment code of an amount of euro cents; null where none may be made (EPC069-12). */
export const codeText = (epc: string | null, amount: Minor, reference: string): string | null => {
  if (!epc || amount < 1 || amount > LARGEST) return null
  const text = epc
    .split('\n')
    .map((line, place) => (place === 7 ? `EUR${toDecimal(amount, 'EUR')}` : place === 9 ? reference : line))
    .join('\n')
  return new TextEncoder().encode(text).byteLength <= LONGEST ? text : null
}

/** A payment link with its places filled in; null unless it is https. */
export const linkTo = (link: string, values: Record<string, string>): string | null => {
  const filled = link.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(values[name] ?? ''))
  return /^https:\/\//i.test(filled) && URL.canParse(filled) ? filled : null
}
