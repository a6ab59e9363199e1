import { requireCompany } from '../company/company.service.ts'
import { fraction, toPlaces } from '../financials/fraction.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { formatDay, formatMoney, formatPercent } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { tableCsv } from '../tables/table.csv.ts'
import type { Cell, Column, Table } from '../tables/table.model.ts'
import { tableXlsx } from '../tables/table.xlsx.ts'
import type {
  Balance,
  Confirmation,
  ConfirmationForm,
  ConfirmationRun,
  ConfirmationState,
  Part,
} from './confirmations.contract.ts'
import { confirmationStates } from './confirmations.contract.ts'
import { lettersOfRun, readRun } from './confirmations.read.ts'
import { LIST_WORDS } from './list.words.ts'

/** One account of a letter. */
type Line = { letter: Confirmation; ours: Balance; theirs: Minor | null; difference: Minor | null }
type Field = { column: Column; cell: (line: Line) => Cell; total?: (line: Line) => Minor; onPaper: boolean }

const linesOf = (letters: readonly Confirmation[]): Line[] =>
  letters.flatMap((letter) =>
    letter.balances.map((ours) => {
      const answered = letter.state === 'agrees' || letter.state === 'differs'
      const difference = letter.differences.find(({ currency }) => currency === ours.currency)?.total ?? 0
      return {
        letter,
        ours,
        theirs: answered ? ours.total + difference : null,
        difference: answered ? difference : null,
      }
    }),
  )

const stateIn = (language: Language, form: ConfirmationForm, state: ConfirmationState): string =>
  state === 'waiting' && form === 'negative' ? LIST_WORDS[language].silent : LIST_WORDS[language].states[state]

const fieldsOf = (language: Language, form: ConfirmationForm): Field[] => {
  const words = LIST_WORDS[language]
  const { columns } = words
  const text = (label: string, cell: (line: Line) => string, onPaper = false): Field => ({
    column: { label, kind: 'text' },
    cell,
    onPaper,
  })
  const amount = (label: string, value: (line: Line) => Minor | null): Field => ({
    column: { label, kind: 'amount' },
    cell: value,
    total: (line) => value(line) ?? 0,
    onPaper: true,
  })
  const answer = ({ letter }: Line) => (letter.state === 'waiting' ? undefined : letter.answers[0])
  return [
    text(columns.reference, ({ letter }) => letter.reference, true),
    text(columns.code, ({ letter }) => letter.code),
    text(columns.name, ({ letter }) => letter.name, true),
    text(columns.chosenBy, ({ letter }) => words.chosenBy[letter.chosenBy], true),
    text(columns.currency, ({ ours }) => ours.currency, true),
    amount(columns.ours, ({ ours }) => ours.total),
    text(columns.state, ({ letter }) => stateIn(language, form, letter.state), true),
    amount(columns.theirs, ({ theirs }) => theirs),
    amount(columns.difference, ({ difference }) => difference),
    text(
      columns.reason,
      (line) => {
        const reason = line.letter.state === 'differs' ? answer(line)?.reason : null
        return reason ? words.reasons[reason] : ''
      },
      true,
    ),
    {
      column: { label: columns.answeredOn, kind: 'day' },
      // Of a letter that nobody answered, the day it was given up is no day of an answer.
      cell: (line) => (line.letter.state === 'none' ? null : (answer(line)?.answeredOn ?? null)),
      onPaper: false,
    },
    text(columns.note, (line) => answer(line)?.note ?? ''),
    text(columns.sha256, ({ letter }) => letter.sha256),
  ]
}

const partIn = (parts: readonly Part[], currency: string): Pick<Part, 'count' | 'gross'> =>
  parts.find((part) => part.currency === currency) ?? { count: 0, gross: 0 }

const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, one) => sum + one, 0)

