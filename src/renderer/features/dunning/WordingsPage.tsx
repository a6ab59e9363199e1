import { Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import classes from './dunning.module.css'
import { useWordingName } from './useWordingName.ts'
import { WordingEditor } from './WordingEditor.tsx'
import { WordingList } from './WordingList.tsx'

const route = getRouteApi('/book/dunning/wordings')

/** The texts of the letters, by key and language, edited beside the page they make. */
export const WordingsPage = () => {
  const t = useT()
  const language = useLanguage()
  const nameOf = useWordingName()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const { data, error } = useQuery(api.dunning.wordings.queryOptions({ input: {} }))
  const wordings = data?.wordings ?? []
  const wanted = search.language ?? language
  const wording =
    wordings.find((one) => one.key === search.key && one.language === wanted) ??
    wordings.find((one) => one.language === wanted) ??
    wordings[0]
  const narrow = width > 0 && width < 860
  const choose = (one: { key: string; language: 'fr' | 'en' }) =>
    navigate({ search: { key: one.key, language: one.language }, replace: true })

  return (
    <>
      <PageHeader title={t('dunning:wordings.title')}>
        <DunningTabs value="wordings" />
      </PageHeader>
      <ErrorNote error={error} />
      {data && !wording && <EmptyState title={t('dunning:wordings.empty')} />}
      {data && wording && (
        <div className={classes.editor} ref={ref} data-narrow={narrow || undefined}>
          {!narrow && <WordingList wordings={wordings} chosen={wording} onChoose={choose} />}
          <WordingEditor
            key={`${wording.key} ${wording.language}`}
            wording={wording}
            fields={data.fields.filter(({ of }) => of === wording.of)}
            above={
              narrow && (
                <Select
                  aria-label={t('dunning:wordings.list')}
                  allowDeselect={false}
                  value={`${wording.key} ${wording.language}`}
                  onChange={(value) => {
                    const one = wordings.find(({ key, language }) => `${key} ${language}` === value)
                    if (one) choose(one)
                  }}
                  data={wordings.map((one) => ({
                    value: `${one.key} ${one.language}`,
                    label: `${nameOf(one.key)}, ${t(`dunning:language.${one.language}`)}`,
                  }))}
                />
              )
            }
          />
        </div>
      )}
    </>
  )
}
