import type { Minor } from '../kernel/money.ts'
import { type Choice, explain, type Fit, inOrder, whole } from './match.choice.rules.ts'
import type { MatchIndex, Payership } from './match.index.rules.ts'
import type { Candidate, LineToMatch, OpenItem, Reason } from './match.model.ts'
import type { Named } from './match.references.rules.ts'
import { subsetOf } from './match.subset.rules.ts'
import { isTailOf, lastDigits, shortNumbersIn } from './match.text.rules.ts'

/** How the documents were found: named in full, by a number that may stand there by chance, shortened, or by amount alone. */
type Found = 'named' | 'perhaps-named' | 'shortened' | 'payer'

const SCORES: Record<Found, Record<Fit, number>> = {
  named: {
    exact: 99,
    some: 92,
    credits: 92,
    balance: 92,
    discount: 94,
    'late-discount': 85,
    near: 90,
    part: 80,
    more: 82,
  },
  'perhaps-named': {
    exact: 96,
    some: 84,
    credits: 84,
    balance: 84,
    discount: 86,
    'late-discount': 72,
    near: 80,
    part: 55,
    more: 55,
  },
  shortened: {
    exact: 95,
    some: 88,
    credits: 88,
    balance: 88,
    discount: 85,
    'late-discount': 74,
    near: 80,
    part: 62,
    more: 62,
  },
  payer: {
    exact: 95,
    some: 86,
    credits: 82,
    balance: 92,
    discount: 84,
    'late-discount': 70,
    near: 76,
    part: 50,
    more: 45,
  },
}
const BY_AMOUNT_ALONE = 80
const HIGHEST_WITHOUT_NAME = 98

/** What knowing the payer adds: past choices most, a part of the name less than the whole. */
const worthOf = (payer: readonly Payership[]): number => {
  const learnt = payer.filter(({ code }) => code !== 'name')
  const account = learnt.some(({ code }) => code === 'account-known') ? 1 : 0
  const uses = Math.min(2, Math.max(0, ...learnt.map((one) => one.uses - 1)))
  const partly = learnt.length === 0 && !payer.some(({ whole: all }) => all)
  return account + uses + (learnt.length > 0 && payer.length > learnt.length ? 1 : 0) - (partly ? 6 : 0)
}

const scoreOf = (found: Found, fit: Fit, payer: readonly Payership[]): number => {
  const base = SCORES[found][fit]
  if (found === 'named' && fit === 'exact') return base
  if (found === 'payer') {
    // With nothing but the payer to go by, an account says more than a name.
    const learnt = fit === 'part' || fit === 'more' ? (payer.some(({ code }) => code !== 'name') ? 7 : 0) : 0
    return Math.min(HIGHEST_WITHOUT_NAME, base + learnt + worthOf(payer))
  }
  return Math.min(HIGHEST_WITHOUT_NAME, base + (payer.length > 0 ? 2 + Math.max(0, worthOf(payer)) : 0))
}

const payerReasons = (payer: readonly Payership[]): Reason[] => payer.map(({ code, detail }) => ({ code, detail }))

type Asked = { index: MatchIndex; line: LineToMatch; payers: ReadonlyMap<string, Payership[]> }

const candidate = (
  asked: Asked,
  customerId: string,
  found: Found,
  choice: Choice,
  said: readonly Reason[],
): Candidate => {
  const payer = asked.payers.get(customerId) ?? []
  const account = asked.line.account
  const onAccount = account !== '' && choice.placed.some(({ item }) => item.askedAccount === account)
  return {
    customerId,
    action: 'settle',
    score: scoreOf(found, choice.fit, payer),
    placed: choice.placed,
    credits: choice.credits,
    receipt: null,
    unallocated: choice.unallocated,
    reasons: [
      ...said,
      ...payerReasons(payer),
      ...(choice.reason ? [choice.reason] : []),
      ...(onAccount ? [{ code: 'account-asked', detail: account } as const] : []),
    ],
  }
}

const amountReason = (items: readonly OpenItem[]): Reason =>
  items.length === 1 ? { code: 'amount-exact', detail: '' } : { code: 'amount-sum', detail: String(items.length) }

const sumOf = (items: readonly OpenItem[]): Minor => items.reduce((sum, { open }) => sum + open, 0)
const inCurrency = (items: readonly OpenItem[], currency: string): OpenItem[] =>
  items.filter((item) => item.currency === currency)

