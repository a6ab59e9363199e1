import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'

/** How a word or a figure is meant: colours on paper, always beside words that say the same. */
export type Tone = 'plain' | 'faint' | 'good' | 'warning' | 'bad'

/**
 * A paper of the company that is no letter: a policy, a dossier, a form. Every text comes ready in its language, figures
 * formatted; the layout only sets it.
 */
export type DocumentData = {
  language: LetterLanguage
  company: { name: string; logo: { mediaType: string; bytes: Uint8Array } | null; accent: string }
  title: string
  subtitle: string
  /** On every page beside the company and the title; empty for none. */
  reference: string
  /** Of the paper: the PDF bears it as its date. */
  day: Day
  /** Under the title: who made it, the day, the version. */
  bylines: readonly string[]
  /** Where it stands, in a word: “Accordée”, “Brouillon”. */
  state: { text: string; tone: Tone } | null
  sections: readonly DocumentSection[]
}

/** `number` stands before the title, as in a contract. `newPage` starts one. */
export type DocumentSection = { title: string; number?: string; newPage?: boolean; blocks: readonly Block[] }

export type ListItem = { text: string; items?: readonly ListItem[] }

export type TableColumn = {
  label: string
  /** Figures stand to the right. */
  align?: 'left' | 'right'
  /** Share of the room that columns as wide as their text leave. */
  grow?: number
}

/** A cell may carry a tone; `strong` rows are totals within the table. */
export type TableCell = string | { text: string; tone: Tone }
export type TableRow = readonly TableCell[] | { cells: readonly TableCell[]; strong: true }

/** `age`: of receivables, 0 not due to 1 long overdue, in the colours of ages. */
type BarPart = { share: number } & ({ tone: Tone; age?: never } | { age: number; tone?: never })

export type Bar = {
  label: string
  /** As it is written beside the bar. */
  value: string
  /** Parts of the whole scale, 0 to 1, one after the other; what passes 1 widens the scale. */
  parts: readonly BarPart[]
  /** A tick on the scale, for instance the limit. */
  mark?: number
}

/** A person on the way to a decision. */
export type RouteStep = {
  person: string
  role: string
  /** When, in whose place, with what words. */
  detail: string
  state: 'done' | 'waiting' | 'later' | 'refused'
  stateText: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; tone?: Tone }
  /** Small and faint: a source, a rule of rounding, a legal mention. */
  | { kind: 'note'; text: string }
  | { kind: 'list'; items: readonly ListItem[]; ordered?: boolean }
  /** Names and values in so many columns. */
  | { kind: 'facts'; columns: 1 | 2 | 3; facts: readonly { label: string; value: string; tone?: Tone }[] }
  | {
      kind: 'table'
      columns: readonly TableColumn[]
      rows: readonly TableRow[]
      totals?: readonly TableRow[]
      notes?: readonly string[]
    }
  | { kind: 'bars'; bars: readonly Bar[] }
  | { kind: 'route'; steps: readonly RouteStep[] }
  /** One thing to see first: a traffic light with its reasons, a decision. */
  | { kind: 'callout'; tone: Tone; title: string; text: string; items?: readonly ListItem[] }
  /** What somebody wrote, with who and when. */
  | { kind: 'quotes'; quotes: readonly { by: string; text: string }[] }
  /** Room to sign, two beside one another. */
  | { kind: 'signatures'; signatures: readonly { role: string; name: string; hint: string }[] }
  /** Blocks beside one another. */
  | { kind: 'columns'; columns: readonly (readonly Block[])[] }
  /**
   * Empty places to fill in, by hand or on screen: `fieldBoxes` tells where they are. `lines` makes a higher one;
   * `share` is of the width (12 parts).
   */
  | { kind: 'fields'; fields: readonly FormField[] }

export type FormField = {
  /** Unique in the document. */
  name: string
  label: string
  type: 'text' | 'checkbox'
  share?: number
  lines?: number
  /** Printed in the box already. */
  value?: string
}

/** Where a field stands: points from the top left corner of its page, the first page is 1. */
export type FieldBox = { name: string; page: number; x: number; y: number; width: number; height: number }
