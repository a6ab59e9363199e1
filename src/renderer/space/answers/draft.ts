import type { AnswerKind, AnswerReason, AnswerRequest, AnswerSender } from '../../../main/core/answers/answer.model.ts'
import type { Address, Contact } from '../../../main/core/customers/customers.contract.ts'
import type { LetterLanguage } from '../../../main/core/kernel/contract.ts'
import { formatMoney } from '../../../main/core/kernel/format.ts'
import { type Minor, parseMinor } from '../../../main/core/kernel/money.ts'
import type { SpaceLine, SpacePayload } from '../../../main/core/spaces/space.model.ts'
import { answerWords } from './words.ts'

/** What is wrong with a form, and the field to go to. */
export class Problem extends Error {
  readonly field: string

  constructor(field: string, text: string) {
    super(text)
    this.field = field
  }
}

/** Items a payment or a dispute may name, with their currency. */
export const debtsOf = ({ accounts }: SpacePayload): (SpaceLine & { currency: string })[] =>
  accounts.flatMap(({ currency, lines }) => lines.filter(({ open }) => open > 0).map((line) => ({ ...line, currency })))

export const creditCurrency = ({ credit, accounts }: SpacePayload): string =>
  credit?.currency ?? accounts[0]?.currency ?? 'EUR'

/** As typed in any of the four languages: `1 234,56`, `1.234,56`, `1,234.56` and `1'234.56` are the same. */
export const readAmount = (typed: string, currency: string): Minor | null => {
  const bare = typed.replace(/[\s\u00a0\u202f'’€]/g, '')
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const decimals = bare.length - last - 1
  // Three digits behind the only kind of sign are thousands.
  const grouped = last >= 0 && decimals === 3 && !(bare.includes(',') && bare.includes('.'))
  const whole = last < 0 || grouped ? bare : bare.slice(0, last)
  const text = whole.replace(/[.,]/g, '') + (last < 0 || grouped ? '' : `.${bare.slice(last + 1)}`)
  return /^\d+(\.\d+)?$/.test(text) ? parseMinor(text, currency) : null
}

type Asking = { form: FormData; payload: SpacePayload; language: LetterLanguage; today: string }

const textOf = (form: FormData, name: string, longest: number): string =>
  String(form.get(name) ?? '')
    .trim()
    .slice(0, longest)

export const senderFrom = ({ form, language }: Pick<Asking, 'form' | 'language'>): AnswerSender => {
  const name = textOf(form, 'sender-name', 120)
  if (name === '') throw new Problem('sender-name', answerWords[language].problems.name)
  return { name, email: textOf(form, 'sender-email', 200), phone: textOf(form, 'sender-phone', 60) }
}

const amountFrom = ({ form, language }: Asking, currency: string, open: Minor): Minor => {
  const told = answerWords[language].problems
  const amount = readAmount(textOf(form, 'amount', 30), currency)
  if (amount === null || amount <= 0) throw new Problem('amount', told.amount)
  if (amount > open) throw new Problem('amount', told.aboveOpen(formatMoney(open, currency, language)))
  return amount
}

const payment = (asking: Asking): AnswerRequest => {
  const { form, payload, language, today } = asking
  const debts = debtsOf(payload)
  const named = new Set(form.getAll('items').map(String))
  const currency = textOf(form, 'currency', 3) || debts[0]?.currency || creditCurrency(payload)
  const own = debts.filter((debt) => debt.currency === currency)
  const chosen = own.filter(({ itemId }) => named.has(itemId))
  const open = (chosen.length > 0 ? chosen : own).reduce((sum, debt) => sum + debt.open, 0)
  const amount = amountFrom(asking, currency, open)
  const day = textOf(form, 'day', 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < today || day > '2199')
    throw new Problem('day', answerWords[language].problems.day)
  const itemIds = chosen.slice(0, 500).map(({ itemId }) => itemId)
  return { kind: 'payment', currency, amount, day, itemIds, note: textOf(form, 'note', 1000) }
}

const dispute = (asking: Asking): AnswerRequest => {
  const { form, payload, language } = asking
  const told = answerWords[language].problems
  const item = debtsOf(payload).find(({ itemId }) => itemId === form.get('item'))
  if (!item) throw new Problem('item', told.item)
  const amount = amountFrom(asking, item.currency, item.open)
  const text = textOf(form, 'text', 2000)
  if (text === '') throw new Problem('text', told.text)
  const reason = textOf(form, 'reason', 40) as AnswerReason
  return { kind: 'dispute', itemId: item.itemId, currency: item.currency, amount, reason, text }
}

const credit = ({ form, payload, language }: Asking): AnswerRequest => {
  const told = answerWords[language].problems
  const currency = creditCurrency(payload)
  const [typed, terms] = [textOf(form, 'amount', 30), textOf(form, 'terms', 200)]
  const amount = typed === '' ? null : readAmount(typed, currency)
  if (typed !== '' && (amount === null || amount <= 0)) throw new Problem('amount', told.amount)
  if (amount === null && terms === '') throw new Problem('amount', told.wish)
  const text = textOf(form, 'text', 2000)
  if (text === '') throw new Problem('text', told.text)
  return { kind: 'credit', currency, amount, terms, text }
}

const contact = ({ form, payload, language }: Asking): AnswerRequest => {
  const told = answerWords[language].problems
  const { customer } = payload
  const contacts: Contact[] = form.getAll('contact').map((key) => {
    const of = (part: string, longest: number) => textOf(form, `contact-${key}-${part}`, longest)
    const known = customer.contacts[Number(key)]
    return {
      ...{ name: of('name', 120), role: of('role', 80), email: of('email', 200), phone: of('phone', 60) },
      dunning: known?.dunning ?? false,
    }
  })
  const addresses: Address[] = customer.addresses.map(({ kind }) => {
    const of = (part: string, longest: number) => textOf(form, `address-${kind}-${part}`, longest)
    const country = of('country', 2).toUpperCase()
    if (!/^[A-Z]{2}$/.test(country)) throw new Problem(`address-${kind}-country`, told.country)
    return { kind, street: of('street', 300), postalCode: of('postalCode', 20), city: of('city', 100), country }
  })
  const kept = contacts.filter(({ name, email, phone }) => name !== '' || email !== '' || phone !== '')
  const note = textOf(form, 'note', 1000)
  const same = JSON.stringify([kept, addresses]) === JSON.stringify([customer.contacts, customer.addresses])
  if (same && note === '') throw new Problem('note', told.same)
  return { kind: 'contact', contacts: kept, addresses, note }
}

const readers: Record<AnswerKind, (asking: Asking) => AnswerRequest> = { payment, dispute, credit, contact }

/** What a filled-in form asks; throws `Problem` with the field to mend. */
export const requestFrom = (kind: AnswerKind, asking: Asking): AnswerRequest => readers[kind](asking)
