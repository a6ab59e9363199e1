import type { Minor } from '../kernel/money.ts'

type Lines = Readonly<Partial<Record<string, Minor>>>

type Check = {
  readonly code: 'unbalanced' | 'details-differ'
  readonly total: string
  readonly parts: readonly string[]
  readonly less: readonly string[]
  /** Without its total, a part that is blank cannot be known to be nothing. */
  readonly needed: boolean
  /** Lines without which the sum cannot be made. */
  readonly requires: readonly string[]
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '))

const sum = (total: string, parts: string, needed = true): Check => ({
  code: 'details-differ',
  total,
  parts: words(parts),
  less: [],
  needed,
  requires: [],
})

const balance = (total: string, parts: string, less: string, requires: string): Check => ({
  code: 'unbalanced',
  total,
  parts: words(parts),
  less: words(less),
  needed: true,
  requires: words(requires),
})

/** The balance sheet, and the totals of forms 2050 to 2052, with the boxes that make them. */
const checks: readonly Check[] = [
  balance('EE', 'CO', '1A', 'CO'),
  balance('EE', 'DL DO DR EC ED', '', 'DL EC'),
  balance('totalAssets', 'equity totalLiabilities', '', 'equity totalLiabilities'),
  sum('CO', 'AA BJ CJ CW CM CN'),
  sum('CJ', 'BL BN BP BR BT BV BX BZ CB CD CF CH'),
  sum('CK', 'BM BO BQ BS BU BW BY CA CC CE CG CI', false),
  sum('DL', 'DA DB DC DD DE DF DG DH DI DJ DK'),
  sum('EC', 'DS DT DU DV DW DX DY DZ EA EB'),
  sum('FL', 'FC FF FI'),
  sum('FR', 'FL FM FN FO FP FQ'),
  sum('GF', 'FS FT FU FV FW FX FY FZ GA GB GC GD GE'),
]

/** A total that its parts do not make. */
export type CheckFailure = {
  code: Check['code']
  total: string
  /** The total as given, and what its parts make; minor units. */
  expected: Minor
  found: Minor
  /** The parts given. */
  parts: string[]
}

const failureOf = (lines: Lines, check: Check, tolerance: Minor): CheckFailure | null => {
  const { code, total, parts, less, requires } = check
  const expected = lines[total]
  const given = [...parts, ...less].filter((part) => lines[part] !== undefined)
  if (expected === undefined || given.length === 0 || requires.some((line) => lines[line] === undefined)) return null
  const add = (names: readonly string[]) => names.reduce((all, name) => all + (lines[name] ?? 0), 0)
  const found = add(parts) - add(less)
  // Each line of a form is rounded by itself.
  return Math.abs(expected - found) <= tolerance * given.length ? null : { code, total, expected, found, parts: given }
}

/** What the totals say of a statement's lines. */
export type Soundness = {
  failures: CheckFailure[]
  /**
   * Whether lines may be added up: a blank one counts as nothing only where its total is given and agrees, so that half
   * a form never makes a wrong figure.
   */
  mayAdd: (terms: readonly { line: string; optional: boolean }[]) => boolean
}

/** Checks every total; it may be off by `tolerance` (minor units) for each of its lines. */
export const soundnessOf = (lines: Lines, tolerance: Minor): Soundness => {
  const judged = checks.map((check) => ({ check, failure: failureOf(lines, check, tolerance) }))
  const failed = judged.filter(({ failure, check }) => failure && check.code === 'details-differ')
  const unconfirmed = new Set(
    checks.filter(({ total, needed }) => needed && lines[total] === undefined).flatMap(({ parts }) => parts),
  )
  return {
    failures: judged.flatMap(({ failure }) => failure ?? []),
    mayAdd: (terms) =>
      !terms.some(({ line, optional }) => optional && lines[line] === undefined && unconfirmed.has(line)) &&
      !failed.some(({ check }) => terms.filter(({ line }) => check.parts.includes(line)).length > 1),
  }
}
