import { IconCheck } from '@tabler/icons-react'
import { isSiren } from '../../../main/core/customers/identifiers.rules.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { readableTerms } from '../../components/TermsInput.tsx'
import classes from './customers.module.css'
import { spacedSiren } from './identity.ts'
import type { CustomerView } from './useCustomer.ts'

/** Code, SIREN with its check, city and terms: what tells one customer from another. */
export const CustomerIdentity = ({ data }: { data: NonNullable<CustomerView['data']> }) => {
  const t = useT()
  const language = useLanguage()
  const { customer, effectiveTerms } = data
  const city = (customer.addresses.find(({ kind }) => kind === 'billing') ?? customer.addresses[0])?.city
  const words = readableTerms(effectiveTerms, language) ?? effectiveTerms
  return (
    <span className={classes.identity}>
      <span>{customer.code}</span>
      {customer.siren && (
        <span>
          {t('customers:page.siren', { siren: spacedSiren(customer.siren) })}
          {isSiren(customer.siren) && (
            <IconCheck size={14} color="var(--settled)" aria-label={t('customers:page.sirenValid')} />
          )}
        </span>
      )}
      {city && <span>{city}</span>}
      {customer.salesperson && <span>{t('customers:page.salesperson', { name: customer.salesperson })}</span>}
      <span>{customer.terms === null ? `${words} (${t('customers:page.companyTerms')})` : words}</span>
    </span>
  )
}
