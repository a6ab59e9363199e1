import { Button, Group, ScrollArea, Select, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useHome } from '../../app/useHome.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { DayText } from '../../components/DayText.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './payments.module.css'
import { balance, type Line, pairsOf, placedOf, proposed, type Split, tooMuch } from './split.ts'
import { undoMatches } from './takeBack.ts'
import { currencyOf, idsOf, useOpen } from './useOpen.ts'

/** Debits and credits of a customer side by side: both fall by the same amount. */
export const MatchDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const home = useHome()
  const [chosen, setCurrency] = useState(currencyOf(target))
  const currency = chosen ?? home
  const { ready, debits, credits, currencies } = useOpen(target, currency)
  const [written, setWritten] = useState<Split | null>(null)
  const [day, setDay] = useState<Day | null>(null)
  const split = written ?? proposed(debits, credits, idsOf(target))
  const sums = { debit: placedOf(debits, split), credit: placedOf(credits, split) }
  const gap = sums.debit - sums.credit
  const wrong = tooMuch([...debits, ...credits], split)
  const match = useCommand(api.payments.allocate.mutationOptions(), {
    done: t('payments:match.done', { amount: format.money(sums.debit, currency) }),
    undo: ({ matches }) => undoMatches(matches),
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!target.customer || !ready) return null
  const side = (name: 'debits' | 'credits', lines: readonly Line[], sum: number) => (
    <Side
      label={t(`payments:match.${name}`)}
      lines={lines}
      split={split}
      sum={sum}
      currency={currency}
      first={name === 'debits'}
      write={(id, amount) => setWritten(new Map([...split, [id, amount]]))}
    />
  )
  const none = debits.length === 0 || credits.length === 0
  return (
    <FormDialog
      title={t('payments:match.title', { name: target.customer.name })}
      onClose={onClose}
      size={940}
      submit={t('payments:match.submit', { amount: format.money(Math.min(sums.debit, sums.credit), currency) })}
      disabled={gap !== 0 || sums.debit === 0 || wrong !== undefined}
      pending={match.isPending}
      error={match.error}
      summary={
        <Group gap="xs">
          <span className={classes.left} data-tone={gap === 0 ? 'settled' : 'risk'}>
            {gap === 0 ? t('payments:match.even') : t('payments:match.gap')}{' '}
            {gap !== 0 && <strong>{format.money(Math.abs(gap), currency)}</strong>}
          </span>
          {gap !== 0 && (
            <Button variant="light" size="compact-sm" onClick={() => setWritten(balance(debits, credits, split))}>
              {t('payments:match.balance')}
            </Button>
          )}
        </Group>
      }
      onSubmit={() => match.mutate({ matches: pairsOf(debits, credits, split), ...(day && { day }) })}
    >
      {none ? (
        <Note>
          <Text size="sm">{t(debits.length === 0 ? 'payments:match.noDebit' : 'payments:match.noCredit')}</Text>
        </Note>
      ) : (
        <div className={classes.sides}>
          {side('debits', debits, sums.debit)}
          {side('credits', credits, sums.credit)}
        </div>
      )}
      {wrong && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('payments:split.tooMuch', { number: wrong.number, open: format.money(wrong.open, currency) })}
        </Text>
      )}
      <Group align="flex-end">
        <DayInput
          clearable
          w={220}
          label={t('payments:match.day')}
          placeholder={t('payments:match.dayHint')}
          value={day}
          onChange={setDay}
        />
        {currencies.length > 1 && (
          <Select
            w={110}
            label={t('payments:field.currency')}
            allowDeselect={false}
            value={currency}
            onChange={(value) => {
              if (value) setCurrency(value)
              setWritten(null)
            }}
            data={currencies}
          />
        )}
      </Group>
    </FormDialog>
  )
}

type SideProps = {
  label: string
  lines: readonly Line[]
  split: Split
  sum: number
  currency: string
  first: boolean
  write: (id: string, amount: number | null) => void
}

const Side = ({ label, lines, split, sum, currency, first, write }: SideProps) => {
  const t = useT()
  const format = useFormat()
  return (
    <section className={classes.side} aria-label={label}>
      <ScrollArea.Autosize mah={300} type="auto" offsetScrollbars="present" className={classes.box}>
        <Table stickyHeader aria-label={label} verticalSpacing={3} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{label}</Table.Th>
              <Table.Th>{t('payments:split.due')}</Table.Th>
              <Table.Th ta="right">{t('payments:split.open')}</Table.Th>
              <Table.Th ta="right" w={124}>
                {t('payments:match.taken')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ id, number, due, open }, i) => (
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
                    data-autofocus={(first && i === 0) || undefined}
                    aria-label={t('payments:match.takenOf', { number })}
                    currency={currency}
                    value={split.get(id) ?? null}
                    onChange={(amount) => write(id, amount)}
                    error={(split.get(id) ?? 0) > open}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <div className={classes.sum}>
        <Text size="sm" c="dimmed">
          {t('payments:match.sum')}
        </Text>
        <strong>{format.money(sum, currency)}</strong>
      </div>
    </section>
  )
}