const limitOf = ({ index, line }: Asked): Minor => index.writeOffLimits[line.currency] ?? 0

/** Documents named in the line: all of them, one of them or an instalment, with a discount, nearly, or a part. */
const ofNamed = (asked: Asked, customerId: string, { items, reasons, telling }: Named): Candidate => {
  const { index, line } = asked
  const found = telling ? 'named' : 'perhaps-named'
  const debts = items.filter(({ open }) => open > 0).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const make = (choice: Choice) => candidate(asked, customerId, found, choice, reasons)
  if (sumOf(items) === line.amount) return make(whole(items, 'exact', amountReason(items)))
  const some = subsetOf(
    debts.map((item) => ({ item, amount: item.open })),
    line.amount,
  )
  if (some) {
    const chosen = some.items.map(({ item }) => item)
    // Instalments bear one number: paying the next of them is paying what was named.
    const oneNumber = new Set(items.map(({ number }) => number)).size === 1
    return make(whole(chosen, oneNumber ? 'exact' : 'some', amountReason(chosen)))
  }
  const credits = inCurrency(index.accounts.get(customerId)?.credits ?? [], line.currency)
  const deducted = credits.filter((item) => !items.includes(item))
  for (const less of [deducted, ...deducted.map((one) => [one])])
    if (less.length > 0 && sumOf(items) + sumOf(less) === line.amount)
      return make(whole([...items, ...less], 'credits', amountReason([...items, ...less])))
  const explained = explain(debts, line, limitOf(asked))
  if (explained) return make(explained)
  return make(inOrder(debts, line.amount, line.amount > sumOf(debts) ? 'more' : 'part', null))
}

const MOST_NUMBERS = 12
const MOST_ACCOUNTS = 10

/** Debts that a number may stand for: of anyone, or with two digits only of those who could have paid. */
const shortenedTo = ({ index, payers }: Asked, number: string): readonly OpenItem[] =>
  number.length > 2
    ? index.endingIn(number)
    : [...payers.keys()].flatMap((id) =>
        (index.accounts.get(id)?.debts ?? []).filter((item) => isTailOf(number, lastDigits(item.number))),
      )

/** Shortened numbers (`178/190/201`): the endings of documents of one customer. */
const ofShortNumbers = (asked: Asked): Candidate[] => {
  const { line, payers } = asked
  const byCustomer = new Map<string, Map<string, OpenItem[]>>()
  for (const number of shortNumbersIn(line.text).slice(0, MOST_NUMBERS))
    for (const item of shortenedTo(asked, number)) {
      if (item.currency !== line.currency) continue
      const numbers = byCustomer.get(item.customerId) ?? new Map<string, OpenItem[]>()
      byCustomer.set(item.customerId, numbers)
      const same = numbers.get(number)
      if (same) same.push(item)
      else numbers.set(number, [item])
    }
  const likely = [...byCustomer]
    .filter(
      ([customerId, numbers]) =>
        numbers.size > 1 ||
        payers.has(customerId) ||
        [...numbers.values()][0]?.some(({ open }) => open === line.amount),
    )
    .sort((a, b) => b[1].size - a[1].size || Number(payers.has(b[0])) - Number(payers.has(a[0])))
    .slice(0, MOST_ACCOUNTS)
  return likely.flatMap(([customerId, numbers]) => {
    const said: Reason = { code: 'short-number', detail: [...numbers.keys()].join('/') }
    const chosen = oneOfEach([...numbers.values()], line.amount)
    if (chosen)
      return [
        candidate(
          asked,
          customerId,
          'shortened',
          whole(chosen, chosen.length > 1 ? 'exact' : 'some', amountReason(chosen)),
          [said],
        ),
      ]
    if (!payers.has(customerId)) return []
    const first = [...numbers.values()].flatMap((items) => items.slice(0, 1))
    const choice =
      explain(first, line, limitOf(asked)) ??
      inOrder(first, line.amount, line.amount > sumOf(first) ? 'more' : 'part', null)
    return [candidate(asked, customerId, 'shortened', choice, [said])]
  })
}

const MOST_TRIED = 256

