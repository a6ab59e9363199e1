import { ActionIcon, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { CountrySelect } from '../../components/PlaceSelects.tsx'

/** The days off of a year by country: public ones, those the firm adds, those it works on. */
export const HolidaysPanel = ({ country: home }: { country: string }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('configure')
  const today = useWorkingDay()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [country, setCountry] = useState(home)
  const [day, setDay] = useState<string | null>(null)
  const [name, setName] = useState('')
  const list = useQuery(api.holidays.list.queryOptions({ input: { country, year } }))
  const add = useCommand(api.holidays.add.mutationOptions(), {
    onDone: () => {
      setDay(null)
      setName('')
    },
  })
  const remove = useCommand(api.holidays.remove.mutationOptions())
  return (
    <Stack gap="sm" maw={640}>
      <Title order={2}>{t('dunning:plan.holidays.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('dunning:plan.holidays.intro')}
      </Text>
      <Group gap="xs">
        <ActionIcon aria-label={t('dunning:plan.holidays.before')} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text fw={600} aria-live="polite">
          {year}
        </Text>
        <ActionIcon aria-label={t('dunning:plan.holidays.after')} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <CountrySelect
          ml="md"
          w={220}
          aria-label={t('dunning:plan.holidays.country')}
          value={country}
          onChange={setCountry}
        />
      </Group>
      {!readOnly && (
        <Group gap="xs" align="flex-end">
          <DayInput w={150} label={t('dunning:plan.holidays.day')} value={day} onChange={setDay} />
          <TextInput
            w={240}
            label={t('dunning:plan.holidays.name')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            disabled={day === null}
            loading={add.isPending}
            onClick={() => {
              if (day === null) return
              setYear(Number(day.slice(0, 4)))
              add.mutate({ country, day, name })
            }}
          >
            {t('dunning:plan.holidays.add')}
          </Button>
        </Group>
      )}
      <ErrorNote error={list.error} />
      {list.data && !list.data.known && (
        <Text size="sm" c="var(--late)">
          {t('dunning:plan.holidays.unknown')}
        </Text>
      )}
      {list.data && list.data.holidays.length > 0 && (
        <Table verticalSpacing={1} aria-label={t('dunning:plan.holidays.title')}>
          <Table.Tbody>
            {list.data.holidays.map((one) => (
              <Table.Tr key={one.day}>
                <Table.Td w={220}>{format.longDay(one.day)}</Table.Td>
                <Table.Td>
                  {one.holiday
                    ? t(`dunning:plan.holidays.names.${one.holiday}`)
                    : one.name || t('dunning:plan.holidays.unnamed')}
                </Table.Td>
                <Table.Td w={180}>
                  <Text size="sm" c={one.state === 'public' ? 'dimmed' : undefined}>
                    {t(`dunning:plan.holidays.state.${one.state}`)}
                  </Text>
                </Table.Td>
                <Table.Td w={40} ta="right">
                  {!readOnly &&
                    (one.state === 'struck' ? (
                      <ActionIcon
                        aria-label={t('dunning:plan.holidays.bringBack', { day: format.day(one.day) })}
                        onClick={() => add.mutate({ country, day: one.day })}
                      >
                        <IconArrowBackUp size={16} />
                      </ActionIcon>
                    ) : (
                      <ActionIcon
                        aria-label={t(
                          one.state === 'public' ? 'dunning:plan.holidays.strike' : 'dunning:plan.holidays.remove',
                          {
                            day: format.day(one.day),
                          },
                        )}
                        onClick={() => remove.mutate({ country, day: one.day })}
                      >
                        <IconTrash size={16} />
                      </ActionIcon>
                    ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
