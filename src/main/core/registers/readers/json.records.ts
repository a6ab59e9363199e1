import { Refusal } from '../../kernel/errors.ts'

export type JsonRecord = { place: number; value: Record<string, unknown> | null }

/** Arrays of an outer object that hold the records; every other array belongs to a record. */
const HOLDERS = /"(results|records|data|annonces|listeAvis)"\s*:\s*$/
const LONGEST = 4 * 1024 * 1024

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93]

const unreadable = (message: string, line: number) =>
  new Refusal('import.unreadable', message, { line, reason: 'json' })

/**
 * Cuts JSON of any length into its records: the objects of an array, of an array under `results`, `records` or `data`, or
 * objects one after another. Each is parsed alone; one that cannot be comes as null with its place from 1. Refuses a
 * record above 4 million characters and a file that ends inside one with `import.unreadable`.
 */
export const createJsonRecords = () => {
  /** Where records may begin: outside everything, or inside the array that holds them. */
  let depth = 0
  let base = 0
  let text = ''
  let started = -1
  let at = 0
  let inText = false
  let escaped = false
  let place = 0
  let found: JsonRecord[] = []

  const emit = (until: number) => {
    place += 1
    const record = text.slice(started, until)
    started = -1
    try {
      const value: unknown = JSON.parse(record)
      found.push({ place, value: value && typeof value === 'object' ? (value as Record<string, unknown>) : null })
    } catch {
      found.push({ place, value: null })
    }
  }

  const opens = (code: number) => {
    // The object around a list of records is no record itself.
    if (
      code === OPEN_LIST &&
      depth === 1 &&
      base === 0 &&
      started >= 0 &&
      HOLDERS.test(text.slice(Math.max(started, at - 64), at))
    ) {
      started = -1
      base = 2
    } else if (code === OPEN_LIST && depth === 0) base = 1
    else if (code === OPEN && depth === base && started < 0) started = at
    depth += 1
  }

  const closes = (code: number) => {
    depth -= 1
    if (depth < 0) throw unreadable('A bracket closes nothing', place + 1)
    if (code === CLOSE && depth === base && started >= 0) emit(at + 1)
    // Beside the list that held the records there are none.
    else if (depth < base) base = depth === 0 ? 0 : Number.POSITIVE_INFINITY
  }

  return {
    write(piece: string): void {
      // A record that began earlier keeps its beginning, everything before is let go.
      const kept = started >= 0 ? started : Math.max(0, text.length - 64)
      text = text.slice(kept) + piece
      at -= kept
      if (started >= 0) started = 0
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        if (inText) {
          if (escaped) escaped = false
          else if (code === BACKSLASH) escaped = true
          else if (code === QUOTE) inText = false
        } else if (code === QUOTE) inText = true
        else if (code === OPEN || code === OPEN_LIST) opens(code)
        else if (code === CLOSE || code === CLOSE_LIST) closes(code)
      }
      if (text.length > LONGEST && started >= 0) throw unreadable('A record is too long', place + 1)
    },
    end(): void {
      if (inText || depth > 0) throw unreadable('The file ends inside a record', place + 1)
    },
    take(): JsonRecord[] {
      const taken = found
      found = []
      return taken
    },
  }
}
