import { expect, test } from 'vitest'
import { letterLanguages } from '../kernel/contract.ts'
import { creditWordingKeys } from './credit-wording.ts'
import { defaultWording } from './default-wording.ts'
import { legalFields } from './legal.rules.ts'
import type { CreditFields, WordingFields } from './wording.fields.ts'
import { checkWording, renderWording } from './wording.rules.ts'

const fields: WordingFields = {
  customer: { name: 'Durand & fils', code: 'C1' },
  company: { name: 'Rivelaine', signatory: 'H. M.', phone: '', email: '' },
  total: '10,00 €',
  principal: '10,00 €',
  interest: '0,00 €',
  indemnities: '0,00 €',
  fees: '0,00 €',
  deadline: '8 mars 2026',
  today: '28 février 2026',
  oldestDue: '1er janvier 2026',
  invoiceCount: 1,
  invoices: 'F-1',
  reference: 'R1',
  previousLetters: [],
  lateSince: '2 janvier 2026',
  claimsInterest: true,
  claimsIndemnity: true,
  claimsFees: false,
  earlierCharges: '0,00 €',
  claimsEarlier: false,
  ...legalFields({ regime: 'FR' }, 'fr'),
}

test('fields are filled in as they are', () => {
  expect(renderWording('À {{ customer.name }}, {{ total }}', fields)).toBe('À Durand & fils, 10,00 €')
})

test('apostrophes of the wording are curled, those of names and of tags are not', () => {
  const named = { ...fields, customer: { name: "L'Atelier", code: 'C1' } }
  expect(renderWording("l'avoir d'{{ customer.name }}{% if total == \"d'x\" %}{% endif %}", named)).toBe(
    "l’avoir d’L'Atelier",
  )
})

test('an unknown field is named with its line', () => {
  expect(checkWording('Bonjour,\n{{ client.nom }}', 'reminder')).toEqual([
    { line: 2, message: expect.stringContaining('client') },
  ])
})

test('a broken tag, an unknown filter and a partial are problems', () => {
  for (const text of ['{% if total %}', '{{ total | money }}', "{% include 'secret' %}", "{% render '/etc/passwd' %}"])
    expect(checkWording(text, 'reminder'), text).toHaveLength(1)
})

test('unknown fields are found in branches never taken, all of them, and a group is no field', () => {
  const text = "{% if total == 'x' %}{{ nothing }}{% endif %}\n{{ customer }}\n{{ customer.iban | append: today }}"
  expect(checkWording(text, 'reminder').map(({ line, message }) => `${line} ${message}`)).toEqual([
    '1 unknown field: nothing',
    '2 unknown field: customer',
    '3 unknown field: customer.iban',
  ])
})

test('a field only used when there is one invoice is checked too', () => {
  expect(checkWording('{% if invoiceCount == 1 %}{{ nothing }}{% endif %}', 'reminder')).toHaveLength(1)
})

test('a wording that would run for ever is refused', () => {
  const loops = '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}'
  expect(() => renderWording(loops, fields)).toThrow(expect.objectContaining({ code: 'wording.invalid' }))
})

test('earlier letters are told with their dates, in the singular and in the plural', () => {
  const { body } = defaultWording('formal', 'fr')
  const letters = ['2 février 2026', '14 février 2026', '20 février 2026'].map((date) => ({ date, level: 'Relance' }))
  const told = (count: number) => renderWording(body, { ...fields, previousLetters: letters.slice(0, count) })
  expect(told(0)).not.toMatch(/sans effet/)
  expect(told(1)).toContain('Notre courrier du 2 février 2026 est demeuré sans effet.')
  expect(told(3)).toContain('Nos courriers du 2 février 2026, du 14 février 2026 et du 20 février 2026 sont demeurés')
})

const credit: CreditFields = {
  customer: { name: 'Durand', code: 'C1' },
  company: { name: 'Rivelaine', signatory: '', phone: '', email: '' },
  today: '',
  reference: '',
  amount: '70 000,00 €',
  previousAmount: '',
  cashOnly: false,
  group: '',
  from: '1er mars 2026',
  until: '',
  terms: '30 jours après la date de facture',
  conditions: '',
  reasons: [],
  nextReview: '',
}

test('each kind of wording has its own fields', () => {
  expect(checkWording('{{ amount }} {% for reason in reasons %}{{ reason }}{% endfor %}', 'credit')).toEqual([])
  expect(checkWording('{{ amount }}', 'reminder')).toHaveLength(1)
  expect(checkWording('{{ interest }}', 'credit')).toHaveLength(1)
})

test.each(creditWordingKeys.flatMap((key) => letterLanguages.map((language) => [key, language] as const)))(
  'the wording shipped for %s in %s tells its reasons and the rights of a person',
  (key, language) => {
    const told = renderWording(defaultWording(key, language).body, {
      ...credit,
      reasons: ['la régularité', 'le volume'],
    })
    expect(told).toMatch(/\n– la régularité ?;\n– le volume\./)
    expect(told).toContain('2016/679')
  },
)
