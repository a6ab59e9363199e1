import { TextInput } from '@mantine/core'
import { useLanguage, useT } from '../../app/i18n.ts'
import classes from './ratings.module.css'
import { fitsScale } from './report.draft.ts'
import type { Scale } from './scale.ts'

type Props = {
  scales: readonly Scale[]
  values: Record<string, string>
  onChange: (values: Record<string, string>) => void
}

/** A field for each scale of an agency; what is not on the scale is said at once. */
export const ScaleFields = ({ scales, values, onChange }: Props) => {
  const t = useT()
  const language = useLanguage()
  return (
    <div className={classes.two}>
      {scales.map(({ code, name, min, max, grades }) => {
        const value = values[code] ?? ''
        const ends = min !== null && max !== null ? [min, max] : [grades.at(-1)?.grade, grades[0]?.grade]
        return (
          <TextInput
            key={code}
            label={name[language]}
            placeholder={ends[0] === undefined ? undefined : ends.join(' – ')}
            maxLength={40}
            value={value}
            onChange={(event) => onChange({ ...values, [code]: event.currentTarget.value })}
            error={!fitsScale(code, value) && t('ratings:form.off')}
          />
        )
      })}
    </div>
  )
}
