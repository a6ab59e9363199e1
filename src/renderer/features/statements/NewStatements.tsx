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
import { usePaged } from '../../components/paging.ts'
import { StatementDialog, type StatementOf } from '../../components/papers/StatementDialog.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import type { LeftOut } from './StatementsPage.tsx'
import classes from './statements.module.css'
import type { StatementsSearch } from './statements.routes.tsx'
import { useCandidateColumns } from './useCandidateColumns.tsx'

/** All of the choice is ticked but some; once all were unticked, some only. */
type Ticked = { all: boolean; but: ReadonlySet<string> }
const ALL: Ticked = { all: true, but: new Set() }
const NOBODY: Ticked = { all: false, but: new Set() }

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
  const [ticked, setTicked] = useState(ALL)
  const [sure, setSure] = useState(false)
  const [looked, setLooked] = useState<StatementOf | null>(null)
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  const salespeople = useQuery(api.customers.salespeople.queryOptions({ input: {} })).data?.salespeople ?? []
  const from = kind === 'movements' ? (since ?? defaultFrom(asOf)) : null
  const { show = 'open', segment, salesperson } = search
  const choice = { asOf, kind, from, show, ...(segment && { segment }), ...(salesperson && { salesperson }) }
  const customers = usePaged(
    (page) => api.statements.choose.queryOptions({ input: { ...choice, ...page } }),
    (out) => ({ total: out.total, rows: out.candidates }),
  )
  const taken = ticked.all ? { except: [...ticked.but] } : { only: [...ticked.but] }
  const asTicked = useQuery({
    ...api.statements.choose.queryOptions({ input: { ...choice, ...taken, limit: 1 } }),
    placeholderData: keepPreviousData,
    enabled: ticked !== ALL,
  }).data
  const data = ticked === ALL ? customers.first : (asTicked ?? customers.first)
  const count = data?.count ?? 0
  const columns = useCandidateColumns()
  const ticks = useMemo(
    () => ({
      ids: { has: (id: string) => ticked.but.has(id) !== ticked.all },
      toggle: (some: readonly StatementCandidate[]) =>
        setTicked(({ all, but }) => {
          const ids = new Set(some.map(({ customerId }) => customerId))
          const next = ids.isDisjointFrom(but) ? but.union(ids) : but.difference(ids)
          return all && next.size === 0 ? ALL : { all, but: next }
        }),
      whole: {
        on: ticked === ALL,
        some: ticked.but.size > 0,
        toggle: () => setTicked((old) => (old === ALL ? NOBODY : ALL)),
      },
      label: ({ name }: StatementCandidate) => t('statements:tick', { name }),
      labelAll: t('statements:tickAll'),
    }),
    [ticked, t],
  )
  const issue = useMutation({
    mutationFn: () =>
      task.run(t('statements:task', { count }), (signal) =>
        client.statements.issue({ ...choice, ...taken }, { signal }),
      ),
    onMutate: () => setSure(false),
    onSuccess: ({ run, without }) => onMade(run.id, without),
  })
  return (
    <>
      <ErrorNote error={customers.first ? customers.error : null} />
      <Toolbar>
        {views}
        <DayInput
          aria-label={t('statements:asOf')}
          value={asOf}
          maxDate={today}
          onChange={(day) => day && setAsOf(day)}
          leftSection={<Text size="xs">{t('statements:asOf')}</Text>}
          leftSectionWidth={78}
          w={180}
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
          w={166}
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
            w={158}
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
            w={178}
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
      )}
      <div className={classes.list}>
        <DataTable
          label={t('statements:list')}
          columns={columns}
          source={customers}
          rowId={({ customerId }) => customerId}
          onOpen={({ customerId, name, language }) => setLooked({ id: customerId, name, language })}
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
      {looked && <StatementDialog customer={looked} start={{ asOf, kind, from }} onClose={() => setLooked(null)} />}
    </>
  )
}
