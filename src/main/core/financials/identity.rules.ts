import { isSiren, normaliseIdentifier } from '../customers/identifiers.rules.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'

type Company = { name: string; siren: string }

/** The SIREN in what a statement tells, empty when it tells none. An establishment's first nine digits are the company. */
export const readSiren = (told: string): string => {
  const digits = normaliseIdentifier(told)
  if (digits === '') return ''
  const siren = /^\d{14}$/.test(digits) ? digits.slice(0, 9) : digits
  if (!isSiren(siren)) throw new Refusal('identifier.siren', `${told} is no SIREN`, { value: told })
  return siren
}

/** Refuses a statement that tells another company than the customer it is given for. */
export const refuseOtherCompany = (customer: Company, siren: string): void => {
  if (siren !== '' && customer.siren !== '' && customer.siren !== siren)
    throw new Refusal(
      'financials.other-company',
      `this statement is of ${siren}; ${customer.name} is ${customer.siren}`,
      {
        name: customer.name,
        expected: customer.siren,
        found: siren,
      },
    )
}

/** Refuses a closing day that has not come. */
export const refuseFuture = (closedOn: Day, today: Day): void => {
  if (closedOn > today)
    throw new Refusal('financials.day-invalid', `the closing day ${closedOn} has not come yet`, { closedOn, today })
}
