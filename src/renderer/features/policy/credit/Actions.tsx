import { Textarea } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import { classNumbers, creditOf } from './fields.tsx'

/** What is done with the customers of each class. */
export const EditActions = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  return classNumbers.map((number) => (
    <Textarea
      key={number}
      size="sm"
      autosize
      minRows={1}
      maxRows={4}
      maxLength={300}
      label={t('policy:actions.of', { class: number })}
      value={credit.actions[number - 1]}
      onChange={(event) =>
        put({ actions: credit.actions.with(number - 1, event.currentTarget.value) as typeof credit.actions })
      }
    />
  ))
}
