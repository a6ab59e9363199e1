import { SegmentedControl, Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type LetterLanguage, letterLanguages } from '../../../../main/core/kernel/contract.ts'
import { api } from '../../../api/client.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { DunningTabs } from '../../../components/DunningTabs.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import classes from '../dunning.module.css'
import { useWordingName } from '../useWordingName.ts'
import { AddWording } from './AddWording.tsx'
import { WordingEditor } from './WordingEditor.tsx'
import { WordingList } from './WordingList.tsx'

const route = getRouteApi('/book/dunning/wordings')

/** The texts of letters and messages, by key and language, edited beside the page they make. */
export const WordingsPage = () => {
  const t = useT()
  const language = useLanguage()
  const readOnly = useReadOnly('configure')
  const nameOf = useWordingName()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const { data, error } = useQuery(api.dunning.wordings.queryOptions({ input: { examplesIn: language } }))
  const wordings = data?.wordings ?? []
  const wanted: LetterLanguage = search.language ?? language
  const wording =
    wordings.find((one) => one.key === search.key && one.language === wanted) ??
    wordings.find((one) => one.language === wanted)
  const narrow = width > 0 && width < 860
  const choose = (key: string, inLanguage: LetterLanguage = wanted) =>
    navigate({ search: { key, language: inLanguage }, replace: true })

  return (
    <>
      <PageHeader title={t('wordings:title')}>
        <DunningTabs value="wordings" />
      </PageHeader>
      <ErrorNote error={error} />
      {data && !wording && <EmptyState title={t('wordings:empty')} />}
      {data && wording && (
        <div className={classes.editor} ref={ref} data-narrow={narrow || undefined}>
          {!narrow && (
            <div className={classes.column}>
              <WordingList wordings={wordings} chosen={wording} onChoose={(key) => choose(key)} />
              {!readOnly && <AddWording from={wording} onAdded={(key) => choose(key)} />}
            </div>
          )}
          <WordingEditor
            key={`${wording.key} ${wording.language}`}
            wording={wording}
            fields={data.fields.filter(({ of }) => of === wording.of)}
            onRemoved={() => choose(wording.basedOn)}
            above={
              <>
                {narrow && (
                  <Select
                    aria-label={t('wordings:list')}
                    allowDeselect={false}
                    value={wording.key}
                    onChange={(value) => value && choose(value)}
                    data={[...new Set(wordings.map(({ key }) => key))].map((key) => ({
                      value: key,
                      label: nameOf(key),
                    }))}
                  />
                )}
                <SegmentedControl
                  fullWidth
                  size="xs"
                  aria-label={t('wordings:languages')}
                  value={wording.language}
                  onChange={(value) => choose(wording.key, value as LetterLanguage)}
                  data={letterLanguages.map((one) => ({
                    value: one,
                    label: t(`wordings:language.${one}`),
                  }))}
                />
              </>
            }
          />
        </div>
      )}
    </>
  )
}