/** How the letters were chosen, how far they go and what came back: what an auditor judges the round by. */
const footnotesOf = (run: ConfirmationRun, letters: readonly Confirmation[], language: Language): string[] => {
  const words = LIST_WORDS[language]
  const { population, drawn, standings, counts, auditor, deadline, criteria, seed } = run
  const shareOf = (part: Minor, whole: Minor): string =>
    whole === 0 ? '–' : formatPercent(toPlaces(fraction(BigInt(part) * 100n, whole), 1), language)
  const agreed = standings.find(({ state }) => state === 'agrees')?.parts ?? []
  const differing = letters.flatMap(({ differences }) => differences)
  return [
    ...population.flatMap((whole) => {
      const { currency } = whole
      const money = (amount: Minor) => formatMoney(amount, currency, language)
      const { count, gross } = partIn(drawn, currency)
      const confirmed = partIn(agreed, currency).gross
      const own = differing.filter((one) => one.currency === currency)
      const covered = words.covered({
        ...{ currency, asked: count, all: whole.count, drawn: money(gross), whole: money(whole.gross) },
        share: shareOf(gross, whole.gross),
      })
      const found = words.found({
        ...{ agreed: money(confirmed), share: shareOf(confirmed, gross) },
        ...{ differing: own.length, difference: money(sumOf(own.map(({ total }) => total))) },
      })
      return count === 0 ? [covered] : [`${covered} ${found}`]
    }),
    confirmationStates
      .filter((state) => counts[state] > 0)
      .map((state) => words.standing(stateIn(language, run.form, state), counts[state]))
      .join(' · '),
    words.answersTo([auditor.name, auditor.firm].filter(Boolean).join(', '), formatDay(deadline, language)),
    ...(criteria.random > 0 ? [words.draw(seed, criteria.random)] : []),
  ].filter(Boolean)
}

type Wanted = { runId: string; format: 'csv' | 'xlsx' | 'pdf'; language?: Language | undefined }

/** The list of a round; totals where all of it is in one currency. */
export const auditorsList = async (ctx: QueryContext, { runId, format, language }: Wanted) => {
  const [run, company] = [await readRun(ctx, runId), await requireCompany(ctx)]
  const own = language ?? company.language
  const words = LIST_WORDS[own]
  const letters = await lettersOfRun(ctx, runId)
  const lines = linesOf(letters)
  const fields = fieldsOf(own, run.form).filter(({ onPaper }) => onPaper || format !== 'pdf')
  const currencies = [...new Set(lines.map(({ ours }) => ours.currency))]
  const table: Table = {
    title: words.title,
    subtitle: words.subtitle(company.name, formatDay(run.asOf, own), words.forms[run.form]),
    currency: currencies.length === 1 ? (currencies[0] ?? company.currency) : company.currency,
    columns: fields.map(({ column }) => column),
    rows: lines.map((line) => ({ cells: fields.map(({ cell }) => cell(line)), currency: line.ours.currency })),
    totals:
      currencies.length === 1
        ? {
            cells: fields.map(({ total }, place) =>
              total ? sumOf(lines.map(total)) : place === 0 ? words.total : null,
            ),
          }
        : null,
    footnotes: footnotesOf(run, letters, own),
  }
  const name = `${words.fileName}-${run.asOf}-${String(run.number).padStart(3, '0')}.${format}`
  return { name, file: await fileOf(ctx, table, { name, format, language: own }) }
}

const fileOf = async (
  ctx: QueryContext,
  table: Table,
  { name, format, language }: { name: string; format: Wanted['format']; language: Language },
): Promise<File> => {
  switch (format) {
    case 'csv':
      return new File([tableCsv(table, language)], name, { type: 'text/csv' })
    case 'xlsx':
      return new File([new Uint8Array(await tableXlsx(table))], name, {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      })
    case 'pdf':
      return new File([new Uint8Array(typesetterOf(ctx.ports).tablePdf(table, language))], name, {
        type: 'application/pdf',
      })
  }
}
