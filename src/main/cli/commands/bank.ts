import type { Command } from 'commander'
import type { BankLine, BankProposal } from '../../core/bank/bank.contract.ts'
import { toDecimal } from '../../core/kernel/money.ts'
import { answers, declare } from '../command.ts'
import { finish } from '../jobs.ts'
import { type Client, type Common, say, withBook } from '../session.ts'
import { grouped, left, right, table } from '../table.ts'

const PAGE = 1000

type Matching = Common & { acceptReady?: boolean; all?: boolean }

export const bankCommands = (program: Command): void => {
  const command = declare(program, 'match', 'bank lines that wait, with who may have paid what')
    .argument('<book>')
    .option('--accept-ready', 'settle those whose reference and amount are exact, without a rival')
    .option('--all', 'lines matched or set aside too, and expenses')
  answers(command, async (book: string, options: Matching) => {
    const lines = await withBook(options, book, (client) => matchLines(client, options))
    return { json: { lines: lines.map(toJson) }, text: toText(lines) }
  })
}

type Line = { line: BankLine; proposals: BankProposal[] }

const matchLines = async (client: Client, { acceptReady = false, all = false }: Matching): Promise<Line[]> => {
  // Those accepted are shown as well, with what came of them.
  const before = new Set(acceptReady ? (await linesOf(client, 'open')).map(({ id }) => id) : [])
  if (acceptReady) {
    const { matched, left: waiting } = await finish(client.bank.matchReady({}), 'match')
    say(`${matched} lines settled, ${waiting} receipts wait.`)
  }
  const lines = (await linesOf(client, all || acceptReady ? 'all' : 'open')).filter(
    ({ id, role, state }) => all || ((state === 'open' || before.has(id)) && role !== 'out'),
  )
  const open = lines.filter(({ state, role }) => state === 'open' && role !== 'out').map(({ id }) => id)
  const proposals = new Map<string, BankProposal[]>()
  for (let at = 0; at < open.length; at += PAGE) {
    const found = await client.bank.proposals({ lineIds: open.slice(at, at + PAGE), limit: PAGE })
    for (const one of found.lines) proposals.set(one.lineId, one.proposals)
  }
  return lines.map((line) => ({ line, proposals: proposals.get(line.id) ?? [] }))
}

const linesOf = async (client: Client, show: 'open' | 'all'): Promise<BankLine[]> => {
  const lines: BankLine[] = []
  for (;;) {
    const page = (await client.bank.lines({ show, offset: lines.length, limit: PAGE })).lines
    lines.push(...page)
    if (page.length < PAGE) return lines
  }
}

const toJson = ({ line, proposals }: Line) => {
  const decimal = (amount: number) => toDecimal(amount, line.currency)
  return {
    id: line.id,
    account: line.account,
    amount: decimal(line.amount),
    currency: line.currency,
    date: line.booked,
    text: line.text,
    party: line.party,
    kind: line.kind,
    role: line.role,
    state: line.state,
    left: decimal(line.left),
    payments: line.payments.map(({ customerName, number, amount }) => ({
      customer: customerName,
      number,
      amount: decimal(amount),
    })),
    proposals: proposals.map((one) => ({
      action: one.action,
      customer: one.customerCode,
      name: one.customerName,
      items: one.items.map(({ number, due, open, amount }) => ({
        number,
        due,
        open: decimal(open),
        amount: decimal(amount),
      })),
      credits: one.credits.map(({ number, amount }) => ({ number, amount: decimal(amount) })),
      discount: decimal(one.discount),
      writeOff: decimal(one.writeOff),
      unallocated: decimal(one.unallocated),
      // From 0 to 1, as the acceptance cases count.
      score: one.score / 100,
      ready: one.ready,
      reasons: one.reasons,
    })),
  }
}

const toText = (lines: readonly Line[]): string =>
  table(
    [
      left('Day'),
      right('Amount'),
      left('Text'),
      left('State'),
      left('Customer'),
      left('Documents'),
      right('Score'),
      left('Why'),
    ],
    lines.map(({ line, proposals: [best] }) => [
      line.booked,
      grouped(toDecimal(line.amount, line.currency)),
      [line.party, line.text].filter(Boolean).join(' '),
      best?.ready ? 'ready' : line.state.replace('_', ' '),
      best?.customerName ?? line.payments.map(({ customerName }) => customerName).join(', '),
      (best?.items ?? line.payments).map(({ number }) => number).join(', '),
      best ? String(best.score) : '',
      best?.reasons.map(({ code }) => code).join(', ') ?? '',
    ]),
  )
