import { Autocomplete, type AutocompleteProps, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Language } from '../../main/core/kernel/contract.ts'
import { termsInWords } from '../../main/core/receivables/terms.words.rules.ts'
import { api } from '../api/client.ts'
import { errorText } from '../api/errors.ts'
import { useFormat } from '../app/format.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useWorkingDay } from '../app/workingDay.ts'

const USUAL = ['0', '30', '45', '60', '45eom-a', '45eom-b', '30eom+10']

/** Payment terms in the words of the trade; null when they cannot be read. */
export const readableTerms = (terms: string, language: Language): string | null => {
  try {
    return termsInWords(terms, language)
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
  const language = useLanguage()
  const issued = useWorkingDay()
  const [settled] = useDebouncedValue(value.trim() || (fallback ?? ''), 120)
  const example = useQuery({
    ...api.receivables.dueDate.queryOptions({ input: { issued, terms: settled } }),
    enabled: settled !== '',
    retry: false,
  })
  const words = readableTerms(settled, language)
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
            {option.value} · {readableTerms(option.value, language)}
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
