import type { Minor } from '../../kernel/money.ts'
import type { SupplierKind } from '../../payables/payables.model.ts'
import { type Counterparts, isOpening, journalHint, remembered } from './fec.kind.ts'
import type { LedgerLine } from './fec.line.ts'

/**
 * What is owed for purchases: 401 suppliers and 403 bills payable (PCG art. 944-40). Fixed assets (404, 405) are bought
 * out of no purchases of the period, invoices to come (408) are no debt yet, and 409 is what suppliers owe.
 */
export const isPayableAccount = (account: string): boolean =>
  account.charCodeAt(0) === 0x34 &&
  account.charCodeAt(1) === 0x30 &&
  (account.charCodeAt(2) === 0x31 || account.charCodeAt(2) === 0x33)

const PURCHASE_JOURNAL = /^(ac|ach|achat|ha|hac|fo|fou|frs|ff|pur|bill)\d*$|achat|fourniss|purchase|vendor|supplier/
const isPurchaseJournal = remembered((journal, label) => PURCHASE_JOURNAL.test(journal) || PURCHASE_JOURNAL.test(label))

// Charges that suppliers invoice, and what stands for them: assets, stocks, deductible VAT, prepaid charges, invoices that
// were awaited. Losses (654), differences (658), financial and exceptional charges and wages are nobody's invoice.
const INVOICED = /^(?:2|3|4456|486|408|6(?:[0-3]|5[0-37]))/

/** Notes what stands against a supplier in an entry; what other accounts say is noted with the receivables. */
export const notePurchase = (against: Counterparts, { account }: LedgerLine): void => {
  const group = account.charCodeAt(0)
  // '2' to '6' without '5', the bank.
  if (group < 0x32 || group > 0x36 || group === 0x35) return
  if (account.startsWith('409')) against.advance = true
  else if (INVOICED.test(account)) against.purchase = true
}

/**
 * What a supplier line is, by what stands against it in its entry: an invoice and its payment may share one, and money may
 * come back. Of an entry whose other half stands elsewhere (a part of a ledger), the journal tells.
 * @param amount above zero where more is owed
 */
export const supplierKindOf = (
  line: LedgerLine,
  amount: Minor,
  against: Counterparts,
  balanced: boolean,
): SupplierKind => {
  if (isOpening(line)) return 'opening'
  if (against.bank && Math.sign(against.bankNet) === Math.sign(amount)) return 'payment'
  if (against.purchase) return amount > 0 ? 'invoice' : 'credit_note'
  if (against.bank || against.advance) return 'payment'
  if (balanced) return 'adjustment'
  if (isPurchaseJournal(line)) return amount > 0 ? 'invoice' : 'credit_note'
  return journalHint(line) === 'bank' ? 'payment' : 'adjustment'
}
