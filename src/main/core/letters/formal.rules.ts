import type { LetterLanguage } from '../kernel/contract.ts'
import { type ElementCheck, type FormalElement, formalElements, PLACES } from './formal.schema.ts'
import { NOTICE_WORDS } from './formal.words.ts'
import { fieldsUsed } from './wording.rules.ts'

type ElementState = ElementCheck['state']

/** Without these a notice asks for nothing. An address that is missing may be written by hand: it is told before the yes. */
const INDISPENSABLE: ReadonlySet<FormalElement> = new Set([
  'sender-name',
  'debtor-name',
  'order-to-pay',
  'deadline',
  'iban',
])

/** Days a debtor is given: eight to fifteen is usual, up to thirty accepted. */
const SHORTEST_DEADLINE = 8
const LONGEST_DEADLINE = 30

type Address = { street: readonly string[]; city: string }

/** What the check looks at, from the letter as it would be set. */
export type NoticeFacts = {
  language: LetterLanguage
  sender: Address & {
    name: string
    legalForm: string
    capital: string
    siren: string
    vatNumber: string
    signatory: string
  }
  recipient: Address & { name: string; siren: string; vatNumber: string; attention: string | null }
  invoices: number
  /** Charges claimed beside the principal. */
  charged: boolean
  /** Days from the letter to the day asked for; null when it names none. */
  deadlineDays: number | null
  hasAccount: boolean
  /** Reminders that went before. */
  earlierLetters: number
  enclosures: number
}

const check = (element: FormalElement, state: ElementState | boolean): ElementCheck => {
  const told = state === true ? 'present' : state === false ? 'missing' : state
  return { element, state: told, blocks: told === 'missing' && INDISPENSABLE.has(element), at: PLACES[element] }
}

const anyOf = (used: ReadonlySet<string>, ...names: string[]): boolean => names.some((name) => used.has(name))

/** What the text of a notice must do by itself: its fields, and the words a reader of its language looks for. */
export const checkNoticeText = (
  { subject, body }: { subject: string; body: string },
  language: LetterLanguage,
): ElementCheck[] => {
  const text = `${subject}\n${body}`
  const used = fieldsUsed(text)
  const words = NOTICE_WORDS[language]
  return [
    check('title', words.title.test(text)),
    check('sums', anyOf(used, 'total')),
    check('charges', anyOf(used, 'interest') && anyOf(used, 'indemnities')),
    check('order-to-pay', words.order.test(body)),
    check('deadline', anyOf(used, 'deadline')),
    check('consequences', words.court.test(body)),
    check('law', anyOf(used, 'noticeLaw', 'courtLaw', 'interestLaw') || words.law.test(body)),
    check('earlier-letters', anyOf(used, 'previousLetters')),
    check('amicable', words.amicable.test(body)),
  ]
}

/** Every element of a notice with what became of it, in the order of `formalElements`. */
export const checkNotice = (facts: NoticeFacts, text: readonly ElementCheck[]): ElementCheck[] => {
  const { sender, recipient, deadlineDays } = facts
  const said = (element: FormalElement) => text.find((one) => one.element === element)?.state === 'present'
  const addressed = ({ street, city }: Address) => street.length > 0 && city !== ''
  const states: Record<FormalElement, ElementState | boolean> = {
    title: said('title'),
    'sender-name': sender.name !== '',
    'sender-address': addressed(sender),
    'sender-form': sender.legalForm !== '' && sender.capital !== '',
    'sender-number': sender.siren !== '' || sender.vatNumber !== '',
    signatory: sender.signatory !== '',
    'debtor-name': recipient.name === '' ? 'missing' : 'present',
    'debtor-address': addressed(recipient),
    'debtor-number': recipient.siren !== '' || recipient.vatNumber !== '',
    'debtor-representative': recipient.attention === null ? 'to-check' : 'present',
    invoices: facts.invoices > 0,
    // Contracts, orders and delivery notes are with the proofs; whether they are needed a person decides.
    orders: 'to-check',
    sums: said('sums'),
    charges: facts.charged ? said('charges') : 'to-check',
    'order-to-pay': said('order-to-pay'),
    deadline: deadlineDays !== null && said('deadline'),
    'deadline-length':
      deadlineDays === null
        ? 'missing'
        : deadlineDays >= SHORTEST_DEADLINE && deadlineDays <= LONGEST_DEADLINE
          ? 'present'
          : 'to-check',
    iban: facts.hasAccount,
    consequences: said('consequences'),
    law: said('law'),
    'earlier-letters': facts.earlierLetters === 0 ? 'to-check' : said('earlier-letters'),
    enclosures: facts.enclosures > 0 ? 'present' : 'to-check',
    amicable: said('amicable'),
  }
  return formalElements.map((element) => {
    const told = check(element, states[element])
    // A level that grants a deadline which its text does not name is mended in the text.
    return element === 'deadline' && deadlineDays !== null ? { ...told, at: 'wording' } : told
  })
}
