import { Button, Checkbox, SegmentedControl, Select, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { type AskedSettings, lossDays } from '../../../main/core/provisions/provisions.schema.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import classes from './provisions.module.css'
import type { ProvisionsSearch } from './provisions.search.ts'
import { RatesDialog } from './RatesDialog.tsx'
import { RollRates } from './RollRates.tsx'

const spans = [12, 24, 36, 60] as const

type Props = { asOf: Day; settings: AskedSettings; onChange: (part: ProvisionsSearch) => void }

/** Expected losses by age: what became of past invoices gives the rates, what is open gives the balances. */
export const MatrixView = ({ asOf, settings, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const [asked, setAsked] = useState(false)
  const { data, error } = useQuery({
    ...api.provisions.matrix.queryOptions({ input: { asOf, ...settings } }),
    placeholderData: keepPreviousData,
  })
  const adjusted = Number(settings.adjustment) !== 0
  const handed = settings.byHand.some((rate) => rate !== null)
  const changed = [
    ...(adjusted ? [t('provisions:matrix.adjusted', { percent: format.percent(settings.adjustment) })] : []),
    ...(handed ? [t('provisions:matrix.handed')] : []),
  ].join(', ')
  const sum = (of: 'gross' | 'base') => data?.totals.reduce((total, line) => total + line[of], 0) ?? 0
  const [gross, base] = [sum('gross'), sum('base')]
  const money = (amount: number) => format.money(amount, data?.currency ?? '')
  return (
    <>
      <ErrorNote error={error} />
      <div className={classes.bar}>
        <div className={classes.pair}>
          <Text size="sm">{t('provisions:settings.months')}</Text>
          <Select
            w={130}
            aria-label={t('provisions:settings.months')}
            allowDeselect={false}
            value={String(settings.months)}
            onChange={(value) => value && onChange({ months: Number(value) })}
            data={[...new Set([...spans, settings.months])]
              .toSorted((a, b) => a - b)
              .map((months) => ({
                value: String(months),
                label: t('provisions:settings.ofMonths', { count: months }),
              }))}
          />
        </div>
        <div className={classes.pair}>
          <Text size="sm">{t('provisions:settings.lostAfter')}</Text>
          <SegmentedControl
            aria-label={t('provisions:settings.lostAfter')}
            value={String(settings.lostAfter ?? '')}
            onChange={(value) => onChange({ lostAfter: lossDays.find((days) => String(days) === value) })}
            data={[
              {
                value: '',
                label:
                  data && data.why === null && settings.lostAfter === null
                    ? t('provisions:settings.autoDays', { count: data.lostAfter })
                    : t('provisions:settings.auto'),
              },
              ...lossDays
                .toReversed()
                .map((days) => ({ value: String(days), label: t('provisions:settings.days', { count: days }) })),
            ]}
          />
        </div>
        <Checkbox
          label={t('provisions:settings.bySegment')}
          checked={settings.bySegment}
          onChange={(event) => onChange({ bySegment: event.currentTarget.checked || undefined })}
        />
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('provisions:settings.change')}
        </Button>
        {changed !== '' && (
          <Button
            variant="subtle"
            onClick={() => onChange({ adjustment: undefined, byHand: undefined, reason: undefined })}
          >
            {t('provisions:settings.reset')}
          </Button>
        )}
      </div>
      {data && gross === 0 && data.leftOut === 0 && (
        <EmptyState
          title={t('provisions:empty.title')}
          text={t('provisions:empty.text')}
          action={
            <ButtonLink to="/imports" variant="default">
              {t('provisions:empty.action')}
            </ButtonLink>
          }
        />
      )}
      {data && (gross > 0 || data.leftOut > 0) && (
        <div className={classes.page}>
          <div className={classes.cards}>
            <KeyFigure
              label={t('provisions:matrix.total', { day: format.day(data.asOf) })}
              value={data.amount === null ? t('provisions:matrix.unknown') : money(data.amount)}
              tone={data.amount === null ? 'neutral' : 'risk'}
              {...(data.amount !== null &&
                base > 0 && {
                  hint: t('provisions:matrix.share', {
                    percent: format.percent(((100 * data.amount) / base).toFixed(1)),
                  }),
                })}
            />
            <KeyFigure
              label={t('provisions:matrix.base')}
              value={money(base)}
              hint={t('provisions:matrix.baseHint', { percent: format.percent(settings.taxRate) })}
            />
            <KeyFigure
              label={t('provisions:matrix.gross')}
              value={money(gross)}
              {...(data.creditsLeft < 0 && {
                hint: t('provisions:matrix.creditsLeft', { amount: money(-data.creditsLeft) }),
              })}
            />
          </div>
          {data.why !== null && (
            <Note tone="late" role="status">
              <Text size="sm">{t('provisions:matrix.why', { why: t(`provisions:gap.${data.why}`) })}</Text>
            </Note>
          )}
          {changed !== '' && (
            <Text size="sm">
              {t('provisions:matrix.changed', {
                what: changed,
                reason: settings.reason || t('provisions:matrix.noReason'),
              })}
            </Text>
          )}
          {data.leftOut > 0 && (
            <Text size="sm" c="var(--late)">
              {t('provisions:matrix.leftOut', { count: data.leftOut })}
            </Text>
          )}
          {data.groups.map((group) => (
            <section key={group.segment ?? ''}>
              {group.segment !== null && <Title order={2}>{group.segment || t('provisions:matrix.noSegment')}</Title>}
              {group.borrowed && (
                <Text size="xs" c="dimmed">
                  {t('provisions:matrix.borrowed')}
                </Text>
              )}
              <MatrixTable group={group} currency={data.currency} />
              {!group.borrowed && (
                <RollRates
                  history={group.history}
                  lostAfter={data.lostAfter}
                  auto={settings.lostAfter === null && group.why === null}
                  asOf={data.asOf}
                  currency={data.currency}
                />
              )}
            </section>
          ))}
        </div>
      )}
      {asked && <RatesDialog settings={settings} onApply={onChange} onClose={() => setAsked(false)} />}
    </>
  )
}
