import type { Day } from '../kernel/day.ts'
import { type Ground, settingsSchema } from '../provisions/provisions.schema.ts'
import { provisionsCalls } from '../provisions/provisions.service.ts'
import type { DemoDesk, DemoStep } from './demo.desk.ts'
import { HELENE, PHILIPPE } from './demo.staff.ts'

const HALF_YEAR: Day = '2026-06-30'

/** Two old debts doubtful at the half-year, its closing, and a customer that went into receivership since. */
export const demoProvisions = (desk: DemoDesk): DemoStep[] => {
  const itemOf = (customer: string, number: string): string => {
    const found = desk.ledger.items.find((item) => item.customerId === desk.of(customer) && item.number === number)
    if (!found) throw new RangeError(`the demo has no ${number} of ${customer}`)
    return found.id
  }
  const decide = (person: string, day: Day, itemIds: string[], ground: Ground, probability: string, note: string) => ({
    day,
    act: async () =>
      provisionsCalls.decide(desk.as(person, day), { itemIds, day, ground, probability, note, evidence: null }),
  })
  const after = '2026-10-30'
  return [
    decide(
      HELENE,
      HALF_YEAR,
      [itemOf('Cosmétiques Aurélune', 'FA2025-0071'), itemOf('Cosmétiques Aurélune', 'FA2025-0064')],
      'late',
      '50',
      desk.say('Plus d’un an de retard, promesses non tenues.', 'More than a year late, promises not kept.'),
    ),
    {
      day: HALF_YEAR,
      act: async () =>
        provisionsCalls.close(desk.as(PHILIPPE, HALF_YEAR), {
          ...settingsSchema.parse({ lostAfter: 180 }),
          asOf: HALF_YEAR,
          booked: 'cases',
        }),
    },
    decide(
      HELENE,
      after,
      [itemOf('Meubles Grandval', 'FA2026-0148'), itemOf('Meubles Grandval', 'FA2026-0393')],
      'insolvency',
      '80',
      desk.say(
        'Redressement ouvert le 20 octobre, créance déclarée.',
        'Receivership opened on 20 October, claim declared.',
      ),
    ),
  ]
}
