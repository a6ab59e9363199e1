import { Button, SegmentedControl, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { AskedSettings, ProvisionEntry } from '../../../main/core/provisions/provisions.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './provisions.module.css'
import { RunsTable } from './RunsTable.tsx'
import { VatToRecover } from './VatToRecover.tsx'

const SHOWN = 50
type Booked = 'cases' | 'both'

/** What the closing of a day books, the closings taken over, and the VAT that bad debts give back. */
export const ClosingView = ({ asOf, settings }: { asOf: Day; settings: AskedSettings }) => {
  const t = useT()
  const format = useFormat()
  const mayClose = !useReadOnly('approve')
  const [booked, setBooked] = useState<Booked>('cases')
  const [asked, setAsked] = useState(false)
  const runs = useQuery(api.provisions.runs.queryOptions({ input: {} }))
  const { data, error } = useQuery({
    ...api.provisions.closing.queryOptions({ input: { asOf, booked, ...settings } }),
    placeholderData: keepPreviousData,
  })
  const close = useCommand(api.provisions.close.mutationOptions(), {
    done: t('provisions:closing.closed', { day: format.day(asOf) }),
    onDone: () => setAsked(false),
    quiet: true,
  })
  const already = runs.data?.runs.some((run) => run.last && run.asOf >= asOf) ?? false
  const money = (amount: number) => format.money(amount, data?.currency ?? '')
  const signed = (amount: number) => (amount > 0 ? `+${money(amount)}` : money(amount))
  return (
    <div className={classes.page}>
      <section>
        <div className={classes.bar} style={{ justifyContent: 'space-between' }}>
          <Title order={2}>{t('provisions:closing.title', { day: format.day(asOf) })}</Title>
          {mayClose && (
            <Button disabled={!data || already || data.amount === null} onClick={() => setAsked(true)}>
              {t('provisions:closing.close')}
            </Button>
          )}
        </div>
        <ErrorNote error={error} />
        <div className={classes.bar}>
          <Text size="sm">{t('provisions:closing.booked')}</Text>
          <SegmentedControl
            aria-label={t('provisions:closing.booked')}
            value={booked}
            onChange={(value) => setBooked(value as Booked)}
            data={(['cases', 'both'] as const).map((value) => ({ value, label: t(`provisions:closing.${value}`) }))}
          />
        </div>
        <Text size="xs" c="dimmed" mt={4}>
          {t('provisions:closing.bookedAbout')}
        </Text>
      </section>
      {already && (
        <Note>
          <Text size="sm">{t('provisions:closing.already')}</Text>
        </Note>
      )}
      {data && (
        <>
          <div className={classes.cards}>
            <KeyFigure
              label={t('provisions:closing.amount')}
              value={data.amount === null ? t('provisions:matrix.unknown') : money(data.amount)}
            />
            <KeyFigure
              label={t('provisions:closing.change')}
              value={data.change === null ? t('provisions:matrix.unknown') : signed(data.change)}
              hint={
                data.previous
                  ? t('provisions:closing.since', {
                      day: format.day(data.previous.asOf),
                      amount: money(data.previous.amount),
                    })
                  : t('provisions:closing.first')
              }
            />
            <KeyFigure label={t('provisions:closing.doubtful')} value={money(data.doubtful)} />
          </div>
          {data.leftOut > 0 && (
            <Text size="sm" c="var(--late)">
              {t('provisions:matrix.leftOut', { count: data.leftOut })}
            </Text>
          )}
          <section>
            <Title order={2} id="provision-entries">
              {t('provisions:closing.entries')}
            </Title>
            {data.entries.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t(data.previous ? 'provisions:closing.none' : 'provisions:closing.nothing')}
              </Text>
            ) : (
              <Entries entries={data.entries} currency={data.currency} debit={data.debit} credit={data.credit} />
            )}
          </section>
        </>
      )}
      <RunsTable runs={runs.data?.runs ?? []} />
      <VatToRecover />
      {asked && (
        <FormDialog
          title={t('provisions:closing.closeTitle', { day: format.day(asOf) })}
          onClose={() => setAsked(false)}
          focusSubmit
          submit={t('provisions:closing.close')}
          pending={close.isPending}
          error={close.error}
          onSubmit={() => close.mutate({ asOf, booked, ...settings })}
        >
          <Text size="sm">{t('provisions:closing.closeText')}</Text>
        </FormDialog>
      )}
    </div>
  )
}

type EntriesProps = { entries: readonly ProvisionEntry[]; currency: string; debit: number; credit: number }

const Entries = ({ entries, currency, debit, credit }: EntriesProps) => {
  const t = useT()
  const format = useFormat()
  const amount = (value: number) => (value === 0 ? '' : format.amount(value, currency))
  return (
    <>
      <table className={classes.table} aria-labelledby="provision-entries">
        <thead>
          <tr>
            <th scope="col">{t('provisions:closing.columns.account')}</th>
            <th scope="col">{t('provisions:closing.columns.label')}</th>
            <th scope="col" className={classes.right}>
              {t('provisions:closing.columns.debit')}
            </th>
            <th scope="col" className={classes.right}>
              {t('provisions:closing.columns.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, SHOWN).flatMap(({ kind, customerCode, customerName, lines }) =>
            lines.map((line, at) => (
              <tr key={`${kind} ${customerCode} ${line.account}`} className={at === 0 ? classes.first : undefined}>
                <td>{line.account}</td>
                <td>{at === 0 && [t(`provisions:closing.kind.${kind}`), customerName].filter(Boolean).join(', ')}</td>
                <td className={classes.right}>{amount(line.debit)}</td>
                <td className={classes.right}>{amount(line.credit)}</td>
              </tr>
            )),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('provisions:closing.total')}
            </th>
            <td className={classes.right}>{format.money(debit, currency)}</td>
            <td className={classes.right}>{format.money(credit, currency)}</td>
          </tr>
        </tfoot>
      </table>
      {entries.length > SHOWN && (
        <Text size="xs" c="dimmed">
          {t('provisions:closing.more', { count: entries.length - SHOWN })}
        </Text>
      )}
    </>
  )
}
