import { useT } from '../../app/i18n.ts'
import { CustomerInput, type NamedCustomer } from '../../components/CustomerInput.tsx'

type Props = {
  label: string
  onFound: (customer: NamedCustomer) => void
  /** Those who are there already. */
  except?: readonly string[]
}

/** Which customer, found as one types; told as soon as one is chosen. */
export const FindCustomer = ({ label, onFound, except = [] }: Props) => {
  const t = useT()
  return (
    <CustomerInput
      label={label}
      placeholder={t('bank:find.placeholder')}
      nothingFoundMessage={t('bank:find.nothing')}
      autoFocus
      value={null}
      onChange={(customer) => {
        if (customer && !except.includes(customer.id)) onFound(customer)
      }}
    />
  )
}
