import { Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DaysLate } from '../../components/DaysLate.tsx'
import { AnchorLink } from '../../components/links.tsx'
import classes from './dunning.module.css'
import type { Finished } from './finished.ts'
import { HandOverDialog } from './HandOverDialog.tsx'

/** The end of the ladder: who had every letter and has not paid, each to be handed over. */
export const FinishedList = ({ customers }: { customers: readonly Finished[] }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const [chosen, setChosen] = useState<Finished | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t('dunning:plan.bench.finishedTitle')}>
      <Text size="sm" c="dimmed">
        {t('dunning:plan.bench.finishedText')}
      </Text>
      <Table horizontalSpacing={6} aria-label={t('dunning:plan.bench.finishedTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('dunning:proposal.columns.customer')}</Table.Th>
            <Table.Th ta="right">{t('dunning:proposal.columns.items')}</Table.Th>
            <Table.Th ta="right">{t('dunning:proposal.columns.late')}</Table.Th>
            <Table.Th ta="right">{t('dunning:proposal.skipped.columns.open')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {customers.map((one) => (
            <Table.Tr key={one.customerId}>
              <Table.Td>
                <AnchorLink to="/customers/$id" params={{ id: one.customerId }}>
                  {one.name}
                </AnchorLink>
              </Table.Td>
              <Table.Td ta="right">{one.items.length}</Table.Td>
              <Table.Td ta="right">
                <DaysLate days={Math.max(...one.items.map(({ daysLate }) => daysLate))} />
              </Table.Td>
              <Table.Td ta="right" className={classes.figure}>
                {one.sums.map(({ currency, open }) => format.money(open, currency)).join(' + ')}
              </Table.Td>
              <Table.Td ta="right">
                {!readOnly && (
                  <Button size="compact-sm" variant="default" onClick={() => setChosen(one)}>
                    {t('dunning:plan.bench.handOver')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {chosen && (
        <HandOverDialog
          customer={{ id: chosen.customerId, name: chosen.name }}
          onClose={() => setChosen(null)}
          onDone={() => setChosen(null)}
        />
      )}
    </section>
  )
}
