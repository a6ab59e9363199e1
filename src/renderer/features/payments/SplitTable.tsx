import { Button, Group, ScrollArea, Table, Text } from '@mantine/core'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayText } from '../../components/DayText.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './payments.module.css'
import type { Line } from './split.ts'
import type { Placement } from './usePlacement.ts'

type Props = { label: string; lines: readonly Line[]; placement: Placement; currency: string }

/** What is open, what of it is placed, what remains. */
export const SplitTable = ({ label, lines, placement, currency }: Props) => {
  const t = useT()
  const format = useFormat()
  const { split, write, placed } = placement
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Group gap={4}>
          <Button variant="subtle" size="compact-xs" onClick={placement.refill}>
            {t('payments:split.refill')}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={placement.clear}>
            {t('payments:split.clear')}
          </Button>
        </Group>
      </Group>
      <ScrollArea.Autosize mah={232} type="auto" offsetScrollbars="present" className={classes.box}>
        <Table stickyHeader aria-label={label} verticalSpacing={3} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('payments:split.number')}</Table.Th>
              <Table.Th>{t('payments:split.due')}</Table.Th>
              <Table.Th ta="right">{t('payments:split.open')}</Table.Th>
              <Table.Th ta="right" w={132}>
                {t('payments:split.placed')}
              </Table.Th>
              <Table.Th ta="right">{t('payments:split.rest')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ id, number, due, open }) => {
              const part = split.get(id)
              const over = (part ?? 0) > open
              return (
                <Table.Tr key={id}>
                  <Table.Td className={classes.number}>{number}</Table.Td>
                  <Table.Td>
                    <DayText day={due} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <MoneyText amount={open} currency={currency} />
                  </Table.Td>
                  <Table.Td>
                    <MoneyInput
                      size="xs"
                      rightSection={null}
                      aria-label={t('payments:split.placedOn', { number })}
                      currency={currency}
                      value={part ?? null}
                      onChange={(amount) => write(id, amount)}
                      error={over}
                    />
                  </Table.Td>
                  <Table.Td ta="right">
                    <MoneyText amount={open - (part ?? 0)} currency={currency} />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {placement.wrong ? (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {t('payments:split.tooMuch', {
            number: placement.wrong.number,
            open: format.money(placement.wrong.open, currency),
          })}
        </Text>
      ) : (
        <Text size="xs" c="dimmed" mt={4}>
          {t('payments:split.sum', { amount: format.money(placed, currency) })}
        </Text>
      )}
    </div>
  )
}
