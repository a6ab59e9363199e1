import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { semesterOf } from '../../../../main/core/kernel/day.ts'
import type { RatesSeries } from '../../../../main/core/rates/rates.contract.ts'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Note } from '../../../components/Note.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import { RatesTable } from './RatesTable.tsx'
import classes from './rates.module.css'
import { SeriesDialog } from './SeriesDialog.tsx'
import { useSemester } from './semester.ts'

/** The late-payment rates that interest is worked out with: those shipped, what was added, what is missing. */
export const Rates = () => {
  const t = useT()
  const language = useLanguage()
  const semester = useSemester()
  const readOnly = useReadOnly('configure')
  const { data, error } = useQuery(api.rates.list.queryOptions({ input: {} }))
  const [key, setKey] = useState('FR')
  const [adding, setAdding] = useState(false)
  const shown = data?.series.find((one) => one.key === key) ?? data?.series[0]
  const lacking = data?.series.filter(({ missing, retiredOn }) => missing.length > 0 && retiredOn === null) ?? []
  return (
    <Stack gap="md">
      <Text c="dimmed" maw={860}>
        {t('rates:about')}
      </Text>
      <ErrorNote error={error} />
      {lacking.length > 0 && (
        <Note tone="late" title={t('rates:missing')}>
          <Text size="sm">{t('rates:missingText')}</Text>
          {lacking.map(({ key: one, label, missing }) => (
            <Text key={one} size="sm">
              {t('rates:missingOf', { series: label[language], semesters: missing.map(semester).join(', ') })}
            </Text>
          ))}
        </Note>
      )}
      {shown && data && (
        <div className={classes.page}>
          <Stack gap="sm">
            <Group justify="space-between">
              <Text fw={600} size="sm">
                {t('rates:series')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('rates:current')}
              </Text>
            </Group>
            <ul className={classes.list}>
              {data.series.map((one) => (
                <li key={one.key}>
                  <Line series={one} current={one.key === shown.key} onPick={() => setKey(one.key)} />
                </li>
              ))}
            </ul>
            <Group>
              <Button variant="default" disabled={readOnly} onClick={() => setAdding(true)}>
                {t('rates:addSeries')}
              </Button>
            </Group>
          </Stack>
          <RatesTable key={shown.key} series={shown} />
        </div>
      )}
      {adding && <SeriesDialog onClose={() => setAdding(false)} onAdded={setKey} />}
    </Stack>
  )
}

const Line = ({ series, current, onPick }: { series: RatesSeries; current: boolean; onPick: () => void }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const now = semesterOf(useWorkingDay())
  const value = series.values.find(({ semester }) => semester === now)
  return (
    <UnstyledButton className={classes.series ?? ''} aria-current={current} onClick={onPick}>
      <span className={classes.name}>{series.label[language]}</span>
      {series.retiredOn ? (
        <Text span size="xs" c="dimmed">
          {t('rates:retired', { day: format.day(series.retiredOn) })}
        </Text>
      ) : value ? (
        <span className={classes.rate}>{format.percent(value.rate)}</span>
      ) : (
        <ToneBadge tone="late">{t('rates:lacks')}</ToneBadge>
      )}
    </UnstyledButton>
  )
}
