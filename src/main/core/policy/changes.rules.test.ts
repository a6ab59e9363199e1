import { expect, test } from 'vitest'
import { changesBetween, clauses, linesOf } from './changes.rules.ts'
import { tellChange } from './changes.words.rules.ts'
import type { CreditPolicy } from './credit-policy.schema.ts'
import { defaultPolicy } from './default-policy.ts'
import type { PolicyContent } from './policy.contract.ts'

const [price, quantity, ...otherReasons] = defaultPolicy.disputeReasons
if (!price || !quantity) throw new Error('no reasons are shipped')

const told = (changed: Partial<PolicyContent>, before: PolicyContent = defaultPolicy, language: 'fr' | 'en' = 'en') =>
  changesBetween(before, { ...before, ...changed }).map((change) => {
    const { clause, point, before: was, after } = tellChange(change, language, 'EUR')
    return `${clause} | ${point} | ${was} | ${after}`.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ')
  })
const credit = (changed: Partial<CreditPolicy>): Partial<PolicyContent> => ({
  credit: { ...defaultPolicy.credit, ...changed },
})

test('a version that says the same changed nothing, whatever the order of what has none', () => {
  const { GBP, ...others } = defaultPolicy.writeOffLimits
  const same = { writeOffLimits: { GBP, ...others }, requiredProofs: [...defaultPolicy.requiredProofs].reverse() }
  expect(told({ ...same, requiredProofs: same.requiredProofs.map((kinds) => [...kinds].reverse()) })).toEqual([])
})

test('each limit, delay and requirement that differs is one line', () => {
  expect(told({ writeOffLimits: { EUR: 900, GBP: 500, CHF: 500 } })).toEqual([
    'writeOff | limit in USD | $5.00 | –',
    'writeOff | limit in EUR | €5.00 | €9.00',
  ])
  expect(told({ disputeDays: 1 }, defaultPolicy, 'fr')).toEqual(['disputes | délai de règlement | 30 jours | 1 jour'])
  expect(told({ requiredProofs: [['invoice'], ['contract']] })).toEqual([
    'proofs | document asked for | order, quote or signed contract | –',
    'proofs | document asked for | delivery note or proof of receipt | –',
    'proofs | document asked for | – | signed contract',
  ])
  expect(
    told(
      { charges: { ...defaultPolicy.charges, lateRate: '12.5', discount: { percent: '2', days: 10 } } },
      defaultPolicy,
      'fr',
    ),
  ).toEqual(['charges | taux de pénalité conventionnel | – | 12,5 %', 'charges | escompte | – | 2 % à 10 jours'])
})

test('reasons are followed by their code through new names, withdrawals and order', () => {
  const renamed = { ...price, en: 'Pricing' }
  const retired = { ...quantity, active: false }
  expect(told({ disputeReasons: [renamed, retired, ...otherReasons] })).toEqual([
    'disputes | reason | Price | Pricing',
    'disputes | reason | Quantity | Quantity (no longer offered)',
  ])
  expect(told({ disputeReasons: [{ ...price, fr: 'Tarif' }, quantity, ...otherReasons] })).toEqual([
    'disputes | reason | Prix / Price | Tarif / Price',
  ])
  const [order, ...rest] = told({ disputeReasons: [quantity, price, ...otherReasons] })
  expect(order).toMatch(/^disputes \| order of reasons \| Price, Quantity, .* \| Quantity, Price, /)
  expect(rest).toEqual([])
  expect(told({ disputeReasons: [price] })).toContain('disputes | reason | Quantity | –')
})

test('clauses on credit are told by class, person, segment and part', () => {
  const { limits, classBounds, exposure } = defaultPolicy.credit
  expect(
    told(
      credit({
        limits: {
          ...limits,
          equityPercent: '12.5',
          scoreFactors: ['1.5', '1', '0.8', '0.4', '0'],
          ownRevenue: 100_000_000,
        },
        termsBySegment: [{ segment: 'Négoce', terms: '45eom-b' }],
        classBounds: [85, classBounds[1], classBounds[2], classBounds[3]],
        exposure: { ...exposure, drafts: false },
        authority: [{ person: 'Anne', ceilings: [5_000_000, 4_000_000, 3_000_050, 0, 0] }],
        deputies: [{ person: 'Anne', deputy: 'Luc', from: '2026-07-01', until: '2026-07-31' }],
      }),
      defaultPolicy,
      'fr',
    ),
  ).toEqual([
    'limits | part des capitaux propres | 10 % | 12,5 %',
    'limits | notre chiffre d’affaires | – | 1 000 000,00 €',
    'limits | coefficient de la classe 3 | 0,7 | 0,8',
    'terms | segment Négoce | – | fin de mois puis 45 jours',
    'scorecard | seuil de la classe 1 | 80 points | 85 points',
    'exposure | Effets et prélèvements en cours | compté | non compté',
    'authority | plafonds de Anne | – | 50 000 € / 40 000 € / 30 000,50 € / 0 € / 0 €',
    'authority | suppléance Luc → Anne | – | du 01/07/2026 au 31/07/2026',
  ])
})

test('every line that a policy can say has its point in both languages', () => {
  const full: PolicyContent = {
    ...defaultPolicy,
    charges: { ...defaultPolicy.charges, lateRate: '10', discount: { percent: '1', days: 8 } },
    credit: {
      ...defaultPolicy.credit,
      supplierDays: 45,
      termsBySegment: [{ segment: 'A', terms: '30' }],
      limits: { ...defaultPolicy.credit.limits, ownRevenue: 1 },
      authority: [{ person: 'A', ceilings: [1, 1, 1, 1, 1] }],
      deputies: [{ person: 'A', deputy: 'B', from: '2026-01-01', until: '2026-01-02' }],
      actions: ['a', 'b', 'c', 'd', 'e'],
    },
  }
  const lines = linesOf(full)
  expect(new Set(lines.map(({ clause }) => clause))).toEqual(new Set(clauses))
  for (const line of lines)
    for (const language of ['fr', 'en'] as const) {
      const { point, after } = tellChange({ ...line, before: null, after: line.value }, language, 'EUR')
      expect(point, `${line.clause} ${line.key}`).not.toContain(`${line.clause} ${line.key}`)
      expect(after, `${line.clause} ${line.key}`).not.toMatch(/undefined|\[object/)
    }
})
