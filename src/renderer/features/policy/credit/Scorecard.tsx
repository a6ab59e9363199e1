import { Group, Select, Text, TextInput } from '@mantine/core'
import { criterionSources } from '../../../../main/core/policy/credit-policy.schema.ts'
import { useT } from '../../../app/i18n.ts'
import type { EditProps } from '../clauses/clause.ts'
import { codeOf } from '../policy.draft.ts'
import classes from '../policy.module.css'
import { changedAt, creditOf, EditRows, WholeNumber, without } from './fields.tsx'

/** The firm's own score: criteria with their weights, and the marks from which a class is reached. */
export const EditScorecard = (props: EditProps) => {
  const t = useT()
  const { credit, put } = creditOf(props)
  const { scorecard, classBounds } = credit
  const set = (criteria: typeof scorecard) => put({ scorecard: criteria })
  const sum = scorecard.reduce((all, { weight }) => all + weight, 0)
  const descending = classBounds.every((bound, i) => i === 0 || bound < (classBounds[i - 1] as number))
  const unnamed = scorecard.some(({ fr, en }) => fr.trim() === '' || en.trim() === '')
  const codes = scorecard.map(({ code }) => code)
  return (
    <>
      <EditRows
        label={t('policy:scorecard.table')}
        heads={[
          t('policy:scorecard.fr'),
          t('policy:scorecard.en'),
          t('policy:scorecard.source'),
          t('policy:scorecard.weight'),
        ]}
        rows={scorecard.map((criterion, i) => ({
          cells: [
            ...(['fr', 'en'] as const).map((one) => (
              <TextInput
                key={one}
                size="xs"
                maxLength={80}
                aria-label={t(`policy:scorecard.${one}Of`, { position: i + 1 })}
                value={criterion[one]}
                onChange={(event) => set(changedAt(scorecard, i, { [one]: event.currentTarget.value }))}
              />
            )),
            <Select
              key="source"
              size="xs"
              aria-label={t('policy:scorecard.sourceOf', { position: i + 1 })}
              allowDeselect={false}
              data={criterionSources.map((value) => ({ value, label: t(`policy:scorecard.sources.${value}`) }))}
              value={criterion.source}
              onChange={(source) =>
                source && set(changedAt(scorecard, i, { source: source as typeof criterion.source }))
              }
            />,
            <WholeNumber
              key="weight"
              size="xs"
              w={70}
              min={1}
              max={100}
              aria-label={t('policy:scorecard.weightOf', { position: i + 1 })}
              value={criterion.weight}
              onChange={(weight) => set(changedAt(scorecard, i, { weight }))}
            />,
          ],
          removeLabel: t('policy:scorecard.remove', { name: criterion.fr }),
          onRemove: scorecard.length > 1 ? () => set(without(scorecard, i)) : null,
        }))}
        add={t('policy:scorecard.add')}
        onAdd={() =>
          set([...scorecard, { code: codeOf('criterion', codes), fr: '', en: '', weight: 5, source: 'manual' }])
        }
      />
      <Text size="xs" c="dimmed">
        {t('policy:scorecard.sum', { sum })}
      </Text>
      {unnamed && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:scorecard.missing')}
        </Text>
      )}
      <Group gap="sm" align="flex-end">
        {([0, 1, 2, 3] as const).map((at) => (
          <WholeNumber
            key={at}
            w={120}
            max={100}
            label={t('policy:scorecard.from', { class: at + 1 })}
            value={classBounds[at]}
            onChange={(bound) => put({ classBounds: classBounds.with(at, bound) as typeof classBounds })}
          />
        ))}
      </Group>
      {!descending && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:scorecard.descending')}
        </Text>
      )}
    </>
  )
}
