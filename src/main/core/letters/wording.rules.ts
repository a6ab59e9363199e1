import { Liquid, LiquidError } from 'liquidjs'
import { Refusal } from '../kernel/errors.ts'
import {
  type AgreementFields,
  type CreditFields,
  type EmailFields,
  listFields,
  specimensOf,
  type WordingFields,
  type WordingKind,
  wordingFields,
} from './wording.fields.ts'

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

/** Characters that a wording may come to: some forty pages. */
const LONGEST = 100_000

/** What is wrong with a wording: fields that its kind has not, wherever they stand; else what fails when it is rendered. */
export const checkWording = (text: string, kind: WordingKind): WordingProblem[] => {
  const problems = unknownFields(text, kind)
  if (problems.length > 0) return problems
  for (const fields of specimensOf(kind, 'fr')) {
    const problem = tryRendering(text, fields)
    if (problem && !problems.some((one) => one.line === problem.line && one.message === problem.message))
      problems.push(problem)
  }
  return problems
}

/** A field of its own, or one under a group (`customer.name`); a list's lines are checked by rendering. */
const isField = ([root, ...under]: readonly unknown[], kind: WordingKind): boolean => {
  const has = (name: string) => wordingFields[kind].includes(name)
  return has(String(root))
    ? under.length === 0 || listFields.has(String(root))
    : under.length === 1 && has(`${root}.${under[0]}`)
}

/** The fields that a wording uses, wherever they stand: `total`, `company.name`. A text that cannot be read uses none. */
export const fieldsUsed = (text: string): ReadonlySet<string> => {
  try {
    const { globals } = engine.parseAndAnalyzeSync(text, undefined, { partials: false })
    return new Set(Object.keys(globals))
  } catch {
    return new Set()
  }
}

const unknownFields = (text: string, kind: WordingKind): WordingProblem[] => {
  try {
    const { globals } = engine.parseAndAnalyzeSync(text, undefined, { partials: false })
    return Object.values(globals)
      .flat()
      .filter(({ segments }) => !isField(segments, kind))
      .map(({ segments, location }) => ({ line: location.row, message: `unknown field: ${segments.join('.')}` }))
  } catch {
    // A text that cannot be read is told by rendering it.
    return []
  }
}

const render = (text: string, fields: object): string => {
  const rendered = String(engine.parseAndRenderSync(text, fields))
  // The engine counts what a template keeps, not what it writes.
  if (rendered.length > LONGEST) throw new Error(`more than ${LONGEST} characters`)
  return rendered
}

const problemOf = (error: unknown): WordingProblem => {
  if (!(error instanceof Error)) throw error
  const line = error instanceof LiquidError ? error.token.getPosition()[0] : 1
  return {
    line: line ?? 1,
    message: error.message.replace(/, line:\d+, col:\d+.*$/s, '').replace(/^undefined variable: /, 'unknown field: '),
  }
}

const tryRendering = (text: string, fields: object): WordingProblem | null => {
  try {
    render(text, fields)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Straight apostrophes of the wording as printers set them; those of a name in a field stay as they are. */
const curled = (text: string): string =>
  text.replace(/\{\{.*?\}\}|\{%.*?%\}|(\p{L})'(?=\p{L}|\{\{)/gsu, (found, letter?: string) =>
    letter === undefined ? found : `${letter}’`,
  )

/** A wording with its fields filled in; refuses `wording.invalid` with the line. */
export const renderWording = (
  text: string,
  fields: WordingFields | CreditFields | EmailFields | AgreementFields,
): string => {
  try {
    return render(curled(text), fields).trim()
  } catch (error) {
    const problem = problemOf(error)
    throw new Refusal('wording.invalid', `line ${problem.line}: ${problem.message}`, { problems: [problem] })
  }
}
