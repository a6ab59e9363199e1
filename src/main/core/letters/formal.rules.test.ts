import { describe, expect, test } from 'vitest'
import { letterLanguages } from '../kernel/contract.ts'
import { defaultWording } from './default-wording.ts'
import { checkNotice, checkNoticeText, type NoticeFacts } from './formal.rules.ts'
import { formalElements } from './formal.schema.ts'

const complete: NoticeFacts = {
  language: 'fr',
  sender: {
    name: 'Emballages Rivelaine',
    legalForm: 'SAS',
    capital: '120 000 €',
    street: ['14 rue des Canuts'],
    city: 'Lyon',
    siren: '123456782',
    vatNumber: '',
    signatory: 'Hélène Marchetti',
  },
  recipient: {
    name: 'Maison Alpha',
    street: ['12, rue des Lilas'],
    city: 'Paris',
    siren: '732829320',
    vatNumber: '',
    attention: 'Mme Dupont',
  },
  invoices: 2,
  charged: true,
  deadlineDays: 8,
  hasAccount: true,
  earlierLetters: 3,
  enclosures: 1,
}
const formal = checkNoticeText(defaultWording('formal', 'fr'), 'fr')
const found = (facts: Partial<NoticeFacts>, text = formal) =>
  Object.fromEntries(
    checkNotice({ ...complete, ...facts }, text)
      .filter(({ state }) => state !== 'present')
      .map(({ element, state, blocks, at }) => [element, `${state}${blocks ? ', blocks' : ''}, ${at}`]),
  )

test('a complete notice leaves only the orders to a person’s look', () => {
  expect(checkNotice(complete, formal).map(({ element }) => element)).toEqual(formalElements)
  expect(found({})).toEqual({ orders: 'to-check, proofs' })
})

test('what names the parties and says what to pay, by when and where, is indispensable; an address is missed', () => {
  const { sender, recipient } = complete
  const { orders: _orders, ...missing } = found({
    sender: { ...sender, street: [] },
    recipient: { ...recipient, city: '' },
    hasAccount: false,
    deadlineDays: null,
  })
  expect(missing).toEqual({
    'sender-address': 'missing, company',
    'debtor-address': 'missing, customer',
    iban: 'missing, blocks, bank',
    deadline: 'missing, blocks, plan',
    'deadline-length': 'missing, plan',
  })
})

test('what makes it stand is missed, and does not block', () => {
  const { sender, recipient } = complete
  const { orders: _orders, ...missing } = found({
    sender: { ...sender, legalForm: '', siren: '', signatory: '' },
    recipient: { ...recipient, siren: '', attention: null },
    earlierLetters: 0,
    enclosures: 0,
  })
  expect(missing).toEqual({
    'sender-form': 'missing, company',
    'sender-number': 'missing, company',
    signatory: 'missing, company',
    'debtor-number': 'missing, customer',
    'debtor-representative': 'to-check, customer',
    'earlier-letters': 'to-check, wording',
    enclosures: 'to-check, proofs',
  })
})

test.each([
  [7, 'to-check, plan'],
  [8, undefined],
  [15, undefined],
  [30, undefined],
  [31, 'to-check, plan'],
])('a deadline of %i days', (deadlineDays, expected) => {
  expect(found({ deadlineDays })['deadline-length']).toBe(expected)
})

describe('the text', () => {
  test.each(letterLanguages)('of the notice shipped in %s has every element', (language) => {
    const missing = checkNoticeText(defaultWording('formal', language), language).filter(
      ({ state }) => state !== 'present',
    )
    expect(missing).toEqual([])
  })

  test.each(letterLanguages)('of a reminder in %s is no formal notice', (language) => {
    const missing = checkNoticeText(defaultWording('reminder', language), language).filter(
      ({ state }) => state === 'missing',
    )
    expect(missing.map(({ element }) => element)).toEqual(expect.arrayContaining(['charges', 'consequences', 'law']))
  })

  test('of the user’s own is looked through the same way', () => {
    const text = checkNoticeText(
      { subject: 'Mise en demeure', body: 'Nous vous mettons en demeure de nous payer {{ total }} sans délai.' },
      'fr',
    )
    expect(found({}, text)).toMatchObject({
      deadline: 'missing, blocks, wording',
      consequences: 'missing, wording',
      law: 'missing, wording',
      amicable: 'missing, wording',
    })
    expect(found({}, text)).not.toHaveProperty('order-to-pay')
  })
})
