import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useLanguage, useT } from '../app/i18n.ts'

type Props = { className?: string; value: string | null; onChange: (regime: string | null) => void }

/** Whose law sets a customer's late interest: that of the company, or a contract's, unless it is told. */
export const RegimeSelect = ({ className = '', value, onChange }: Props) => {
  const t = useT()
  const language = useLanguage()
  const { data } = useQuery(api.rates.list.queryOptions({ input: {} }))
  const offered = data?.series.filter(({ key, regime, retiredOn }) => regime && (retiredOn === null || key === value))
  return (
    <Select
      className={className}
      label={t('rates:regime.label')}
      description={t('rates:regime.about')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[
        { value: '', label: t('rates:regime.none') },
        ...(offered ?? []).map(({ key, label }) => ({ value: key, label: label[language] })),
        ...(value !== null && !offered ? [{ value, label: value }] : []),
      ]}
      allowDeselect={false}
      value={value ?? ''}
      onChange={(regime) => onChange(regime || null)}
    />
  )
}
