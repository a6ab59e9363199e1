import { useCallback } from 'react'
import { type CompanyInput, companyInput } from '../../../main/core/company/company.contract.ts'
import { isSiren, normaliseIdentifier, vatProblem } from '../../../main/core/customers/identifiers.rules.ts'
import { type Translate, useT } from '../../app/i18n.ts'

type Problems = Partial<Record<keyof CompanyInput, string>>

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What the contract's own schema finds, in words. */
const schemaProblems = (values: CompanyInput, t: Translate): Problems => {
  const problems: Problems = {}
  for (const issue of companyInput.safeParse(values).error?.issues ?? []) {
    const key = issue.path[0] as keyof CompanyInput
    if (issue.code === 'too_small') problems[key] ??= t('company:problems.required')
    else if (issue.code === 'too_big') problems[key] ??= t('company:problems.tooLong', { maximum: issue.maximum })
    else problems[key] ??= t(`company:problems.${key === 'country' || key === 'accent' ? key : 'invalid'}`)
  }
  return problems
}

/** A French VAT number ends with the SIREN of its company; both complete, they can be held against each other. */
export const isOfAnotherCompany = ({ country, siren, vatNumber }: CompanyInput): boolean =>
  country === 'FR' &&
  isSiren(siren) &&
  normaliseIdentifier(vatNumber) !== '' &&
  vatProblem(country, vatNumber) === null &&
  !normaliseIdentifier(vatNumber).endsWith(normaliseIdentifier(siren))

/** Every field that cannot be saved as it is, with the reason. */
export const useCompanyProblems = () => {
  const t = useT()
  return useCallback(
    (values: CompanyInput): Problems => {
      const problems = schemaProblems(values, t)
      const siren = normaliseIdentifier(values.siren)
      const vat = normaliseIdentifier(values.vatNumber)
      if (siren && !isSiren(siren)) problems.siren = t('company:problems.siren')
      if (vat && vatProblem(values.country, vat) !== null) problems.vatNumber = t('company:problems.vat')
      else if (isOfAnotherCompany(values)) problems.vatNumber = t('company:problems.vatSiren', { siren: values.siren })
      if (values.email.trim() && !EMAIL.test(values.email.trim())) problems.email = t('company:problems.email')
      return problems
    },
    [t],
  )
}
