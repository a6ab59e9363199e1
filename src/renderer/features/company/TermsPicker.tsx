import { NumberInput, Select, Table, Text } from '@mantine/core'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Day, daysBetween, endOfMonth } from '../../../main/core/kernel/day.ts'
import { formatTerms } from '../../../main/core/receivables/terms.rules.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { partsOf, type TermsKind, termsKinds, termsOf } from './termsParts.ts'

type Props = { value: string; onChange: (terms: string) => void; error?: ReactNode }

/** Payment terms by their kind and days, with the due dates they give. */
export const TermsPicker = ({ value, onChange, error }: Props) => {
  const t = useT()
  const parts = partsOf(value)
  const set = (part: Partial<typeof parts>) => onChange(formatTerms(termsOf({ ...parts, ...part })))
  const withDay = parts.kind === 'eom-a-day' || parts.kind === 'eom-b-day'
  return (
    <>
      <Select
        data-wide
        label={t('company:terms.kind')}
        data={termsKinds.map((kind) => ({ value: kind, label: t(`company:terms.kinds.${kind}`) }))}
        allowDeselect={false}
        value={parts.kind}
        onChange={(kind) => set({ kind: kind as TermsKind })}
        error={error}
      />
      <NumberInput
        data-narrow
        label={t('company:terms.days')}
        min={0}
        max={365}
        allowDecimal={false}
        value={parts.days}
        onChange={(days) => typeof days === 'number' && set({ days })}
      />
      {withDay && (
        <NumberInput
          data-narrow
          label={t('company:terms.day')}
          min={1}
          max={31}
          allowDecimal={false}
          value={parts.day}
          onChange={(day) => typeof day === 'number' && set({ day })}
        />
      )}
      <Text data-full size="sm" c="dimmed">
        {t(`company:terms.explained.${parts.kind}`, { count: parts.days, day: parts.day })}
      </Text>
      <Examples terms={value} />
    </>
  )
}

/** Days of a month on which the readings of "end of month" differ most. */
const examplesOf = (today: Day): Day[] => [`${today.slice(0, 8)}02`, `${today.slice(0, 8)}22`, endOfMonth(today)]

const Examples = ({ terms }: { terms: string }) => {
  const t = useT()
  const format = useFormat()
  const issueDays = examplesOf(useWorkingDay())
  const answers = useQueries({
    queries: issueDays.map((issued) => ({
      ...api.receivables.dueDate.queryOptions({ input: { issued, terms } }),
      placeholderData: keepPreviousData,
      retry: false,
    })),
  })
  const beyond = answers
    .flatMap(({ data }) => data?.warnings ?? [])
    .find(({ code }) => code === 'terms.above-legal-ceiling')
  return (
    <div data-full>
      <Table withTableBorder maw={420} aria-label={t('company:terms.examples')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('company:terms.issued')}</Table.Th>
            <Table.Th ta="right">{t('company:terms.due')}</Table.Th>
            <Table.Th ta="right">{t('company:terms.delay')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {issueDays.map((issued, i) => {
            const due = answers[i]?.data?.due
            return (
              <Table.Tr key={issued}>
                <Table.Td ta="right">{format.day(issued)}</Table.Td>
                <Table.Td ta="right">{due && format.day(due)}</Table.Td>
                <Table.Td ta="right">
                  {due && t('company:terms.delayDays', { count: daysBetween(issued, due) })}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {beyond && (
        <Text size="sm" mt="xs" c="var(--late)" role="status">
          {t('company:terms.aboveCeiling')}
        </Text>
      )}
    </div>
  )
}
