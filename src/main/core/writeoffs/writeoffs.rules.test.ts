import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approvalOf, entryOf, taxDeadline, taxOf, taxRecovered, taxStateOf } from './writeoffs.rules.ts'
import { noticeWords } from './writeoffs.words.ts'

const policy = (losses: Parameters<typeof approvalOf>[0]['losses']) => ({ losses, deputies: [] })

describe('the VAT of a loss', () => {
  test.each([
    [120_000, { gross: 240_000, tax: 40_000 }, null, 20_000],
    [50_000, { gross: 105_500, tax: 5_500 }, '20', 2_607],
    [120_000, null, '20', 20_000],
    [60_000, null, '5.5', 3_128],
    [60_000, null, null, null],
    [1, { gross: 3, tax: 1 }, null, 0],
  ])('of %i with %o at %s is %s', (amount, invoice, rate, tax) => {
    expect(taxOf(amount, invoice, rate).tax).toBe(tax)
  })

  test('may be deducted until the end of the second year after the event', () => {
    expect(taxDeadline('2026-06-15')).toBe('2028-12-31')
    expect(taxDeadline('2026-12-31')).toBe('2028-12-31')
  })

  const known = {
    state: 'booked' as const,
    applies: true,
    due: 'invoiced' as const,
    tax: 20_000,
    definitiveOn: '2026-06-15',
    noticeOn: '2026-07-01',
    claimedOn: null,
  }
  test.each([
    [{}, '2028-12-31', 'claim'],
    [{}, '2029-01-01', 'lapsed'],
    [{ claimedOn: '2026-08-01' }, '2029-01-01', 'claimed'],
    [{ noticeOn: null }, '2026-07-01', 'notice'],
    [{ definitiveOn: null, noticeOn: null }, '2026-07-01', 'waiting'],
    [{ tax: null }, '2026-07-01', 'unknown'],
    [{ tax: 0 }, '2026-07-01', 'none'],
    [{ due: 'received' as const }, '2026-07-01', 'none'],
    [{ applies: false }, '2026-07-01', 'none'],
    [{ state: 'refused' as const }, '2026-07-01', 'none'],
  ])('%o on %s: %s', (rest, today, state) => {
    expect(taxStateOf({ ...known, ...rest }, today)).toBe(state)
  })

  test('taken back in parts adds up to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 8 }), (parts) => {
        const amount = parts.reduce((sum, part) => sum + part, 0)
        const item = { amount, tax: taxOf(amount, null, '20').tax }
        let before = { amount: 0, tax: 0 }
        for (const part of parts) {
          const tax = taxRecovered(item, before, part) as number
          expect(tax).toBeGreaterThanOrEqual(0)
          before = { amount: before.amount + part, tax: before.tax + tax }
        }
        expect(before).toEqual(item)
      }),
    )
  })

  test('is named to the customer as the law words it', () => {
    expect(noticeWords.mention(1, '1 000,00 €', '200,00 €')).toBe(
      'Facture demeurée impayée pour la somme de 1 000,00 € (prix net) et pour la somme de 200,00 € (taxe sur la valeur ajoutée correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI).',
    )
  })
})

describe('approval', () => {
  const asked = { worth: 100_000, proposedBy: 'Anne' }
  const may = (losses: Parameters<typeof policy>[0], person: string, what = asked) =>
    approvalOf(policy(losses), what, person, '2026-11-22').standing

  test('is anyone else’s while the policy names nobody', () => {
    const nobody = { authority: [], aloneUpTo: 0 }
    expect([may(nobody, 'Anne'), may(nobody, 'Paul')]).toEqual(['own-proposal', 'may'])
  })

  test('needs the ceiling, and the proposer’s own does not count', () => {
    const authority = [
      { person: 'Anne', ceiling: 500_000 },
      { person: 'Paul', ceiling: 99_999 },
      { person: 'Zoé', ceiling: 100_000 },
    ]
    const losses = { authority, aloneUpTo: 0 }
    expect(['Anne', 'Paul', 'Zoé', 'Luc'].map((person) => may(losses, person))).toEqual([
      'own-proposal',
      'above-authority',
      'may',
      'above-authority',
    ])
    expect(may({ authority, aloneUpTo: 100_000 }, 'Anne')).toBe('may')
    expect(may({ authority, aloneUpTo: 99_999 }, 'Anne')).toBe('own-proposal')
  })
})

test.each([
  ['claim', 'invoiced', { loss: 100_000, tax: 20_000, taxAccount: '44571', credit: 120_000 }],
  ['waiting', 'invoiced', { loss: 120_000, tax: 0, taxAccount: '', credit: 120_000 }],
  ['lapsed', 'invoiced', { loss: 120_000, tax: 0, taxAccount: '', credit: 120_000 }],
  ['none', 'received', { loss: 100_000, tax: 20_000, taxAccount: '44574', credit: 120_000 }],
] as const)('the entry of a loss whose VAT is %s, due when %s', (state, due, entry) => {
  expect(entryOf({ amount: 120_000, tax: 20_000 }, state, due)).toEqual(entry)
})
