import { Autocomplete, type AutocompleteProps, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { parseTerms } from '../../main/core/receivables/terms.rules.ts'
import { api } from '../api/client.ts'
import { errorText } from '../api/errors.ts'
import { useFormat } from '../app/format.ts'
import { type Translate, useT } from '../app/i18n.ts'
import { useWorkingDay } from '../app/workingDay.ts'

const USUAL = ['0', '30', '45', '60', '45eom-a', '45eom-b', '30eom+10']

/** Payment terms in the words of the trade: `45eom-a` is "45 jours puis fin de mois"; null when they cannot be read. */
export const termsInWords = (terms: string, t: Translate): string | null => {
  try {
    const { days, monthEnd, extraDays } = parseTerms(terms)
    if (monthEnd === null) return days === 0 ? t('common:terms.onReceipt') : t('common:terms.net', { count: days })
    if (monthEnd === 'b') return t('common:terms.afterMonthEnd', { count: days + extraDays })
    const words = t('common:terms.thenMonthEnd', { count: days })
    return extraDays > 0 ? t('common:terms.plus', { words, day: extraDays }) : words
  } catch {
    return null
  }
}

type Props = Omit<AutocompleteProps, 'value' | 'onChange' | 'data'> & {
  value: string
  onChange: (terms: string) => void
  /** Stand where the field is empty. */
  fallback?: string
}

/** Payment terms, explained in words with an example as they are typed. */
export const TermsInput = ({ value, onChange, fallback, error, ...rest }: Props) => {
  const t = useT()
  const format = useFormat()
  const issued = useWorkingDay()
  const [settled] = useDebouncedValue(value.trim() || (fallback ?? ''), 120)
  const example = useQuery({
    ...api.receivables.dueDate.queryOptions({ input: { issued, terms: settled } }),
    enabled: settled !== '',
    retry: false,
  })
  const words = termsInWords(settled, t)
  const ceiling = example.data?.warnings.find(({ code }) => code === 'terms.above-legal-ceiling')
  return (
    <div>
      <Autocomplete
        {...rest}
        value={value}
        onChange={onChange}
        data={USUAL}
        filter={({ options }) => options}
        placeholder={fallback}
        renderOption={({ option }) => (
          <span>
            {option.value} · {termsInWords(option.value, t)}
          </span>
        )}
        error={example.error && settled !== '' ? errorText(example.error, t) : error}
      />
      <Text size="xs" c="dimmed" mt={4} aria-live="polite">
        {words && value.trim() === '' && fallback ? t('common:terms.asCompany', { words }) : words}
        {words && example.data && (
          <>
            {'. '}
            {t('common:terms.example', { issued: format.day(issued), due: format.day(example.data.due) })}
          </>
        )}
      </Text>
      {ceiling && (
        <Text size="xs" c="var(--late)">
          {t('common:terms.aboveCeiling', { ceiling: format.day(String(ceiling.details.ceiling)) })}
        </Text>
      )}
    </div>
  )
}
