import type { StepCode } from '../handovers/procedure.schema.ts'
import type { Day } from '../kernel/day.ts'
import type { Act } from './limitations.rules.ts'

export type Proceeding = { closedOn: Day | null; steps: readonly { code: StepCode; day: Day }[] }

/**
 * The acts that the steps of a hand-over are: the service of an order to pay, not the request for it (domain 1.7); the
 * summons, until the order or the judgment, and for nothing where the claim is dismissed or dropped (C. civ. 2242, 2243); a
 * seizure (2244); the debtor's agreement to the simplified procedure, until its end (2238). A command to pay served without
 * a title is none of them.
 */
export const actsOfProceeding = ({ closedOn, steps }: Proceeding): Act[] => {
  const first = (codes: readonly StepCode[], from: Day): Day | null =>
    steps.find(({ code, day }) => codes.includes(code) && day >= from)?.day ?? null
  const act = (kind: Act['kind'], day: Day, until: Day | null = null): Act => ({ id: null, kind, day, until })
  const summoned = steps.some(({ code }) => code === 'summons-served')
  return steps.flatMap(({ code, day }): Act[] => {
    switch (code) {
      case 'order-served':
        // The order of a summary hearing is served after the summons that interrupted.
        return summoned ? [] : [act('order-served', day)]
      case 'seizure':
        return [act('enforcement', day)]
      case 'summons-served': {
        const decided = first(['order-granted', 'judgment'], day)
        const lost = decided === null && (first(['order-refused'], day) !== null || closedOn !== null)
        return lost ? [] : [act('court-claim', day, decided)]
      }
      case 'accepted':
        return [act('small-claims', day, first(['title-issued', 'refused'], day) ?? closedOn)]
      default:
        return []
    }
  })
}
