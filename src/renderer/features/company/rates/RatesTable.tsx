import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { semesterOf } from '../../../../main/core/kernel/day.ts'
import type { RatesSeries, RateValue } from '../../../../main/core/rates/rates.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { Facts } from '../../../components/Facts.tsx'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { Note } from '../../../components/Note.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import classes from './rates.module.css'
import { useSemester } from './semester.ts'
import { ValueDialog } from './ValueDialog.tsx'

/** One series: what it rests on, and its values by half-year with their source. */
export const RatesTable = ({ series }: { series: RatesSeries }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const semester = useSemester()
  const readOnly = useReadOnly('configure')
  const current = semesterOf(useWorkingDay())
  const [dialog, setDialog] = useState<'value' | 'retire' | null>(null)
  const retire = useCommand(api.rates.retire.mutationOptions(), {
    done: t('rates:retireDialog.done'),
    onDone: () => setDialog(null),
    quiet: true,
  })
  const { indemnity, currency } = series
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{series.label[language]}</Title>
        <Group gap="xs" wrap="nowrap">
          {series.own && series.retiredOn === null && (
            <Button variant="subtle" color="gray" disabled={readOnly} onClick={() => setDialog('retire')}>
              {t('rates:retire')}
            </Button>
          )}
          <Button disabled={readOnly} onClick={() => setDialog('value')}>
            {t('rates:addValue')}
          </Button>
        </Group>
      </Group>
      <Facts
        facts={[
          [t('rates:law'), series.own ? `${series.source} (${t('rates:own')})` : series.source],
          series.reference[language] !== '' && [t('rates:reference'), series.reference[language]],
          series.margin !== '' && [
            t('rates:margin'),
            series.own ? series.margin : t('rates:points', { margin: series.margin }),
          ],
          series.regime && [t('rates:follows'), t(`rates:followsWords.${series.follows}`)],
          series.regime && [
            t('rates:indemnity'),
            indemnity.length === 0
              ? t('rates:noIndemnity')
              : indemnity
                  .map(({ from, amount }, place) =>
                    place === 0
                      ? format.money(amount, currency)
                      : t('rates:indemnityFrom', {
                          amount: format.money(amount, currency),
                          from: format.money(from, currency),
                        }),
                  )
                  .join(', '),
          ],
          [t('rates:since'), format.day(series.from)],
          [t('rates:reviewed'), format.day(series.reviewedOn)],
        ]}
      />
      {series.missing.length > 0 && (
        <Note tone="late" title={t('rates:missing')}>
          <Text size="sm">{series.missing.map(semester).join(', ')}</Text>
        </Note>
      )}
      {series.next && series.missing.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('rates:next', { semester: semester(series.next) })}
        </Text>
      )}
      {series.values.length === 0 ? (
        <Text c="dimmed">{t('rates:empty')}</Text>
      ) : (
        <Table aria-label={series.label[language]} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rates:semester')}</Table.Th>
              <Table.Th ta="right" className={classes.rate ?? ''}>
                {t('rates:rate')}
              </Table.Th>
              <Table.Th>{t('rates:trust')}</Table.Th>
              <Table.Th>{t('rates:reviewedOn')}</Table.Th>
              <Table.Th>{t('rates:source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {series.values.map((value) => (
              <Value key={value.semester} value={value} current={value.semester === current} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {!series.own && (
        <Stack gap={2}>
          <Text size="xs" fw={600} c="dimmed">
            {t('rates:sources')}
          </Text>
          <Text size="xs" c="dimmed" className={classes.source}>
            {series.sources.join('\n')}
          </Text>
        </Stack>
      )}
      {dialog === 'value' && <ValueDialog series={series} onClose={() => setDialog(null)} />}
      {dialog === 'retire' && (
        <FormDialog
          title={t('rates:retireDialog.title', { series: series.label[language] })}
          submit={t('rates:retireDialog.submit')}
          focusSubmit
          pending={retire.isPending}
          error={retire.error}
          onClose={() => setDialog(null)}
          onSubmit={() => retire.mutate({ key: series.key })}
        >
          <Text size="sm">{t('rates:retireDialog.text')}</Text>
        </FormDialog>
      )}
    </Stack>
  )
}

const Value = ({ value, current }: { value: RateValue; current: boolean }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const semester = useSemester()
  const { mark, note, by, replaces } = value
  // The sources of a shipped table stand once below it.
  const said = [
    by === null ? '' : value.source,
    note?.[language] ?? '',
    by === null ? '' : t('rates:by', { user: by }),
    replaces === null ? '' : t('rates:replaces', { rate: format.percent(replaces) }),
  ].filter(Boolean)
  return (
    <Table.Tr>
      <Table.Td className={classes.rate ?? ''}>
        {semester(value.semester)} {current && <ToneBadge>{t('rates:inForce')}</ToneBadge>}
      </Table.Td>
      <Table.Td ta="right" className={classes.rate ?? ''}>
        {format.percent(value.rate)}
      </Table.Td>
      <Table.Td>{t(`rates:mark.${mark}`)}</Table.Td>
      <Table.Td>{format.day(value.reviewedOn)}</Table.Td>
      <Table.Td c={said.length === 0 ? 'dimmed' : undefined}>{said.join(', ') || t('common:none')}</Table.Td>
    </Table.Tr>
  )
}
