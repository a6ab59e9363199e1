import type { Minor } from '../../kernel/money.ts'
import { fold } from '../../kernel/text.ts'
import type { LedgerLine } from './fec.line.ts'

export type MovementKind = 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'

// 411 customers, 416 doubtful customers (PCG art. 944-41).
export const isReceivableAccount = (account: string): boolean => account.startsWith('411') || account.startsWith('416')

const OPENING_JOURNAL = /^(an|anc|ano|anv|anx|ran|anouv.*|reportan)$/
const OPENING_WORDS = /\ba[ -]?nouveaux?\b/

// A ledger has a few journals and many lines: what a journal is called is read once.
export const remembered = <T>(read: (journal: string, label: string) => T) => {
  const known = new Map<string, T>()
  return ({ journal, journalLabel }: LedgerLine): T => {
    const key = `${journal}\u0001${journalLabel}`
    let found = known.get(key)
    if (found === undefined) {
      if (known.size > 1000) known.clear()
      found = read(fold(journal), fold(journalLabel))
      known.set(key, found)
    }
    return found
  }
}

const isOpeningJournal = remembered(
  (journal, label) => OPENING_JOURNAL.test(journal.replace(/[^a-z]/g, '')) || OPENING_WORDS.test(label),
)

// The word is looked for before the accents are taken off, which costs more than all the rest.
export const isOpening = (line: LedgerLine): boolean =>
  isOpeningJournal(line) || (/nouveau/i.test(line.label) && OPENING_WORDS.test(fold(line.label)))

export type JournalHint = 'sales' | 'bank' | null
const SALES_JOURNAL = /^(ve|vt|vte|vet|vent|fac|fv|inv)|vente|factur|sales|invoice/
const BANK_JOURNAL = /^(bq|bnq|bnk|bk|ca|ch|cb|ecb|enc|rg)\d*$|banque|caisse|cheque|encaiss|reglement|bank|cash/

export const journalHint = remembered((journal, label): JournalHint => {
  if (SALES_JOURNAL.test(journal) || SALES_JOURNAL.test(label)) return 'sales'
  return BANK_JOURNAL.test(journal) || BANK_JOURNAL.test(label) ? 'bank' : null
})

/** What stands against the customer or the supplier in an entry. */
export type Counterparts = {
  revenue: boolean
  vat: boolean
  writeOff: boolean
  bank: boolean
  bankNet: Minor
  /** Something bought, and an advance that a supplier had. */
  purchase: boolean
  advance: boolean
}

// What is invoiced: sales and other income (70 to 75) and assets sold (775). Differences of payment (758), exchange gains,
// discounts and reversals stand in class 7 too without a document of their own.
const isRevenue = (account: string): boolean => /^7(?:[0-4]|5[0-7]|75)/.test(account)

export const noCounterparts = (): Counterparts => ({
  revenue: false,
  vat: false,
  writeOff: false,
  bank: false,
  bankNet: 0,
  purchase: false,
  advance: false,
})

export const note = (counterparts: Counterparts, { account, debit, credit }: LedgerLine): void => {
  const group = account.charCodeAt(0)
  if (group === 0x37) counterparts.revenue ||= isRevenue(account)
  else if (group === 0x35) {
    counterparts.bank = true
    counterparts.bankNet += debit - credit
  } else if (account.startsWith('4457')) counterparts.vat = true
  else if (account.startsWith('654') || account.startsWith('6714')) counterparts.writeOff = true
}

/**
 * What a receivable line is, by what stands against it in its entry. Money received is a payment even next to a revenue
 * account (an exchange gain); a debit against money that left is a receipt that bounced, or a refund. Where the entry
 * does not tell (a ledger sorted by account, a partial export), the journal does.
 */
export const kindOf = (line: LedgerLine, amount: Minor, against: Counterparts, hint: JournalHint): MovementKind => {
  if (isOpening(line)) return 'opening'
  const sold = against.revenue || (against.vat && !against.writeOff)
  if (against.bank && (amount < 0 ? against.bankNet >= 0 : !sold || against.bankNet < 0)) return 'payment'
  if (sold) return amount > 0 ? 'invoice' : 'credit_note'
  if (against.bank) return 'payment'
  if (against.writeOff) return 'adjustment'
  if (hint === 'sales') return amount > 0 ? 'invoice' : 'credit_note'
  return hint === 'bank' ? 'payment' : 'adjustment'
}
