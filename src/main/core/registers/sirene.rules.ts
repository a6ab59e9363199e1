import { readDay } from './days.rules.ts'
import type { CheckProblem } from './registers.contract.ts'
import { NOTHING_TOLD, type Told } from './told.model.ts'

/** Which columns of which stock file: legal units (C: ceased) or establishments (F: closed), and their histories. */
const FILES = [
  { state: 'etatAdministratifUniteLegale', ends: 'C', kind: 'ceased' },
  { state: 'etatAdministratifEtablissement', ends: 'F', kind: 'site_closed' },
] as const

type Read = { told: Told | null; problem: { reason: CheckProblem['reason']; value: string } | null }

/**
 * Reads rows of an INSEE Sirene stock file (StockUniteLegale, StockEtablissement, or their histories) by the names of its
 * columns; null when it is none. Periods that ended are passed over. A company that is active again after it had ceased
 * is told as such; an establishment tells nothing of the company.
 */
export const sireneRows = (names: readonly string[]): ((cells: readonly string[]) => Read) | null => {
  const file = FILES.find(({ state }) => names.includes(state))
  if (!file || names[0] !== 'siren') return null
  const column = (name: string) => names.indexOf(name)
  const [state, since, until, siret] = [column(file.state), column('dateDebut'), column('dateFin'), column('siret')]
  return (cells) => {
    if (until >= 0 && cells[until] !== '') return { told: null, problem: null }
    const [mark = '', siren = ''] = [cells[state], cells[0]]
    if (mark !== file.ends && mark !== 'A') return { told: null, problem: { reason: 'state', value: mark } }
    const site = file.kind === 'site_closed'
    const kind = mark === file.ends ? file.kind : 'reopened'
    const day = readDay(cells[since] ?? '')
    const told: Told = {
      ...NOTHING_TOLD,
      register: 'sirene',
      kind,
      siren,
      siret: site ? (cells[siret] ?? '') : '',
      reference: `${site ? cells[siret] : siren} ${kind} ${day ?? ''}`.trim(),
      day,
      nature: `${file.state} ${mark}`,
      state: true,
    }
    const bad = day === null && kind !== 'reopened'
    return { told, problem: bad ? { reason: 'day', value: cells[since] ?? '' } : null }
  }
}
