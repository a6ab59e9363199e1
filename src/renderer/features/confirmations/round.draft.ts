import type { Auditor, ConfirmationForm, Criteria } from '../../../main/core/confirmations/confirmations.contract.ts'
import { canBeAnswered } from '../../../main/core/confirmations/draw.rules.ts'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import type { NamedCustomer } from '../../components/CustomerInput.tsx'

/** A round as it is being put together. */
export type Draft = {
  asOf: Day
  form: ConfirmationForm
  auditor: Auditor
  deadline: Day
  criteria: Omit<Criteria, 'customerIds'>
  chosen: readonly NamedCustomer[]
}

/** A quarter of an hour of clicking less: the closing that just was, an auditor's usual time. */
export const newDraft = (today: Day, country: string, last: Auditor | undefined): Draft => ({
  asOf: `${Number(today.slice(0, 4)) - 1}-12-31`,
  form: 'positive',
  auditor: last ?? { name: '', firm: '', street: '', postalCode: '', city: '', country, email: '' },
  deadline: addDays(today, 21),
  criteria: {
    all: false,
    largest: 10,
    above: null,
    random: 5,
    zero: false,
    seed: `${today.slice(0, 4)}-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`,
  },
  chosen: [],
})

export const criteriaOf = ({ criteria, chosen }: Draft): Criteria => ({
  ...criteria,
  customerIds: chosen.map(({ id }) => id),
})

/** What the right half says is missing before letters can be made; null when nothing is. */
export const missingOf = ({ auditor }: Draft): 'auditor' | 'address' | null =>
  auditor.name.trim() === '' ? 'auditor' : canBeAnswered(auditor) ? null : 'address'