/** One document for each number that add up to the amount, leaving out numbers that are none (a year, a quantity). */
const oneOfEach = (numbers: readonly (readonly OpenItem[])[], amount: Minor): OpenItem[] | null => {
  let tried = 0
  const walk = (at: number, missing: Minor, chosen: OpenItem[]): OpenItem[] | null => {
    tried += 1
    if (missing === 0) return chosen
    const items = numbers[at]
    if (!items || missing < 0 || tried > MOST_TRIED) return null
    for (const item of items) {
      const found = chosen.includes(item) ? null : walk(at + 1, missing - item.open, [...chosen, item])
      if (found) return found
    }
    return walk(at + 1, missing, chosen)
  }
  return walk(0, amount, [])
}

/** A customer that could be the payer: one document, the balance, several documents, a discount, nearly, the oldest. */
const ofPayer = (asked: Asked, customerId: string): Candidate[] => {
  const { index, line } = asked
  const account = index.accounts.get(customerId)
  const debts = inCurrency(account?.debts ?? [], line.currency)
  const credits = inCurrency(account?.credits ?? [], line.currency)
  const { amount } = line
  const make = (choice: Choice) => candidate(asked, customerId, 'payer', choice, [])
  const exact = debts.filter(({ open }) => open === amount).slice(0, 3)
  if (exact.length > 0) return exact.map((item) => make(whole([item], 'exact', amountReason([item]))))
  if (debts.length > 1 && sumOf(debts) === amount)
    return [make(whole(debts, 'balance', { code: 'amount-balance', detail: '' }))]
  if (credits.length > 0 && sumOf(debts) + sumOf(credits) === amount)
    return [make(whole([...debts, ...credits], 'balance', { code: 'amount-balance', detail: '' }))]
  const addends = debts.map((item) => ({ item, amount: item.open }))
  const made = subsetOf(addends, amount)
  if (made) {
    const chosen = made.items.map(({ item }) => item)
    return [make(whole(chosen, made.alone ? 'some' : 'credits', amountReason(chosen)))]
  }
  for (const less of [credits, ...credits.slice(0, 3).map((one) => [one])]) {
    if (less.length === 0) continue
    const with_ = subsetOf(addends, amount - sumOf(less))
    if (with_) {
      const chosen = [...with_.items.map(({ item }) => item), ...less]
      return [make(whole(chosen, 'credits', amountReason(chosen)))]
    }
  }
  const explained = [...debts.slice(0, 60).map((item) => [item]), ...(debts.length > 1 ? [debts] : [])]
    .flatMap((some) => explain(some, line, limitOf(asked)) ?? [])
    .sort((a, b) => SCORES.payer[b.fit] - SCORES.payer[a.fit])
  if (explained[0]) return [make(explained[0])]
  return [make(inOrder(debts, amount, amount > sumOf(debts) ? 'more' : 'part', null))]
}

const MOST_BY_AMOUNT = 5

/** Documents of that very amount, of customers that nothing else points to. */
const byAmountAlone = (asked: Asked): Candidate[] => {
  const { index, line, payers } = asked
  const items = index.ofAmount(line.currency, line.amount).filter(({ customerId }) => !payers.has(customerId))
  const asksHere = items.filter(({ askedAccount }) => askedAccount !== '' && askedAccount === line.account)
  return [...new Set([...asksHere, ...items.slice(0, MOST_BY_AMOUNT)])].slice(0, MOST_BY_AMOUNT).map((item) => ({
    ...candidate(asked, item.customerId, 'payer', whole([item], 'exact', amountReason([item])), []),
    score: BY_AMOUNT_ALONE,
  }))
}

/**
 * What a receipt could settle. Where a document is named in full and the amount agrees, nothing else is looked for
 * (acceptance P23); the others are ordered by `bank.matching.rules.ts`.
 */
export const settlements = (
  index: MatchIndex,
  line: LineToMatch,
  payers: ReadonlyMap<string, Payership[]>,
  named: ReadonlyMap<string, Named>,
): Candidate[] => {
  const asked = { index, line, payers }
  const byName = [...named].flatMap(([customerId, one]) =>
    one.items.some(({ open }) => open > 0) ? [ofNamed(asked, customerId, one)] : [],
  )
  const exact = byName.filter(({ score }) => score === SCORES.named.exact)
  if (exact.length > 0) return exact
  return [
    ...byName,
    ...ofShortNumbers(asked),
    ...[...payers.keys()].flatMap((customerId) => ofPayer(asked, customerId)),
    ...byAmountAlone(asked),
  ]
}
