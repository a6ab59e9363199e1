import { Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { ANSWER_ENDING } from '../../../main/core/answers/answer.model.ts'
import type { AnswerRow } from '../../../main/core/answers/answers.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ReceivablesTabs } from '../../components/ReceivablesTabs.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { AnswerPanel } from './AnswerPanel.tsx'
import classes from './answers.module.css'
import { type AnswersSearch, answerShows } from './answers.routes.tsx'
import { RefusedFiles } from './RefusedFiles.tsx'
import { useAbout } from './useAbout.ts'
import { useReadAnswers } from './useReadAnswers.ts'

const route = getRouteApi('/book/receivables/answers')
const SHOWN = 1000

/** What customers answered from their spaces: read, looked at, accepted or declined. */
export const AnswersPage = () => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const { show = 'all', q = '', id } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: AnswersSearch) =>
    navigate({ search: (old: AnswersSearch) => ({ ...old, ...part }), replace: true })
  const columns = useColumns()
  const opened = useCallback((id: string) => navigate({ search: { id }, replace: true }), [navigate])
  const { read, pending, refused, forget } = useReadAnswers(opened)
  const { data, error, isPlaceholderData } = useQuery({
    ...api.answers.list.queryOptions({ input: { show, search: q, limit: SHOWN } }),
    placeholderData: keepPreviousData,
  })
  const blank = data?.answers.length === 0 && show === 'all' && q === ''
  return (
    <>
      <PageHeader title={t('answers:title')}>
        <ReceivablesTabs value="answers" />
      </PageHeader>
      {!readOnly && (
        <FileDrop
          title={t('answers:drop.title')}
          accept={ANSWER_ENDING}
          disabled={pending > 0}
          onFiles={read}
          compact={!blank}
        >
          {blank && (
            <Text size="sm" c="dimmed" ta="center">
              {t('answers:drop.text')}
            </Text>
          )}
        </FileDrop>
      )}
      <RefusedFiles files={refused} onClose={forget} />
      <ErrorNote error={error} />
      <Toolbar>
        <SearchField
          w={240}
          aria-label={t('answers:search')}
          placeholder={t('answers:search')}
          value={q}
          onChange={(value) => change({ q: value || undefined })}
        />
        <Select
          w={160}
          aria-label={t('answers:show.label')}
          allowDeselect={false}
          data={answerShows.map((value) => ({ value, label: t(`answers:show.${value}`) }))}
          value={show}
          onChange={(value) => change({ show: answerShows.find((one) => one === value && one !== 'all') })}
        />
      </Toolbar>
      <div className={classes.list}>
        {data && (
          <DataTable
            label={t('answers:list')}
            columns={columns}
            rows={data.answers}
            rowId={(answer) => answer.id}
            onOpen={(answer) => change({ id: answer.id })}
            stale={isPlaceholderData}
            empty={
              <EmptyState
                title={t('answers:empty.title')}
                text={t('answers:empty.text')}
                action={<ButtonLink to="/receivables/spaces">{t('answers:empty.action')}</ButtonLink>}
              />
            }
          />
        )}
      </div>
      {id && <AnswerPanel key={id} id={id} onClose={() => change({ id: undefined })} />}
    </>
  )
}

const tones = { waiting: 'late', accepted: 'settled', declined: 'neutral' } as const

const useColumns = (): Column<AnswerRow>[] => {
  const t = useT()
  const format = useFormat()
  const about = useAbout()
  return useMemo(
    () => [
      {
        id: 'state',
        header: t('answers:columns.state'),
        width: 92,
        cell: ({ state }) => <ToneBadge tone={tones[state]}>{t(`answers:state.${state}`)}</ToneBadge>,
      },
      {
        id: 'customer',
        header: t('answers:columns.customer'),
        width: 'minmax(120px, 1.5fr)',
        cell: ({ customerName }) => customerName,
      },
      { id: 'kind', header: t('answers:columns.kind'), width: 172, cell: ({ kind }) => t(`answers:kind.${kind}`) },
      { id: 'about', header: t('answers:columns.about'), width: 'minmax(130px, 2fr)', cell: about },
      {
        id: 'issued',
        header: t('answers:columns.issued'),
        width: 100,
        cell: ({ issuedAt }) => format.day(issuedAt.slice(0, 10)),
      },
    ],
    [t, format, about],
  )
}
