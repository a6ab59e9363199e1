import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReportMapping } from '../../../main/core/ratings/mapping.schema.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './ratings.module.css'
import type { Scale } from './scale.ts'

/** The file as a mapping reads it; null while the mapping says too little. */
export const useMappingPreview = (file: File, siren: string, mapping: ReportMapping | null) => {
  const [settled] = useDebouncedValue(mapping, 200)
  return useQuery({
    ...api.ratings.preview.queryOptions({
      input: { name: file.name, file, siren, mapping: settled as ReportMapping },
    }),
    queryKey: ['ratings.preview', file.name, file.size, file.lastModified, siren, settled],
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

type Props = {
  preview: ReturnType<typeof useMappingPreview>
  mapping: ReportMapping | null
  scales: readonly Scale[]
}

/** The file as the mapping reads it, before it is kept. */
export const MappingPreview = ({ preview, mapping, scales }: Props) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { data, error } = preview
  const report = data?.report
  return (
    <aside className={classes.preview} aria-label={t('ratings:mapping.preview')}>
      <Text size="sm" fw={600}>
        {t('ratings:mapping.preview')}
      </Text>
      {!mapping && (
        <Text size="sm" c="dimmed">
          {t('ratings:mapping.previewNone')}
        </Text>
      )}
      {mapping && <ErrorNote error={error} />}
      {mapping && report && (
        <>
          <Facts
            facts={[
              [t('ratings:mapping.field.companyName'), report.companyName || t('common:none')],
              [t('ratings:form.siren'), report.siren || t('common:none')],
              [t('ratings:form.day'), report.day ? format.day(report.day) : t('common:none')],
              ...report.values.map(
                ({ scale, label, value }) =>
                  [label || scales.find(({ code }) => code === scale)?.name[language] || scale, value] as const,
              ),
              [
                t('ratings:limit'),
                report.recommendedLimit === null
                  ? t('common:none')
                  : format.money(report.recommendedLimit, report.currency),
              ],
            ]}
          />
          {data.problems.length === 0 ? (
            <Note tone="settled" role="status">
              {t('ratings:mapping.ready')}
            </Note>
          ) : (
            data.problems.map(({ field, path, value, reason }) => (
              <Note key={`${field} ${path} ${reason}`} tone="risk" role="status">
                {t('ratings:mapping.problem', {
                  field: field === 'value' ? t('ratings:mapping.valueField') : t(`ratings:mapping.field.${field}`),
                  value,
                  reason: t(`ratings:mapping.reason.${reason}`),
                })}
              </Note>
            ))
          )}
        </>
      )}
    </aside>
  )
}
