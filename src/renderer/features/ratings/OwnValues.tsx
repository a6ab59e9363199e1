import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useT } from '../../app/i18n.ts'
import classes from './ratings.module.css'
import type { OwnValue } from './report.draft.ts'

const fields = ['label', 'value', 'worst', 'best'] as const

/** Values on scales that the report names itself, with their ends. */
export const OwnValues = ({
  values,
  onChange,
}: {
  values: readonly OwnValue[]
  onChange: (values: OwnValue[]) => void
}) => {
  const t = useT()
  return values.map((own) => (
    <div key={own.key} className={classes.own}>
      {fields.map((field) => (
        <TextInput
          key={field}
          label={t(`ratings:form.${field}`)}
          maxLength={field === 'label' ? 120 : 40}
          value={own[field]}
          onChange={(event) => {
            const { value } = event.currentTarget
            onChange(values.map((one) => (one.key === own.key ? { ...one, [field]: value } : one)))
          }}
        />
      ))}
      <ActionIcon
        mb={2}
        size="lg"
        aria-label={t('ratings:form.dropOwn', { label: own.label })}
        onClick={() => onChange(values.filter(({ key }) => key !== own.key))}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  ))
}
