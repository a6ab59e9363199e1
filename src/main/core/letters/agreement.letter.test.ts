import { expect, test } from 'vitest'
import type { Company } from '../company/company.contract.ts'
import { type LetterLanguage, letterLanguages } from '../kernel/contract.ts'
import { type Agreement, composeAgreement, specimenAgreement } from './agreement.letter.ts'
import { defaultWording } from './default-wording.ts'
import type { Block } from './document.model.ts'

const company = {
  name: 'Rivelaine',
  signatory: 'Hélène Marchetti',
  signatoryRole: '',
  legalForm: 'SAS',
  capital: '',
  siren: '',
  vatNumber: '',
  registry: '',
  street: '',
  postalCode: '',
  city: 'Lyon',
  country: 'FR',
  currency: 'EUR',
  phone: '',
  email: '',
  accent: '#1f4e79',
  bankAccounts: [{ id: '', currency: 'EUR', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', label: '' }],
} as unknown as Company

const specimen = (language: LetterLanguage, rest: Partial<Agreement> = {}): Agreement => ({
  ...specimenAgreement(language, { company, logo: null, reference: 'AE-2026-1', day: '2026-02-28' }),
  ...rest,
})
const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.columns.flat()) : [block]))
const composed = (agreement: Agreement, body?: string) => {
  const wording = defaultWording('agreement', agreement.language)
  return flat(composeAgreement(agreement, body === undefined ? wording : { ...wording, body }).blocks)
}
const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? block.text : '')).join('\n')
const totalOf = (table: ReturnType<typeof tables>[number] | undefined): string => {
  const row = table?.totals?.[0]
  return String((row && 'cells' in row ? row.cells : (row ?? [])).at(-1))
}
const tables = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))

test.each(letterLanguages)(
  'an agreement in %s has the debts, the instalments, and both signatures last',
  (language) => {
    const blocks = composed(specimen(language))
    const [debts, schedule] = tables(blocks)
    expect(debts?.rows).toHaveLength(2)
    expect(schedule?.rows).toHaveLength(3)
    // What is owed is what is paid.
    expect(totalOf(debts)).toBe(totalOf(schedule))
    expect(totalOf(debts)).toMatch(/3\D?600/)
    expect(blocks.at(-1)).toMatchObject({ kind: 'signatures', signatures: [{}, { name: 'Maison Alpha' }] })
    expect(textOf(blocks)).not.toMatch(/[{}[\]]/)
  },
)

test('it acknowledges the debt, and says what a missed instalment and late interest come to', () => {
  const whole = textOf(composed(specimen('fr')))
  expect(whole).toContain('reconnaît devoir')
  expect(whole).toContain('interrompt la prescription (article 2240 du Code civil)')
  expect(whole).toContain('la totalité du solde redevient immédiatement exigible')
  expect(whole).toContain('renonce aux pénalités')
  const alone = textOf(composed(specimen('fr', { wholeDue: false, interestWaived: false })))
  expect(alone).toContain('est seule exigible')
  expect(alone).toContain('n’emporte pas renonciation')
})

test('the law of France is cited by French companies alone', () => {
  expect(textOf(composed(specimen('fr', { company: { ...company, country: 'BE' } })))).not.toContain('2240')
})

test('tables that a wording leaves out stand after it', () => {
  const blocks = composed(specimen('fr'), 'Le débiteur paie {{ total }}.')
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'table', 'facts', 'paragraph', 'signatures'])
})
