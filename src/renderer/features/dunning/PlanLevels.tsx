import { Button, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { PlanProblem } from '../../../main/core/dunning/dunning.plan.rules.ts'
import { useT } from '../../app/i18n.ts'
import classes from './dunning.module.css'
import { PlanLevelRow } from './PlanLevelRow.tsx'
import { isIncomplete, type LevelDraft, levelAfter, moved } from './plan.draft.ts'

type Props = {
  levels: readonly LevelDraft[]
  problems: readonly PlanProblem[]
  wordings: readonly string[]
  currency: string
  onChange: (levels: LevelDraft[]) => void
}

const columns = [
  'level',
  'name',
  'days',
  'gap',
  'channel',
  'wording',
  'interest',
  'indemnity',
  'fee',
  'deadline',
  'confirmation',
] as const

/** The steps of the plan, one a row; what the program refused stands under the level it speaks of. */
export const PlanLevels = ({ levels, problems, wordings, currency, onChange }: Props) => {
  const t = useT()
  const words = (code: PlanProblem['code']) => t(`dunning:plan.refusal.${withoutPrefix(code)}`)
  const whole = problems.filter(({ position }) => position === null)
  return (
    <div>
      <Table.ScrollContainer minWidth={940} type="native">
        <Table className={classes.planTable} verticalSpacing={4} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{t(`dunning:plan.columns.${column}`)}</Table.Th>
              ))}
              <Table.Th aria-label={t('dunning:plan.columns.order')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {levels.map((level, i) => (
              <PlanLevelRow
                key={level.id}
                level={level}
                place={i + 1}
                last={i === levels.length - 1}
                wordings={wordings}
                currency={currency}
                refusals={[
                  ...problems.filter(({ position }) => position === i + 1).map(({ code }) => words(code)),
                  ...(isIncomplete(level) ? [t('dunning:plan.refusal.incomplete')] : []),
                ]}
                onChange={(part) => onChange(levels.with(i, { ...level, ...part }))}
                onMove={(by) => onChange(moved(levels, i, by))}
                onRemove={() => onChange(levels.toSpliced(i, 1))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {whole.map(({ code }) => (
        <Text key={code} size="sm" className={classes.refusal} role="alert">
          {words(code)}
        </Text>
      ))}
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...levels, levelAfter(levels, t('dunning:plan.newLevel'))])}
      >
        {t('dunning:plan.add')}
      </Button>
    </div>
  )
}

type Prefixed = PlanProblem['code']
type Bare = Prefixed extends `plan.${infer Name}` ? Name : never

const withoutPrefix = (code: Prefixed) => code.slice('plan.'.length) as Bare
