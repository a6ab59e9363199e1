import type { Day } from '../kernel/day.ts'

/** Parts of a French tax form (2050 to 2053) in whole euros; the totals follow from them. */
type Parts = {
  fixed: number
  depreciation: number
  stocks: number
  receivables: number
  otherReceivables: number
  cash: number
  capital: number
  reserves: number
  result: number
  borrowings: number
  suppliers: number
  taxesAndStaff: number
  overdraft: number
  revenue: number
  purchases: number
  services: number
  taxes: number
  wages: number
  charges: number
  depreciated: number
  interest: number
}

/** Boxes of the form in cents. What is wanting of the balance stands among the other debts. */
const form = (part: Parts): Record<string, number> => {
  const current = part.stocks + part.receivables + part.otherReceivables + part.cash
  const net = part.fixed - part.depreciation + current
  const equity = part.capital + part.reserves + part.result
  const debts = net - equity
  const costs = part.purchases + part.services + part.taxes + part.wages + part.charges + part.depreciated
  const euros = {
    BJ: part.fixed,
    BK: part.depreciation,
    BT: part.stocks,
    BX: part.receivables,
    BZ: part.otherReceivables,
    CF: part.cash,
    CJ: current,
    CK: 0,
    CO: part.fixed + current,
    '1A': part.depreciation,
    DA: part.capital,
    DG: part.reserves,
    DI: part.result,
    DL: equity,
    DU: part.borrowings,
    DX: part.suppliers,
    DY: part.taxesAndStaff,
    EA: debts - part.borrowings - part.suppliers - part.taxesAndStaff,
    EC: debts,
    EE: net,
    EG: debts - part.borrowings + part.overdraft,
    EH: part.overdraft,
    FL: part.revenue,
    FR: part.revenue,
    FS: part.purchases,
    FT: 0,
    FW: part.services,
    FX: part.taxes,
    FY: part.wages,
    FZ: part.charges,
    GA: part.depreciated,
    GF: costs,
    GG: part.revenue - costs,
    GR: part.interest,
    HN: part.result,
  }
  return Object.fromEntries(Object.entries(euros).map(([box, amount]) => [box, amount * 100]))
}

const healthy = (year: number, growth: number): Record<string, number> =>
  form({
    fixed: 1_600_000 + year * 90_000,
    depreciation: 600_000 + year * 70_000,
    stocks: 400_000 + growth * 2_000,
    receivables: 860_000 + growth * 6_000,
    otherReceivables: 80_000,
    cash: 140_000 + growth * 5_000,
    capital: 300_000,
    reserves: 390_000 + year * 160_000,
    result: 160_000 + growth * 2_500,
    borrowings: 600_000 - year * 80_000,
    suppliers: 600_000 + growth * 2_000,
    taxesAndStaff: 300_000 + growth * 1_000,
    overdraft: 20_000,
    revenue: 4_100_000 + growth * 25_000,
    purchases: 1_950_000 + growth * 11_000,
    services: 960_000 + growth * 5_000,
    taxes: 185_000 + growth * 800,
    wages: 550_000 + growth * 3_000,
    charges: 235_000 + growth * 1_300,
    depreciated: 30_000,
    interest: 45_000 - year * 5_000,
  })

const losing = (result: number, reserves: number, revenue: number): Record<string, number> =>
  form({
    fixed: 740_000,
    depreciation: 430_000,
    stocks: 310_000,
    receivables: 385_000,
    otherReceivables: 60_000,
    cash: 14_000,
    capital: 150_000,
    reserves,
    result,
    borrowings: 420_000,
    suppliers: 340_000,
    taxesAndStaff: 165_000,
    overdraft: 60_000,
    revenue,
    purchases: Math.round(revenue * 0.52),
    services: Math.round(revenue * 0.26),
    taxes: 24_000,
    wages: 318_000,
    charges: 128_000,
    depreciated: 46_000,
    interest: 31_000,
  })

/** Published with the balance sheet shortened: the profit and loss account is confidential (C. com. L232-25). */
const confidential = (equity: number, assets: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries({ DL: equity, EE: assets, EC: assets - equity, CF: 18_000 }).map(([box, euros]) => [
      box,
      euros * 100,
    ]),
  )

export type DemoStatement = {
  name: string
  closedOn: Day
  receivedOn: Day
  source: 'filed' | 'asked'
  lines: Record<string, number>
}

/** Accounts of three years of three customers: one healthy, one whose equity turned negative, one that tells little. */
export const statements: readonly DemoStatement[] = [
  ['Laboratoires Hydrélia', [healthy(0, 0), healthy(1, 6), healthy(2, 11)], 'asked'] as const,
  [
    'Cosmétiques Aurélune',
    [losing(12_000, 40_000, 1_480_000), losing(-96_000, 52_000, 1_310_000), losing(-148_000, -44_000, 1_205_000)],
    'filed',
  ] as const,
  [
    'Jouets Tourniquet',
    [confidential(61_000, 402_000), confidential(48_000, 390_000), confidential(33_000, 381_000)],
    'filed',
  ] as const,
].flatMap(([name, years, source]) =>
  years.map((lines, place) => ({
    name,
    closedOn: `${2023 + place}-12-31`,
    receivedOn: place < 2 ? '2025-07-08' : '2026-06-16',
    source,
    lines,
  })),
)
