import { Select, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { semesterOf } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Note } from '../../components/Note.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'

/** The late-payment rates that interest is computed with; shipped, sourced, read only. */
export const Rates = () => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const current = semesterOf(useWorkingDay())
  const { data, error } = useQuery(api.interest.rates.queryOptions({ input: {} }))
  const [country, setCountry] = useState('FR')
  const series = data?.series.find((one) => one.country === country)
  const values = series?.values.toSorted((a, b) => b.semester.localeCompare(a.semester)) ?? []
  return (
    <Stack gap="md" maw={840}>
      <Text c="dimmed" maw={720}>
        {t('company:rates.about')}
      </Text>
      <ErrorNote error={error} />
      {series && (
        <>
          <Select
            label={t('company:rates.country')}
            maw={480}
            allowDeselect={false}
            data={data?.series.map((one) => ({ value: one.country, label: one.label[language] }))}
            value={country}
            onChange={(value) => value && setCountry(value)}
          />
          <Facts
            facts={[
              [t('company:rates.source'), series.source],
              [t('company:rates.margin'), t('company:rates.marginPoints', { margin: series.margin })],
              [t('company:rates.checked'), format.day(series.checkedOn)],
            ]}
          />
          {!values.some(({ semester }) => semester === current) && (
            <Note tone="late">{t('company:rates.missing')}</Note>
          )}
          <Table maw={480} aria-label={series.label[language]}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('company:rates.semester')}</Table.Th>
                <Table.Th ta="right">{t('company:rates.rate')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {values.map(({ semester, rate }) => {
                const [year, half] = semester.split('-') as [string, 'S1' | 'S2']
                return (
                  <Table.Tr key={semester}>
                    <Table.Td>
                      {t(`company:rates.half.${half}`, { year })}{' '}
                      {semester === current && <ToneBadge>{t('company:rates.current')}</ToneBadge>}
                    </Table.Td>
                    <Table.Td ta="right">{format.percent(rate)}</Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Stack>
  )
}
