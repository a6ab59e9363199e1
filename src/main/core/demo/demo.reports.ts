import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { RatingInput } from '../ratings/ratings.contract.ts'

type Value = RatingInput['values'][number]
export type DemoReport = {
  name: string
  provider: RatingInput['provider']
  day: Day
  values: Value[]
  recommended: Minor | null
}

const on = (scale: string, value: string): Value => ({ scale, value, label: '', best: '', worst: '' })
const own = (label: string, value: string, best: string, worst: string): Value => ({
  scale: 'own',
  label,
  value,
  best,
  worst,
})

/** Agencies' reports, invented and each on its provider's scale; the one of 2024 is stale. */
export const reports: readonly DemoReport[] = [
  {
    name: 'Laboratoires Hydrélia',
    provider: 'creditsafe',
    day: '2026-05-18',
    values: [on('creditsafe', '82')],
    recommended: 3_200_000,
  },
  {
    name: 'Laboratoires Hydrélia',
    provider: 'bdf',
    day: '2026-04-02',
    values: [on('bdf-2022', 'H3')],
    recommended: null,
  },
  {
    name: 'Cosmétiques Aurélune',
    provider: 'creditsafe',
    day: '2026-09-21',
    values: [on('creditsafe', '24')],
    recommended: 600_000,
  },
  {
    name: 'Cosmétiques Aurélune',
    provider: 'ellisphere',
    day: '2026-08-27',
    values: [own('Score', '3', '10', '1')],
    recommended: 450_000,
  },
  {
    name: 'Brasserie de la Combe Noire',
    provider: 'creditsafe',
    day: '2026-07-02',
    values: [on('creditsafe', '38')],
    recommended: 1_400_000,
  },
  {
    name: 'Brasserie de la Combe Noire',
    provider: 'altares',
    day: '2026-06-29',
    values: [own('Score', '9', '20', '0')],
    recommended: 1_000_000,
  },
  {
    name: 'Maison Verdolin',
    provider: 'creditsafe',
    day: '2026-03-12',
    values: [on('creditsafe', '47')],
    recommended: 1_200_000,
  },
  {
    name: 'Jouets Tourniquet',
    provider: 'creditsafe',
    day: '2024-12-03',
    values: [on('creditsafe', '41')],
    recommended: 900_000,
  },
  {
    name: 'Boulangeries Lepetitpas',
    provider: 'creditsafe',
    day: '2026-10-20',
    values: [on('creditsafe', '76')],
    recommended: 1_800_000,
  },
  {
    name: 'Boulangeries Lepetitpas',
    provider: 'dnb',
    day: '2026-10-22',
    values: [on('dnb-paydex', '78'), on('dnb-failure-percentile', '71')],
    recommended: null,
  },
  {
    name: 'Meubles Grandval',
    provider: 'creditsafe',
    day: '2026-06-04',
    values: [on('creditsafe', '19')],
    recommended: 0,
  },
]
