import { fold } from '../kernel/text.ts'
import { readDay } from './days.rules.ts'
import { meaningOf } from './natures.rules.ts'
import type { CheckProblem } from './registers.contract.ts'
import { NOTHING_TOLD, type Told } from './told.model.ts'

/** A notice of the BODACC, whichever form it came in. */
export type Notice = {
  reference: string
  type: 'annonce' | 'rectificatif' | 'annulation'
  published: string
  department: string
  court: string
  sirens: string[]
  judgment: { family: string; nature: string; day: string; rest: string } | null
  /** Struck off the trade register; the day when the notice tells one. */
  struckOff: { day: string } | null
  /** The notice before, which this one corrects or annuls. */
  precedes: string
}

type Json = Record<string, unknown>

/** The API keeps JSON inside texts. */
const nested = (value: unknown): Json | null => {
  try {
    const read: unknown = typeof value === 'string' && value.trim() !== '' ? JSON.parse(value) : value
    return read && typeof read === 'object' && !Array.isArray(read) ? (read as Json) : null
  } catch {
    return null
  }
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

export const digitsOf = (values: readonly string[]): string[] => [
  ...new Set(values.map((one) => one.replace(/\D/g, '')).filter((one) => one.length === 9)),
]

/** “BODACC A”, issue 20260176, notice 5232: `A202601765232`, as the register numbers its notices. */
export const numberOf = (publication: string, issue: string, notice: string): string =>
  issue === '' || notice === '' ? '' : `${publication.trim().slice(-1).toUpperCase()}${issue}${notice}`

export const typeOf = (told: string): Notice['type'] =>
  (['rectificatif', 'annulation'] as const).find((type) => fold(told).includes(type)) ?? 'annonce'

/** Whether a JSON record is a notice at all. */
export const isNotice = (record: Json): boolean =>
  'familleavis' in record || 'jugement' in record || ('typeavis' in record && 'id' in record)

/** Reads a record of the open-data API. */
export const noticeOfRecord = (record: Json): Notice => {
  const judgment = nested(record.jugement)
  const before = nested(record.parutionavisprecedent)
  const struck = nested(record.radiationaurcs)
  const inner = struck && (nested(struck.radiationPP) ?? struck)
  return {
    reference: text(record.id),
    type: typeOf(text(record.typeavis)),
    published: text(record.dateparution),
    department: text(record.numerodepartement),
    court: text(record.tribunal),
    sirens: digitsOf([record.registre].flat().flatMap((one) => text(one).split(','))),
    judgment: judgment && {
      family: text(judgment.famille),
      nature: text(judgment.nature),
      day: text(judgment.date),
      rest: text(judgment.complementJugement),
    },
    struckOff:
      struck || text(record.familleavis) === 'radiation' ? { day: text(inner?.dateCessationActivitePP) } : null,
    precedes: before
      ? numberOf(text(before.nomPublication), text(before.numeroParution), text(before.numeroAnnonce))
      : '',
  }
}

type Read = { told: Told[]; withdraws: string; problem: { reason: CheckProblem['reason']; value: string } | null }

const NOTHING: Read = { told: [], withdraws: '', problem: null }

/**
 * What a notice says of each company that it names. An annulment takes back the notice before; a correction takes its
 * place, unless it only points to it without telling the judgment again. Notices of sales, accounts and changes say nothing here.
 */
export const readNotice = (notice: Notice): Read => {
  const { reference, judgment, struckOff, precedes } = notice
  const withdrawing = { ...NOTHING, withdraws: notice.type === 'annulation' ? precedes : '' }
  const relevant = judgment !== null || struckOff !== null || notice.type === 'annulation'
  if (!relevant) return NOTHING
  if (reference === '') return { ...NOTHING, problem: { reason: 'number', value: notice.court } }
  const publishedOn = readDay(notice.published)
  const day = readDay(judgment?.day ?? struckOff?.day ?? '')
  // Without a series of companies, an annulment still names its notice.
  if (notice.sirens.length === 0) return withdrawing
  if (!publishedOn && !day) return { ...withdrawing, problem: { reason: 'day', value: notice.published } }
  const meaning =
    notice.type === 'annulation'
      ? ({ kind: 'other', stage: '' } as const)
      : judgment
        ? meaningOf(judgment)
        : ({ kind: 'struck_off', stage: '' } as const)
  const replaces = notice.type === 'annulation' || (notice.type === 'rectificatif' && meaning.kind !== 'other')
  const told = notice.sirens.map(
    (siren): Told => ({
      ...NOTHING_TOLD,
      ...meaning,
      register: 'bodacc',
      siren,
      reference,
      day,
      publishedOn,
      court: notice.court.slice(0, 200),
      department: /^(\d{1,3}|2[AB])$/.test(notice.department) ? notice.department.padStart(2, '0') : '',
      nature: [judgment?.nature ?? '', judgment?.rest ?? '']
        .filter((part) => part !== '')
        .join(' — ')
        .slice(0, 500),
      replaces: replaces ? precedes : '',
    }),
  )
  const written = judgment?.day ?? ''
  const problem = day === null && written !== '' ? ({ reason: 'day', value: written } as const) : null
  return { told, withdraws: withdrawing.withdraws, problem }
}
