import type { Day } from '../kernel/day.ts'
import type { CheckProblem, EventKind, EventStage, FileRegister } from './registers.contract.ts'

/** What a register says of one company; whose it is shows only against the book. */
export type Told = {
  register: FileRegister
  siren: string
  /** The establishment that it is about; empty for the whole company. */
  siret: string
  lei: string
  reference: string
  kind: EventKind
  stage: EventStage
  day: Day | null
  publishedOn: Day | null
  court: string
  department: string
  nature: string
  /** The notice that this one corrects or annuls. */
  replaces: string
  /** A state, not a notice: told with every extract, it is news only when it changes. */
  state: boolean
}

export const NOTHING_TOLD: Omit<Told, 'register' | 'kind' | 'reference'> = {
  siren: '',
  siret: '',
  lei: '',
  stage: '',
  day: null,
  publishedOn: null,
  court: '',
  department: '',
  nature: '',
  replaces: '',
  state: false,
}

/** What was read of a file since the last time: rows or notices, those of customers, and lines that cannot be read. */
export type Reading = { register: FileRegister; records: number; told: Told[]; problems: CheckProblem[] }

/** The numbers of the book's customers. */
export type Wanted = { sirens: ReadonlySet<string>; leis: ReadonlySet<string> }
