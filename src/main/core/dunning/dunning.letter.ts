import type { Part } from '../charges/charges.rules.ts'
import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { rfReference } from '../customers/identifiers.rules.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { formatLongDay, formatMoney } from '../kernel/format.ts'
import { channelMention } from '../letters/default-wording.ts'
import { epcPayload } from '../letters/epc.rules.ts'
import { legalFields, legalMentions, type MentionsAsked } from '../letters/legal.rules.ts'
import type { LetterData } from '../letters/letter.model.ts'
import { recipientOf, senderOf } from '../letters/letter.parties.ts'
import { ENCLOSED_COPIES } from '../letters/letter.words.ts'
import { renderWording } from '../letters/wording.rules.ts'
import type { LevelInput, ProposedLetter } from './dunning.contract.ts'
import { othersMention } from './dunning.others.words.ts'
import type { InterestDetail } from './dunning.proposal.ts'
import type { Wording } from './dunning.wording.service.ts'

/** What a letter is made of: everything read before, nothing looked up here. */
export type LetterParts = {
  letter: ProposedLetter
  level: LevelInput
  company: Company
  logo: LetterData['sender']['logo']
  customer: Customer
  credits: readonly { number: string; issued: Day; open: number }[]
  /** Reminders of these items that left before, oldest first. */
  previous: readonly { day: Day; level_name: string }[]
  /** Numbers of the invoices whose copy goes with it. */
  copies: readonly string[]
  detail: InterestDetail
  reference: string
  day: Day
  /** What its charges add to earlier claims. */
  claims: readonly Part[]
  /** The law its charges rest on, and how their days are counted. */
  basis: MentionsAsked
}

/** The rates that the letter's interest was worked out with, each once; null for the statutory one. */
const contractRatesOf = (detail: InterestDetail, { items }: ProposedLetter): (string | null)[] => [
  ...new Set(items.flatMap(({ itemId }) => detail.get(itemId)?.contractRate ?? null)),
]

/** Day by which the letter asks to pay; null when its level grants none. */
export const deadlineOf = (level: LevelInput, day: Day): Day | null =>
  level.newDeadlineDays === null ? null : addDays(day, level.newDeadlineDays)

/** Sets the wording and the figures of one letter for the typesetter. */
export const composeLetter = (
  parts: LetterParts,
  wording: Pick<Wording, 'subject' | 'body' | 'formal'>,
): LetterData => {
  const { letter, level, company, customer, credits, previous, detail, reference, day, basis } = parts
  const language = customer.language
  const money = (amount: number) => formatMoney(amount, letter.currency, language)
  const account = company.bankAccounts.find((one) => one.currency === letter.currency)
  const deadline = deadlineOf(level, day)
  const oldest = letter.items[0]
  const creditorReference = rfReference(reference)
  const showCharges = letter.interest + letter.indemnities + letter.fees + letter.earlierCharges > 0
  // What earlier letters claimed of an invoice stays claimed at a level that adds nothing.
  const shown = {
    interest: level.claimsInterest || letter.interest > 0,
    indemnity: level.claimsIndemnity || letter.indemnities > 0,
  }
  const fields = {
    customer: { name: customer.name, code: customer.code },
    company: { name: company.name, signatory: company.signatory, phone: company.phone, email: company.email },
    total: money(letter.total),
    principal: money(letter.principal - letter.credits),
    interest: money(letter.interest),
    indemnities: money(letter.indemnities),
    fees: money(letter.fees),
    earlierCharges: money(letter.earlierCharges),
    deadline: deadline ? formatLongDay(deadline, language) : '',
    today: formatLongDay(day, language),
    oldestDue: oldest ? formatLongDay(oldest.due, language) : '',
    invoiceCount: letter.items.length,
    invoices: letter.items.map((item) => item.number).join(', '),
    previousLetters: previous.map((one) => ({ date: formatLongDay(one.day, language), level: one.level_name })),
    reference,
    lateSince: oldest ? formatLongDay(addDays(oldest.due, 1), language) : '',
    claimsInterest: letter.interest > 0,
    claimsIndemnity: letter.indemnities > 0,
    claimsFees: letter.fees > 0,
    claimsEarlier: letter.earlierCharges > 0,
    ...legalFields(basis, language),
  }
  const contact = customer.contacts.find((one) => one.dunning) ?? null
  return {
    language,
    sender: senderOf(company, parts.logo, language),
    recipient: recipientOf(customer, company, { at: ['billing', 'registered'], attention: contact?.name || null }),
    reference,
    date: day,
    place: company.city,
    subject: renderWording(wording.subject, fields),
    body: renderWording(wording.body, fields),
    formal: wording.formal,
    currency: letter.currency,
    items: letter.items.map((item) => ({
      number: item.number,
      issued: item.issued,
      due: item.due,
      daysLate: item.daysLate,
      amount: item.amount,
      open: item.open - item.disputed,
      disputed: item.disputed,
      interest: shown.interest ? item.interest : null,
      indemnity: shown.indemnity ? item.indemnity : null,
    })),
    credits: credits.map((credit) => ({ ...credit })),
    totals: {
      principal: letter.principal,
      credits: letter.credits,
      interest: letter.interest,
      indemnities: letter.indemnities,
      fees: letter.fees,
      earlier: letter.earlierCharges,
      total: letter.total,
    },
    showCharges,
    interestDetail: level.claimsInterest ? letter.items.flatMap((item) => detail.get(item.itemId) ?? []) : [],
    deadline,
    payment: account
      ? {
          iban: account.iban,
          bic: account.bic,
          beneficiary: company.name,
          reference: creditorReference,
          qrPayload: epcPayload({
            beneficiary: company.name,
            iban: account.iban,
            bic: account.bic,
            amount: letter.total,
            currency: letter.currency,
            reference: creditorReference,
          }),
        }
      : null,
    legalMentions: remarks(
      othersMention(letter, language),
      legalMentions(language, {
        ...basis,
        contractRates: contractRatesOf(detail, letter),
        claims: { interest: fields.claimsInterest, indemnity: fields.claimsIndemnity },
      }),
    ),
    enclosures: parts.copies.length > 0 ? [ENCLOSED_COPIES[language](parts.copies)] : [],
    channelMention: channelMention(level.channel, language, company.country),
  }
}

const remarks = (others: string | null, legal: string[]): string[] => (others ? [others, ...legal] : legal)
