import type { Day } from '../kernel/day.ts'
import { deadlinesFrom, type Zone, zoneOfCourt } from './deadlines.rules.ts'
import type { EventKind, Insolvency, RegisterEvent } from './registers.contract.ts'

/** Kinds that a court opens and closes; the others are states. */
export const PROCEDURES: ReadonlySet<EventKind> = new Set([
  'safeguard',
  'receivership',
  'liquidation',
  'professional_recovery',
])
/** The company trades no more. */
const GONE: ReadonlySet<EventKind> = new Set(['ceased', 'struck_off', 'closed_short'])

/** When anyone could know of an event: its publication, else its own day. */
const knownOn = (event: RegisterEvent): Day => event.publishedOn ?? event.day ?? ''
const happenedOn = (event: RegisterEvent): Day => event.day ?? event.publishedOn ?? ''

/** Counts on a day: told by then, and by then neither dismissed nor withdrawn by another notice. */
const countsOn = (event: RegisterEvent, asOf: Day): boolean =>
  knownOn(event) <= asOf &&
  !(event.dismissed && event.dismissed.on <= asOf) &&
  !(event.withdrawn && event.withdrawn.on <= asOf)

const inOrder = (a: RegisterEvent, b: RegisterEvent): number =>
  happenedOn(a).localeCompare(happenedOn(b)) ||
  knownOn(a).localeCompare(knownOn(b)) ||
  a.recordedAt.localeCompare(b.recordedAt) ||
  a.reference.localeCompare(b.reference)

type Procedure = { event: RegisterEvent; opening: RegisterEvent | null }
type State = { procedure: Procedure | null; gone: RegisterEvent | null }

/** One event after another: openings begin a procedure, conversions and plans go on in it, closings end it. */
const after = (state: State, event: RegisterEvent): State => {
  if (PROCEDURES.has(event.kind)) {
    const opens = event.stage === 'opening'
    return { ...state, procedure: { event, opening: opens ? event : (state.procedure?.opening ?? null) } }
  }
  if (event.kind === 'closed') return { ...state, procedure: null }
  if (event.kind === 'closed_short') return { procedure: null, gone: event }
  if (GONE.has(event.kind)) return { ...state, gone: event }
  // Trading again ends a cessation; a court alone ends a procedure.
  return event.kind === 'reopened' ? { ...state, gone: null } : state
}

/** The clock starts when the opening was first published: a correction of the notice does not start it again. */
const firstPublished = (opening: RegisterEvent, events: readonly RegisterEvent[], guard = 0): Day | null => {
  const corrected = events.find(({ reference, kind }) => reference === opening.replaces && kind === opening.kind)
  return opening.replaces !== '' && corrected && guard < 10
    ? (firstPublished(corrected, events, guard + 1) ?? opening.publishedOn)
    : opening.publishedOn
}

/**
 * What is in force of the events of one customer on a day; null when it trades as far as registers tell. A procedure is
 * told before a cessation; `gone` says that there is one too. `creditor`: where we sit, for the deadlines.
 */
export const insolvencyFrom = (events: readonly RegisterEvent[], asOf: Day, creditor: Zone): Insolvency | null => {
  const counting = events.filter((event) => countsOn(event, asOf)).toSorted(inOrder)
  const { procedure, gone } = counting.reduce<State>(after, { procedure: null, gone: null })
  const event = procedure?.event ?? gone
  if (!event) return null
  const opening = procedure?.opening ?? null
  const published = opening && firstPublished(opening, events)
  return {
    kind: event.kind,
    since: happenedOn(event),
    gone: gone !== null,
    event,
    opening,
    deadlines: published ? deadlinesFrom(published, creditor, zoneOfCourt(opening?.department ?? '')) : [],
  }
}

/** The day a court opened a procedure, and whether it goes on. */
export type Judgment = { day: Day; inForce: boolean }

/**
 * The judgment that parts a customer's claims on a day: of the last procedure opened, also when it is over, because the
 * interest it stopped does not run again (C. com. L622-28). A liquidation closed for want of assets gives creditors no
 * action back (L643-11): it stays in force. Null when no procedure was told by that day.
 */
export const judgmentFrom = (events: readonly RegisterEvent[], asOf: Day): Judgment | null => {
  let day: Day | null = null
  let inForce = false
  for (const event of events.filter((one) => countsOn(one, asOf)).toSorted(inOrder)) {
    if (PROCEDURES.has(event.kind)) {
      // A conversion or a plan goes on in the procedure that was opened; when no file told that one, it is all we know.
      if (event.stage === 'opening' || !inForce) day = happenedOn(event)
      inForce = true
    } else if (event.kind === 'closed_short') {
      day ??= happenedOn(event)
      inForce = true
    } else if (event.kind === 'closed') inForce = false
  }
  return day === null ? null : { day, inForce }
}

/** The days on which a court closed a procedure of a customer, as told by a day, the earliest first. */
export const closingsFrom = (events: readonly RegisterEvent[], asOf: Day): Day[] =>
  events
    .filter((event) => (event.kind === 'closed' || event.kind === 'closed_short') && countsOn(event, asOf))
    .map(happenedOn)
    .toSorted()
