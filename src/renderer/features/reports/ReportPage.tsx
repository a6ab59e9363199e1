import { Button, Loader, Select } from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Language, languageSchema } from '../../../main/core/kernel/contract.ts'
import { addMonths } from '../../../main/core/kernel/day.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FiguresTabs } from '../../components/FiguresTabs.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { ReportComments } from './ReportComments.tsx'
import classes from './reports.module.css'

const route = getRouteApi('/book/figures/report')

/** The report of a month beside its comments: looked at as it will be printed, saved as PDF or as its tables. */
export const ReportPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const failed = useErrorToast()
  const window = useLanguage()
  const [language, setLanguage] = useState<Language>(window)
  const navigate = route.useNavigate()
  const lastEnded = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const { month = lastEnded } = route.useSearch()
  const { data: list } = useQuery(api.reports.months.queryOptions({ input: {} }))
  const { data, error } = useQuery({
    ...api.reports.month.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  })
  const preview = useQuery({
    ...api.reports.preview.queryOptions({ input: { month, language } }),
    placeholderData: keepPreviousData,
  })
  const save = useMutation({
    mutationFn: (format: 'pdf' | 'xlsx') => client.reports.file({ month, language, format }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  const monthOf = new Intl.DateTimeFormat(window, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const label = (one: string) => {
    const told = monthOf.format(new Date(`${one}-01T00:00:00Z`))
    return one === today.slice(0, 7) ? t('reports:underWay', { month: told }) : told
  }
  const months = [...new Set([month, ...(list?.months ?? []).map((one) => one.month)])].toSorted().toReversed()
  return (
    <>
      <PageHeader title={t('reports:title')}>
        <FiguresTabs value="report" />
      </PageHeader>
      <ErrorNote error={error ?? preview.error} />
      <Toolbar
        end={
          <>
            <Button
              variant="default"
              leftSection={<IconTable size={16} />}
              loading={save.isPending && save.variables === 'xlsx'}
              onClick={() => save.mutate('xlsx')}
            >
              {t('reports:xlsx')}
            </Button>
            <Button
              leftSection={<IconDownload size={16} />}
              loading={save.isPending && save.variables === 'pdf'}
              onClick={() => save.mutate('pdf')}
            >
              {t('reports:pdf')}
            </Button>
          </>
        }
      >
        <Select
          w={230}
          aria-label={t('reports:month')}
          value={month}
          onChange={(value) =>
            value && navigate({ search: { month: value === lastEnded ? undefined : value }, replace: true })
          }
          data={months.map((value) => ({ value, label: label(value) }))}
          allowDeselect={false}
        />
        <Select
          w={130}
          aria-label={t('reports:language')}
          value={language}
          onChange={(value) => value && setLanguage(value as Language)}
          data={languageSchema.options.map((value) => ({ value, label: t(`reports:languages.${value}`) }))}
          allowDeselect={false}
        />
      </Toolbar>
      <div className={classes.page}>
        {data && <ReportComments key={data.month} month={data.month} comments={data.comments} />}
        <div className={classes.preview}>
          {preview.isFetching && (
            <div className={classes.making} role="status">
              <Loader size="xs" />
              {t(preview.data ? 'reports:remaking' : 'reports:making')}
            </div>
          )}
          {preview.data && (
            <PagesView
              pages={preview.data.pages}
              stale={preview.isFetching}
              label={(page) => t('reports:page', { page })}
            />
          )}
        </div>
      </div>
    </>
  )
}
