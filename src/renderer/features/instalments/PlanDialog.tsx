import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  ScrollArea,
  SegmentedControl,
  Table,
  Text,
  Textarea,
} from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonths, type Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import classes from './instalments.module.css'
import { addLine, type DraftLine, onLast, problemOf, sumOf } from './plan.draft.ts'

const MOST = 60

/** Spreads open items of a customer over instalments: proposed equal, then edited as agreed. */
export const PlanDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const items = target.items.filter(({ open }) => open > 0)
  const [agreedOn, setAgreedOn] = useState<Day | null>(today)
  const [count, setCount] = useState(3)
  const [first, setFirst] = useState<Day | null>(addMonths(today, 1))
  const [every, setEvery] = useState<'week' | 'month'>('month')
  const [written, setWritten] = useState<DraftLine[] | null>(null)
  const [note, setNote] = useState('')
  const suggested = useQuery({
    ...api.instalments.suggest.queryOptions({
      input: { itemIds: items.map(({ id }) => id), count, first: first ?? today, every },
    }),
    enabled: items.length > 0 && first !== null,
    placeholderData: keepPreviousData,
  })
  const create = useCommand(api.instalments.create.mutationOptions(), {
    done: ({ instalments }) => t('instalments:dialog.done', { count: instalments.length }),
    undo: ({ id }) => client.instalments.cancel({ id, reason: t('instalments:dialog.undone') }),
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!target.customer) return null
  const customerId = target.customer.id
  const currency = suggested.data?.currency ?? items[0]?.currency ?? 'EUR'
  const total = suggested.data?.total ?? 0
  const lines: readonly DraftLine[] = written ?? suggested.data?.instalments ?? []
  const gap = total - sumOf(lines)
  const problem = problemOf(lines)
  const change = (position: number, part: Partial<DraftLine>) =>
    setWritten(lines.map((line, i) => (i === position ? { ...line, ...part } : line)))
  const money = (amount: Minor) => format.money(amount, currency)
  // A different rhythm is a new proposal.
  const propose = (change: () => void) => {
    change()
    setWritten(null)
  }
  const complete = agreedOn !== null && total > 0 && gap === 0 && problem === null && lines.length > 0
  return (
    <FormDialog
      title={t('instalments:dialog.title', { name: target.customer.name })}
      onClose={onClose}
      size={680}
      submit={t('instalments:dialog.submit', { count: lines.length })}
      disabled={!complete}
      pending={create.isPending}
      error={create.error}
      summary={
        gap === 0 ? (
          <Text size="sm" c="var(--settled)">
            {t('instalments:dialog.even', { amount: money(total) })}
          </Text>
        ) : (
          <Group gap="xs">
            <Text size="sm" c="var(--risk)">
              {t(gap > 0 ? 'instalments:dialog.missing' : 'instalments:dialog.tooMuch', {
                amount: money(Math.abs(gap)),
              })}
            </Text>
            <Button variant="light" size="compact-sm" onClick={() => setWritten(onLast(lines, gap))}>
              {t('instalments:dialog.onLast')}
            </Button>
          </Group>
        )
      }
      onSubmit={() =>
        complete &&
        create.mutate({
          customerId,
          itemIds: items.map(({ id }) => id),
          agreedOn,
          note,
          instalments: lines.flatMap(({ due, amount }) => (due && amount ? [{ due, amount }] : [])),
        })
      }
    >
      <Text size="sm">
        {t('instalments:dialog.covers', { count: items.length, numbers: items.map(({ number }) => number).join(', ') })}{' '}
        <strong>{money(total)}</strong>. {t('instalments:dialog.consequence')}
      </Text>
      <div className={classes.row}>
        <NumberInput
          data-autofocus
          label={t('instalments:dialog.count')}
          min={2}
          max={MOST}
          allowDecimal={false}
          clampBehavior="strict"
          value={count}
          onChange={(value) => typeof value === 'number' && value >= 2 && propose(() => setCount(value))}
        />
        <DayInput
          w="100%"
          label={t('instalments:dialog.first')}
          value={first}
          onChange={(day) => propose(() => setFirst(day))}
        />
        <div>
          <Text size="sm" fw={500}>
            {t('instalments:dialog.every')}
          </Text>
          <SegmentedControl
            size="sm"
            fullWidth
            aria-label={t('instalments:dialog.every')}
            value={every}
            onChange={(value) => propose(() => setEvery(value as typeof every))}
            data={(['month', 'week'] as const).map((value) => ({ value, label: t(`instalments:every.${value}`) }))}
          />
        </div>
        <DayInput w="100%" required label={t('instalments:dialog.agreedOn')} value={agreedOn} onChange={setAgreedOn} />
      </div>
      <ErrorNote error={suggested.error} />
      <ScrollArea.Autosize mah={252} type="auto" offsetScrollbars="present" className={classes.box}>
        <Table stickyHeader verticalSpacing={3} aria-label={t('instalments:dialog.table')} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={48}>{t('instalments:dialog.position')}</Table.Th>
              <Table.Th>{t('instalments:dialog.due')}</Table.Th>
              <Table.Th ta="right">{t('instalments:dialog.amount')}</Table.Th>
              <Table.Th w={40} aria-label={t('instalments:dialog.remove')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place
              <Table.Tr key={i}>
                <Table.Td>{i + 1}</Table.Td>
                <Table.Td>
                  <DayInput
                    size="xs"
                    aria-label={t('instalments:dialog.dueOf', { position: i + 1 })}
                    value={line.due}
                    onChange={(due) => change(i, { due })}
                    error={problem?.at === i && problem.what === 'order'}
                  />
                </Table.Td>
                <Table.Td>
                  <MoneyInput
                    size="xs"
                    ml="auto"
                    w={150}
                    aria-label={t('instalments:dialog.amountOf', { position: i + 1 })}
                    currency={currency}
                    value={line.amount}
                    onChange={(amount) => change(i, { amount })}
                    error={problem?.at === i && problem.what === 'amount'}
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    aria-label={t('instalments:dialog.removeOf', { position: i + 1 })}
                    disabled={lines.length === 1}
                    onClick={() => setWritten(lines.filter((_, at) => at !== i))}
                  >
                    <IconX size={16} stroke={1.6} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Group justify="space-between">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => setWritten(addLine(lines, gap, every))}
        >
          {t('instalments:dialog.add')}
        </Button>
        {problem && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {t(`instalments:dialog.problem.${problem.what}`, { position: problem.at + 1 })}
          </Text>
        )}
      </Group>
      <Textarea
        label={t('instalments:dialog.note')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
