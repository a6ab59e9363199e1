import { Button, Text } from '@mantine/core'
import { IconEye, IconFileCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Drawn } from '../../../main/core/confirmations/confirmations.contract.ts'
import { api, client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useTask } from '../../app/tasks.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import classes from './confirmations.module.css'
import { DraftForm } from './DraftForm.tsx'
import { RequestPreview } from './RequestPreview.tsx'
import { criteriaOf, type Draft, missingOf, newDraft } from './round.draft.ts'
import { partIn, shareOf } from './share.ts'
import { useDrawnColumns } from './useDrawnColumns.tsx'

/** A round in the making: conditions at the left, whom they choose and how far that goes at the right. */
export const NewRoundPage = () => {
  const t = useT()
  const format = useFormat()
  const task = useTask()
  const navigate = useNavigate()
  const today = useWorkingDay()
  const readOnly = useReadOnly('issue')
  const company = useQuery(api.company.get.queryOptions({ input: {} })).data
  const runs = useQuery(api.confirmations.runs.queryOptions({ input: {} })).data?.runs
  const [changed, setChanged] = useState<Draft | null>(null)
  const [usual] = useState(() => newDraft(today, 'FR', undefined))
  const draft: Draft = changed ?? {
    ...usual,
    auditor: runs?.[0]?.auditor ?? { ...usual.auditor, country: company?.country ?? 'FR' },
  }
  const [looked, setLooked] = useState<Drawn | null>(null)
  const [sure, setSure] = useState(false)
  // What is looked at is what is issued: a seed that was wiped out is the one that stood there.
  const criteria = { ...criteriaOf(draft), seed: draft.criteria.seed.trim() || usual.criteria.seed }
  const customers = usePaged(
    (page) => api.confirmations.draw.queryOptions({ input: { asOf: draft.asOf, criteria, ...page } }),
    (out) => ({ total: out.total, rows: out.customers }),
  )
  const { first: data, error } = customers
  const columns = useDrawnColumns()
  const count = data?.total ?? 0
  const { chosen: _chosen, criteria: _criteria, ...asked } = draft
  const issue = useMutation({
    mutationFn: () =>
      task.run(t('confirmations:draft.task', { count }), (signal) =>
        client.confirmations.issue({ ...asked, criteria }, { signal }),
      ),
    onMutate: () => setSure(false),
    onSuccess: ({ run }) => navigate({ to: '/receivables/confirmations/$id', params: { id: run.id } }),
  })
  const [first] = data?.customers ?? []
  const missing = missingOf(draft)
  const ready = count > 0 && missing === null && error === null
  return (
    <>
      <PageHeader title={t('confirmations:newTitle')}>
        <ReceivablesTabs value="confirmations" />
      </PageHeader>
      <div className={classes.draft}>
        <DraftForm
          draft={draft}
          currency={company?.currency ?? 'EUR'}
          change={(part) => setChanged({ ...draft, ...part })}
        />
        <div className={classes.drawn}>
          <ErrorNote error={data ? error : null} />
          {missing !== null && (
            <Text size="sm" c="dimmed" role="status">
              {t(`confirmations:draft.missing.${missing}`)}
            </Text>
          )}
          <Toolbar
            end={
              <>
                <Button
                  variant="default"
                  leftSection={<IconEye size={16} />}
                  disabled={!first || missing === 'auditor' || error !== null}
                  onClick={() => first && setLooked(first)}
                >
                  {t('confirmations:draft.preview')}
                </Button>
                {!readOnly && (
                  <Button
                    leftSection={<IconFileCheck size={16} />}
                    disabled={!ready}
                    loading={issue.isPending}
                    onClick={() => setSure(true)}
                  >
                    {t('confirmations:draft.issue', { count })}
                  </Button>
                )}
              </>
            }
          >
            <div className={classes.figures}>
              {data?.drawn.map(({ currency, gross, count: accounts }) => {
                const whole = partIn(data.population, currency)
                const share = shareOf(gross, whole.gross)
                return (
                  <KeyFigure
                    key={currency}
                    label={`${t('confirmations:coverage.drawn')} (${format.number(accounts)} ${t('confirmations:coverage.ofAccounts', { count: whole.count })})`}
                    value={format.money(gross, currency)}
                    hint={
                      share === null
                        ? ''
                        : t('confirmations:coverage.ofPopulation', {
                            share: format.percent(share),
                            amount: format.money(whole.gross, currency),
                          })
                    }
                  />
                )
              })}
            </div>
          </Toolbar>
          <div className={classes.list}>
            <DataTable
              label={t('confirmations:draft.who')}
              columns={columns}
              source={customers}
              rowId={({ customerId }) => customerId}
              onOpen={(row) => missing !== 'auditor' && setLooked(row)}
              empty={
                data?.population.length === 0 ? (
                  <EmptyState
                    title={t('confirmations:draft.noBalance.title', { day: format.day(draft.asOf) })}
                    text={t('confirmations:draft.noBalance.text')}
                    action={
                      <ButtonLink to="/imports" variant="default">
                        {t('confirmations:draft.noBalance.action')}
                      </ButtonLink>
                    }
                  />
                ) : (
                  <EmptyState
                    title={t('confirmations:draft.nobody.title')}
                    text={t('confirmations:draft.nobody.text')}
                  />
                )
              }
            />
          </div>
        </div>
      </div>
      {looked && <RequestPreview asked={asked} customer={looked} onClose={() => setLooked(null)} />}
      {sure && (
        <FormDialog
          title={t('confirmations:draft.sure.title', { count })}
          focusSubmit
          submit={t('confirmations:draft.issue', { count })}
          onSubmit={() => issue.mutate()}
          onClose={() => setSure(false)}
        >
          <Text size="sm">{t('confirmations:draft.sure.text')}</Text>
        </FormDialog>
      )}
    </>
  )
}
