import { Button, Select, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { addDays, addMonths } from '../../../main/core/kernel/day.ts'
import type { Loss } from '../../../main/core/losses/losses.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SheetButton } from '../../components/SheetButton.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { LossPanel } from './LossPanel.tsx'
import { LossParts } from './LossParts.tsx'
import classes from './losses.module.css'
import { axisParts } from './losses.parts.ts'
import { type LossAxis, type LossesSearch, lossAxes } from './losses.search.ts'
import { useLossColumns } from './useLossColumns.tsx'

const route = getRouteApi('/book/credit/losses')

/** Bad debts traced back to what let them in, counted by origin and by decider; a year back unless asked otherwise. */
export const LossesPage = () => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { id, origin, by = 'decider', part, ...period } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: LossesSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const until = period.until ?? today
  const from = period.from ?? addDays(addMonths(today, -12), 1)
  const { data, error, isPlaceholderData } = useQuery({
    ...api.losses.list.queryOptions({ input: { from, until } }),
    enabled: from <= until,
    placeholderData: keepPreviousData,
  })
  const { data: policy } = useQuery({
    ...api.losses.underPolicy.queryOptions({ input: { from, until } }),
    enabled: from <= until,
    placeholderData: keepPreviousData,
  })
  const measured = useMemo(
    () => new Map((policy?.losses ?? []).map((one) => [`${one.itemId} ${one.kind}`, one])),
    [policy],
  )
  const { ref, width } = useElementSize()
  const columns = useLossColumns(width)
  const keyOf = (loss: Loss): string | undefined => {
    switch (by) {
      case 'decider':
        return loss.decidedBy
      case 'policy':
        return measured.get(`${loss.itemId} ${loss.kind}`)?.effect
      default:
        return loss[by]
    }
  }
  const all = data?.losses ?? []
  const shown = all.filter(
    (loss) => (origin === undefined || loss.origin === origin) && (part === undefined || keyOf(loss) === part),
  )
  const unvalued = all.filter(({ worth }) => worth === null).length
  const chosen = shown.find(({ itemId, kind }) => `${itemId} ${kind}` === id)
  const filtered = origin !== undefined || part !== undefined
  return (
    <>
      <PageHeader
        title={t('losses:title')}
        actions={all.length > 0 && <SheetButton of={['losses', 'lossOrigins']} from={from} asOf={until} />}
      >
        <CreditTabs value="losses" />
      </PageHeader>
      <ErrorNote error={error} />
      <Toolbar
        end={
          filtered && (
            <Button variant="default" onClick={() => change({ origin: undefined, part: undefined })}>
              {t('losses:every')}
            </Button>
          )
        }
      >
        <div className={classes.period}>
          <Text size="sm">{t('losses:from')}</Text>
          <DayInput
            aria-label={t('losses:from')}
            maxDate={until}
            value={from}
            onChange={(day) => day && change({ from: day })}
          />
          <Text size="sm">{t('losses:until')}</Text>
          <DayInput
            aria-label={t('losses:until')}
            minDate={from}
            maxDate={today}
            value={until}
            onChange={(day) => day && change({ until: day })}
          />
        </div>
        <div className={classes.period}>
          <Text size="sm">{t('losses:byLabel')}</Text>
          <Select
            w={150}
            aria-label={t('losses:byLabel')}
            value={by}
            onChange={(value) => change({ by: value === 'decider' ? undefined : (value as LossAxis), part: undefined })}
            data={lossAxes.map((value) => ({ value, label: t(`losses:by.${value}`) }))}
            allowDeselect={false}
          />
        </div>
      </Toolbar>
      {data && all.length > 0 && (
        <>
          <div className={classes.cards}>
            <KeyFigure
              label={t('losses:total', { from: format.day(data.from), until: format.day(data.until) })}
              value={format.money(data.total, data.currency)}
              tone="risk"
              hint={[
                t('losses:count', { count: all.length }),
                ...(unvalued > 0 ? [t('losses:unvalued', { count: unvalued })] : []),
              ].join(', ')}
            />
            {policy && policy.losses.length > 0 && (
              <KeyFigure
                label={t('losses:avoided')}
                value={format.money(policy.avoided, policy.currency)}
                hint={[
                  t('losses:avoidedOf', { amount: format.money(policy.lost, policy.currency) }),
                  ...(policy.leftOut > 0 ? [t('losses:notMeasured', { count: policy.leftOut })] : []),
                ].join(' ; ')}
              />
            )}
          </div>
          <div className={classes.parts}>
            <LossParts
              caption={t('losses:byOrigin')}
              parts={data.byOrigin.map(({ origin: key, ...part }) => ({
                ...part,
                key,
                label: t(`losses:origin.${key}`),
              }))}
              total={data.total}
              currency={data.currency}
              chosen={origin}
              onChoose={(next) => change({ origin: next })}
            />
            <LossParts
              caption={t(`losses:byAbout.${by}`)}
              parts={axisParts(data, policy, by, t)}
              total={data.total}
              currency={data.currency}
              chosen={part}
              onChoose={(next) => change({ part: next })}
            />
          </div>
        </>
      )}
      <div className={classes.list} ref={ref}>
        {data && (
          <DataTable
            label={t('losses:title')}
            columns={columns}
            rows={shown}
            rowId={({ itemId, kind }) => `${itemId} ${kind}`}
            selectedId={id ?? null}
            onSelect={(loss) => change({ id: loss ? `${loss.itemId} ${loss.kind}` : undefined })}
            onOpen={({ customerId }) =>
              navigate({ to: '/customers/$id', params: { id: customerId }, search: { tab: 'credit' } })
            }
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t('losses:empty.title')}
                text={t('losses:empty.text')}
                action={
                  <ButtonLink to="/receivables" variant="default">
                    {t('losses:empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {chosen && data && (
        <LossPanel
          key={id}
          loss={chosen}
          measured={measured.get(`${chosen.itemId} ${chosen.kind}`)}
          home={data.currency}
          onClose={() => change({ id: undefined })}
        />
      )}
    </>
  )
}
