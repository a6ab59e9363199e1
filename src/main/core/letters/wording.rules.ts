import { Liquid, LiquidError } from 'liquidjs'
import { Refusal } from '../kernel/errors.ts'

/** The named fields of a wording, each with the value that the help and the first preview show. */
export const wordingFields = [
  { name: 'customer.name', example: 'Maison Alpha' },
  { name: 'customer.code', example: 'C-0042' },
  { name: 'company.name', example: 'Emballages Rivelaine' },
  { name: 'company.signatory', example: 'Hélène Marchetti' },
  { name: 'company.phone', example: '04 65 71 00 10' },
  { name: 'company.email', example: 'comptabilite@rivelaine.example' },
  { name: 'total', example: '1 257,98 €' },
  { name: 'principal', example: '1 200,00 €' },
  { name: 'interest', example: '17,98 €' },
  { name: 'indemnities', example: '40,00 €' },
  { name: 'fees', example: '0,00 €' },
  { name: 'deadline', example: '8 mars 2026' },
  { name: 'today', example: '28 février 2026' },
  { name: 'oldestDue', example: '14 janvier 2026' },
  { name: 'invoiceCount', example: '1' },
  { name: 'invoices', example: 'F-1024' },
  { name: 'reference', example: 'R2026-0003-0012' },
  { name: 'previousLetters', example: '' },
] as const

export type WordingFields = {
  customer: { name: string; code: string }
  company: { name: string; signatory: string; phone: string; email: string }
  total: string
  principal: string
  interest: string
  indemnities: string
  fees: string
  deadline: string
  today: string
  oldestDue: string
  invoiceCount: number
  invoices: string
  reference: string
  previousLetters: { date: string; level: string }[]
}

export type WordingProblem = { line: number; message: string }

// No file, no code, and bounds on what a template may cost: wordings come from users.
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  relativeReference: false,
  dynamicPartials: false,
  templates: {},
  parseLimit: 100_000,
  // Milliseconds: ends a loop without end. A letter takes one, but a busy machine may pause for half a second.
  renderLimit: 2000,
  memoryLimit: 200_000,
})

const specimen: WordingFields = {
  customer: { name: 'Maison Alpha', code: 'C-0042' },
  company: {
    name: 'Rivelaine',
    signatory: 'Hélène Marchetti',
    phone: '04 65 71 00 10',
    email: 'comptabilite@rivelaine.example',
  },
  total: '1 257,98 €',
  principal: '1 200,00 €',
  interest: '17,98 €',
  indemnities: '40,00 €',
  fees: '0,00 €',
  deadline: '8 mars 2026',
  today: '28 février 2026',
  oldestDue: '14 janvier 2026',
  invoiceCount: 2,
  invoices: 'F-1024, F-1031',
  reference: 'R2026-0003-0012',
  previousLetters: [{ date: '14 février 2026', level: 'Relance' }],
}

/**
 * What is wrong with a wording: unknown fields, wherever they stand; else what fails when it is rendered for one invoice
 * and for several.
 */
export const checkWording = (text: string): WordingProblem[] => {
  const problems = unknownFields(text)
  if (problems.length > 0) return problems
  for (const fields of [specimen, { ...specimen, invoiceCount: 1, deadline: '', previousLetters: [] }]) {
    const problem = tryRendering(text, fields)
    if (problem && !problems.some((one) => one.line === problem.line && one.message === problem.message))
      problems.push(problem)
  }
  return problems
}

const fieldNames: ReadonlySet<string> = new Set(wordingFields.map((field) => field.name))

/** A field of its own, or one under a group (`customer.name`); a list's lines are checked by rendering. */
const isField = ([root, ...under]: readonly unknown[]): boolean =>
  fieldNames.has(String(root))
    ? under.length === 0 || root === 'previousLetters'
    : under.length === 1 && fieldNames.has(`${root}.${under[0]}`)

const unknownFields = (text: string): WordingProblem[] => {
  try {
    const { globals } = engine.parseAndAnalyzeSync(text, undefined, { partials: false })
    return Object.values(globals)
      .flat()
      .filter(({ segments }) => !isField(segments))
      .map(({ segments, location }) => ({ line: location.row, message: `unknown field: ${segments.join('.')}` }))
  } catch {
    // A text that cannot be read is told by rendering it.
    return []
  }
}

const tryRendering = (text: string, fields: WordingFields): WordingProblem | null => {
  try {
    engine.parseAndRenderSync(text, fields)
    return null
  } catch (error) {
    if (!(error instanceof LiquidError) && !(error instanceof Error)) throw error
    const line = error instanceof LiquidError ? error.token.getPosition()[0] : 1
    return {
      line: line ?? 1,
      message: error.message.replace(/, line:\d+, col:\d+.*$/s, '').replace(/^undefined variable: /, 'unknown field: '),
    }
  }
}

/** Straight apostrophes of the wording as printers set them; those of a name in a field stay as they are. */
const curled = (text: string): string =>
  text.replace(/\{\{.*?\}\}|\{%.*?%\}|(\p{L})'(?=\p{L}|\{\{)/gsu, (found, letter?: string) =>
    letter === undefined ? found : `${letter}’`,
  )

/** A wording with its fields filled in; refuses `wording.invalid` with the line. */
export const renderWording = (text: string, fields: WordingFields): string => {
  try {
    return String(engine.parseAndRenderSync(curled(text), fields)).trim()
  } catch (error) {
    const problem = tryRendering(text, fields)
    if (!problem) throw error
    throw new Refusal('wording.invalid', `line ${problem.line}: ${problem.message}`, { problems: [problem] })
  }
}
