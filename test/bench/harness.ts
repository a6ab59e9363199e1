import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One line of the table: what was measured beside the least that the same machine can do for it. */
export type Figure = {
  work: string
  /** In `unit`. */
  value: number
  unit: 'ms' | 's' | 'MB' | 'per second'
  /** What it is held against, in the same unit, measured in the same run; null where the aim is a plain figure. */
  bare: { what: string; value: number } | null
  aim: string
  /** What the reader must know to read it right. */
  note?: string
}

/** Why a figure could not be taken here. */
export type Skipped = { work: string; skipped: string }
export type Bench = () => Promise<(Figure | Skipped)[]>

const RUNS = 7

export const median = (values: readonly number[]): number => percentile(values, 50)

export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}

export const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** What is timed; `before` and `after` are not, and hand over what the work needs. */
export type Timed<T> = { before?: () => Promise<T>; work: (prepared: T) => unknown; after?: (prepared: T) => unknown }

/**
 * Medians of several works, taken in turns so that a busy moment of the machine falls on all of them. The first round
 * warms up and does not count.
 */
export const medians = async <K extends string, T>(
  works: Record<K, Timed<T> | (() => unknown)>,
  runs = RUNS,
): Promise<Record<K, number>> => {
  const names = Object.keys(works) as K[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let run = 0; run <= runs; run += 1) {
    for (const name of names) {
      const given = works[name]
      const { before, work, after } = typeof given === 'function' ? { work: given } : (given as Timed<T>)
      const prepared = (await before?.()) as T
      globalThis.gc?.()
      const spent = await millisecondsOf(() => work(prepared))
      await after?.(prepared)
      if (run > 0) taken[name].push(spent)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>
}

/** A folder for the length of a bench. */
export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const columns = ['Work', 'Measured', 'Held against', 'Ratio', 'Aim']

const cells = (figure: Figure | Skipped): string[] => {
  if ('skipped' in figure) return [figure.work, `skipped: ${figure.skipped}`, '', '', '']
  const { work, value, unit, bare, aim } = figure
  const against = bare ? `${digits(bare.value)} ${unit} ${bare.what}` : ''
  return [work, `${digits(value)} ${unit}`, against, bare ? `${(value / bare.value).toFixed(2)}×` : '', aim]
}

/** The table of all figures, for a terminal or a README. */
export const markdown = (figures: readonly (Figure | Skipped)[]): string => {
  const lines = [columns, ...figures.map(cells)]
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const print = (line: readonly string[]) => `| ${line.map((text, i) => text.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const notes = figures.flatMap((figure) =>
    'note' in figure && figure.note ? [`- ${figure.work}: ${figure.note}`] : [],
  )
  return [
    print(columns),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...lines.slice(1).map(print),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n')
}
