import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import {
  type StatementCandidate,
  type StatementKind,
  statementShows,
} from '../../../main/core/statements/statements.contract.ts'
import { defaultFrom } from '../../../main/core/statements/statements.rules.ts'
import { api, client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useTask } from '../../app/tasks.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { StatementDialog, type StatementOf } from '../../components/papers/StatementDialog.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import type { LeftOut } from './StatementsPage.tsx'
import classes from './statements.module.css'
import type { StatementsSearch } from './statements.routes.tsx'
import { useCandidateColumns } from './useCandidateColumns.tsx'

// More are made all the same; a person looks at the first.
const SHOWN = 1000
const NONE: readonly StatementCandidate[] = []

type Props = {
  views: ReactNode
  search: StatementsSearch
  change: (part: StatementsSearch) => void
  onMade: (runId: string, leftOut: LeftOut[]) => void
}

/** Whose statements are made: all of the choice are ticked, and any can be looked at before. */
export const NewStatements = ({ views, search, change, onMade }: Props) => {
  const t = useT()
  const format = useFormat()
  const task = useTask()
  const today = useWorkingDay()
  const readOnly = useReadOnly('issue')
  const [asOf, setAsOf] = useState<Day>(today)
  const [kind, setKind] = useState<StatementKind>('open')
  const [since, setSince] = useState<Day | null>(null)
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [sure, setSure] = useState(false)
  const [looked, setLooked] = useState<StatementOf | null>(null)
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  const salespeople = useQuery(api.customers.salespeople.queryOptions({ input: {} })).data?.salespeople ?? []
  const from = kind === 'movements' ? (since ?? defaultFrom(asOf)) : null
  const { show = 'open', segment, salesperson } = search
  const choice = { asOf, kind, from, show, ...(segment && { segment }), ...(salesperson && { salesperson }) }
  const { data, error, isPlaceholderData } = useQuery({
    ...api.statements.choose.queryOptions({ input: { ...choice, limit: SHOWN } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const columns = useCandidateColumns()
  const rows = data?.candidates ?? NONE
  const ticks = useMemo(
    () => ({
      ids: new Set(rows.map(({ customerId }) => customerId)).difference(out),
      toggle: (some: readonly StatementCandidate[]) =>
        setOut((old) => {
          const ids = new Set(some.map(({ customerId }) => customerId))
          return ids.isDisjointFrom(old) ? old.union(ids) : old.difference(ids)
        }),
      label: ({ name }: StatementCandidate) => t('statements:tick', { name }),
      labelAll: t('statements:tickAll'),
    }),
    [rows, out, t],
  )
  const excluded = rows.filter(({ customerId }) => out.has(customerId))
  const count = (data?.count ?? 0) - excluded.length
  const issue = useMutation({
    mutationFn: () =>
      task.run(t('statements:task', { count }), (signal) =>
        client.statements.issue({ ...choice, except: excluded.map(({ customerId }) => customerId) }, { signal }),
      ),
    onMutate: () => setSure(false),
    onSuccess: ({ run, without }) => onMade(run.id, without),
  })
  return (
    <>
      <ErrorNote error={error} />
      <Toolbar>
        {views}
        <DayInput
          aria-label={t('statements:asOf')}
          value={asOf}
          maxDate={today}
          onChange={(day) => day && setAsOf(day)}
          leftSection={<Text size="xs">{t('statements:asOf')}</Text>}
          leftSectionWidth={78}
          w={190}
        />
        <SegmentedControl
          aria-label={t('statements:kind.label')}
          value={kind}
          onChange={(value) => setKind(value as StatementKind)}
          data={(['open', 'movements'] as const).map((value) => ({ value, label: t(`statements:kind.${value}`) }))}
        />
        {from !== null && (
          <DayInput
            aria-label={t('statements:from')}
            value={from}
            maxDate={asOf}
            onChange={setSince}
            leftSection={<Text size="xs">{t('statements:from')}</Text>}
            leftSectionWidth={78}
            w={190}
          />
        )}
        <Select
          w={190}
          aria-label={t('statements:show.label')}
          allowDeselect={false}
          data={statementShows
            .filter((value) => value !== 'moved' || kind === 'movements' || show === 'moved')
            .map((value) => ({ value, label: t(`statements:show.${value}`) }))}
          value={show}
          onChange={(value) => change({ show: statementShows.find((one) => one === value && one !== 'open') })}
        />
        {segments.length > 0 && (
          <Select
            w={175}
            aria-label={t('statements:segment')}
            placeholder={t('statements:segment')}
            data={segments}
            value={segment ?? null}
            onChange={(value) => change({ segment: value ?? undefined })}
            clearable
          />
        )}
        {salespeople.length > 0 && (
          <Select
            w={190}
            aria-label={t('statements:salesperson')}
            placeholder={t('statements:salesperson')}
            data={salespeople}
            value={salesperson ?? null}
            onChange={(value) => change({ salesperson: value ?? undefined })}
            clearable
          />
        )}
      </Toolbar>
      {data && data.total > 0 && (
        <Group justify="space-between" align="flex-end">
          <div className={classes.figures}>
            {data.totals.map(({ currency, total, overdue }) => (
              <KeyFigure
                key={currency}
                label={t('statements:figures.balance')}
                value={format.money(total, currency)}
                hint={t('statements:figures.overdue', { amount: format.money(overdue, currency) })}
              />
            ))}
            <KeyFigure
              label={t('statements:figures.count')}
              value={format.number(count)}
              hint={t('statements:figures.byMail', { count: data.byMail })}
            />
          </div>
          <Group gap="sm">
            {data.total > SHOWN && (
              <Text size="sm" c="dimmed">
                {t('statements:more', { count: SHOWN })}
              </Text>
            )}
            {!readOnly && (
              <Button
                leftSection={<IconFileText size={16} />}
                disabled={count < 1}
                loading={issue.isPending}
                onClick={() => setSure(true)}
              >
                {t('statements:issue', { count })}
              </Button>
            )}
          </Group>
        </Group>
      )}
      <div className={classes.list}>
        {data && (
          <DataTable
            label={t('statements:list')}
            columns={columns}
            rows={rows}
            rowId={({ customerId }) => customerId}
            onOpen={({ customerId, name, language }) => setLooked({ id: customerId, name, language })}
            stale={isPlaceholderData}
            {...(!readOnly && { ticks })}
            empty={
              <EmptyState
                title={t('statements:empty.title')}
                text={t('statements:empty.text')}
                action={
                  <ButtonLink to="/receivables/aged" variant="default">
                    {t('statements:empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {sure && (
        <FormDialog
          title={t('statements:sure.title', { count, day: format.day(asOf) })}
          focusSubmit
          submit={t('statements:issue', { count })}
          onSubmit={() => issue.mutate()}
          onClose={() => setSure(false)}
        >
          <Text size="sm">{t('statements:sure.text')}</Text>
        </FormDialog>
      )}
      {looked && <StatementDialog customer={looked} onClose={() => setLooked(null)} />}
    </>
  )
}
