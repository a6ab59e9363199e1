import type { BankBook, HeldReceipt, LineToMatch, OpenItem, Payer } from './match.model.ts'
import { isTailOf, labelOf, lastDigits, spellingsOfNumber, wordsInText, wordsOfName } from './match.text.rules.ts'

type Account = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly words: readonly string[]
  /** How little each word is shared: a word of one customer weighs most. */
  readonly weights: number[]
  /** The earliest due first. */
  readonly debts: OpenItem[]
  readonly credits: OpenItem[]
}

/** What the candidates of every line are looked up in; built once for all of them. */
export type MatchIndex = ReturnType<typeof indexOf>

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Lists by currency and amount. */
const byAmount = <V extends { currency: string }>() => {
  const currencies = new Map<string, Map<number, V[]>>()
  return {
    add(amount: number, value: V): void {
      const amounts = currencies.get(value.currency) ?? new Map<number, V[]>()
      currencies.set(value.currency, amounts)
      add(amounts, amount, value)
    },
    of: (currency: string, amount: number): readonly V[] => currencies.get(currency)?.get(amount) ?? [],
  }
}

const TAIL = 3

export const indexOf = (book: BankBook) => {
  const accounts = new Map<string, Account>()
  const byWord = new Map<string, Account[]>()
  for (const { id, code, name } of book.customers) {
    const account: Account = { id, code, name, words: wordsOfName(name), weights: [], debts: [], credits: [] }
    accounts.set(id, account)
    for (const word of account.words) add(byWord, word, account)
  }
  for (const { words, weights } of accounts.values())
    for (const word of words) weights.push(Math.log(1 + accounts.size / (byWord.get(word)?.length ?? 1)))

  const byNumber = new Map<string, OpenItem[]>()
  // By the last three digits: of a number that ends in fewer, by those.
  const byEnding = new Map<string, OpenItem[]>()
  const amounts = byAmount<OpenItem>()
  const byId = new Map<string, OpenItem>()
  for (const item of book.items.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))) {
    byId.set(item.id, item)
    const account = accounts.get(item.customerId)
    for (const spelling of spellingsOfNumber(item.number)) add(byNumber, spelling, item)
    if (item.open < 0) {
      account?.credits.push(item)
      continue
    }
    account?.debts.push(item)
    const digits = lastDigits(item.number)
    if (digits) add(byEnding, digits.slice(-TAIL), item)
    amounts.add(item.open, item)
  }

  const byLetter = new Map<string, OpenItem[]>()
  for (const { reference, itemIds } of book.letters) {
    const items = itemIds.flatMap((id) => byId.get(id) ?? [])
    if (items.length > 0) for (const spelling of spellingsOfNumber(reference)) byLetter.set(spelling, items)
  }

  const receipts = byAmount<HeldReceipt>()
  for (const receipt of book.receipts) receipts.add(receipt.amount, receipt)

  const payers = new Map<string, Payer[]>()
  for (const payer of book.payers) add(payers, `${payer.kind} ${payer.value}`, payer)

  return {
    accounts,
    byNumber,
    byLetter,
    byWord,
    writeOffLimits: book.writeOffLimits,
    ofAmount: amounts.of,
    receiptsOf: receipts.of,
    /** Debts whose number may be shortened so; two digits alone stand for too many. */
    endingIn: (short: string): readonly OpenItem[] =>
      short.length < TAIL
        ? []
        : (byEnding.get(short.slice(-TAIL)) ?? []).filter(({ number }) => isTailOf(short, lastDigits(number))),
    payersOf: (kind: Payer['kind'], value: string): readonly Payer[] =>
      value === '' ? [] : (payers.get(`${kind} ${value}`) ?? []),
  }
}

/** Why a customer could be the payer, whatever was paid; the strongest reason counts. */
export type Payership = { code: 'account-known' | 'label-known' | 'name'; detail: string; uses: number; whole: boolean }

/** Words that more customers share than that tell little; the rarest is looked at whatever it is. */
const MOST_POSTINGS = 2000
const FEW_POSTINGS = 100
const MOST_BY_NAME = 8
const LEAST_ALIKE = 0.6

/** The customers that a line's payer could be, by what past choices taught and by name. */
export const payersOfLine = (index: MatchIndex, line: LineToMatch): Map<string, Payership[]> => {
  const found = new Map<string, Payership[]>()
  const learnt = (kind: Payer['kind'], value: string) => {
    for (const { customerId, uses } of index.payersOf(kind, value))
      if (index.accounts.has(customerId))
        add(found, customerId, { code: `${kind}-known`, detail: value, uses, whole: true } as Payership)
  }
  learnt('account', line.partyAccount)
  learnt('label', labelOf(line))
  for (const { account, alike } of namesAlike(index, line))
    add(found, account.id, { code: 'name', detail: account.name, uses: 0, whole: alike > 0.99 })
  return found
}

const namesAlike = (index: MatchIndex, line: LineToMatch): { account: Account; alike: number }[] => {
  const words = wordsInText(`${line.party} ${line.text}`)
  const shared = [...words].flatMap((word) => {
    const sharing = index.byWord.get(word)
    return sharing ? [sharing] : []
  })
  const seen = new Set<Account>()
  const found: { account: Account; alike: number }[] = []
  let postings = 0
  for (const sharing of shared.sort((a, b) => a.length - b.length)) {
    postings += sharing.length
    // Once somebody is found by rare words, common ones find only namesakes.
    if (postings > (found.length > 0 ? FEW_POSTINGS : MOST_POSTINGS) && seen.size > 0) break
    for (const account of sharing) {
      if (seen.has(account)) continue
      seen.add(account)
      const alike = alikeness(account, words)
      if (alike >= LEAST_ALIKE) found.push({ account, alike })
    }
  }
  return found
    .sort((a, b) => b.alike - a.alike || b.account.words.length - a.account.words.length)
    .slice(0, MOST_BY_NAME)
}

/** How much of a name stands in the text, rare words weighing more; 1 is the whole name. */
const alikeness = ({ words, weights }: Account, text: ReadonlySet<string>): number => {
  let whole = 0
  let there = 0
  for (let i = 0; i < words.length; i += 1) {
    const weight = weights[i] ?? 0
    whole += weight
    if (text.has(words[i] ?? '')) there += weight
  }
  return whole === 0 ? 0 : there / whole
}
