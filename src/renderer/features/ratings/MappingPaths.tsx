import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../../main/core/kernel/text.ts'
import { mappedFields } from '../../../main/core/ratings/mapping.schema.ts'
import type { ReportInspection } from '../../../main/core/ratings/ratings.contract.ts'
import { OWN_SCALE } from '../../../main/core/ratings/scales.schema.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { besideOf, choiceOf, type MappedScore, type MappingDraft, withMeaning } from './mapping.draft.ts'
import classes from './ratings.module.css'
import type { Scale } from './scale.ts'

type Place = ReportInspection['paths'][number]
type Props = {
  draft: MappingDraft
  paths: readonly Place[]
  scales: readonly Scale[]
  onChange: (draft: MappingDraft) => void
}

/** Every place of the report with what stands there, and what the user says it is. */
export const MappingPaths = ({ draft, paths, scales, onChange }: Props) => {
  const t = useT()
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const wanted = fold(search)
  const shown = paths.filter(({ path, value }) => fold(`${path} ${value}`).includes(wanted))
  const choices = [
    { value: '', label: t('ratings:mapping.none') },
    {
      group: t('ratings:mapping.fieldGroup'),
      items: mappedFields.map((value) => ({ value: value as string, label: t(`ratings:mapping.field.${value}`) })),
    },
    {
      group: t('ratings:mapping.scoreGroup'),
      items: [
        ...scales
          .filter(({ provider }) => provider === draft.provider)
          .map(({ code, name }) => ({ value: `score:${code}`, label: name[language] })),
        { value: `score:${OWN_SCALE}`, label: t('ratings:mapping.own') },
      ],
    },
  ]
  const score = (path: string, part: Partial<MappedScore>) => {
    const meaning = draft.meanings[path]
    if (meaning && 'score' in meaning)
      onChange({ ...draft, meanings: { ...draft.meanings, [path]: { score: { ...meaning.score, ...part } } } })
  }
  return (
    <div className={classes.paths}>
      <SearchField
        w={260}
        aria-label={t('ratings:mapping.search')}
        placeholder={t('ratings:mapping.search')}
        value={search}
        onChange={setSearch}
      />
      <table className={classes.sheet} aria-label={t('ratings:mapping.path')}>
        <thead>
          <tr>
            <th scope="col">{t('ratings:mapping.path')}</th>
            <th scope="col">{t('ratings:mapping.sample')}</th>
            <th scope="col">{t('ratings:mapping.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((place) => {
            const meaning = draft.meanings[place.path]
            return (
              <tr key={place.path} data-picked={meaning !== undefined || undefined}>
                <th scope="row" className={classes.path}>
                  {place.path}
                </th>
                <td className={classes.sample}>{place.value || t('common:none')}</td>
                <td>
                  {place.repeated ? (
                    <span className={classes.small}>{t('ratings:mapping.repeated')}</span>
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={`${t('ratings:mapping.meaning')} ${place.path}`}
                      data={choices}
                      value={choiceOf(meaning)}
                      onChange={(event) => onChange(withMeaning(draft, place, event.currentTarget.value))}
                    />
                  )}
                  {meaning && 'score' in meaning && (
                    <ScoreDetail place={place} score={meaning.score} onChange={(part) => score(place.path, part)} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type DetailProps = { place: Place; score: MappedScore; onChange: (part: Partial<MappedScore>) => void }

/** Of a score: the text beside it that must be the same, and of its own scale its name and ends. */
const ScoreDetail = ({ place, score, onChange }: DetailProps) => {
  const t = useT()
  const beside = besideOf(place)
  return (
    <div className={classes.detail}>
      {score.scale === OWN_SCALE && (
        <div className={classes.ownScale}>
          {(['label', 'worst', 'best'] as const).map((field) => (
            <TextInput
              key={field}
              size="xs"
              required={field === 'label'}
              label={t(`ratings:form.${field}`)}
              maxLength={field === 'label' ? 120 : 40}
              value={score[field]}
              onChange={(event) => onChange({ [field]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
      {score.scale === OWN_SCALE && <span className={classes.small}>{t('ratings:mapping.ownHint')}</span>}
      {beside && (
        <Checkbox
          size="xs"
          label={t('ratings:mapping.guard', { path: beside.path, value: beside.value })}
          checked={score.guarded}
          onChange={(event) => onChange({ guarded: event.currentTarget.checked })}
        />
      )}
    </div>
  )
}
