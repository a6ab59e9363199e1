import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { PlanProblem } from '../../../main/core/dunning/dunning.plan.rules.ts'
import { useT } from '../../app/i18n.ts'
import classes from './dunning.module.css'
import { PlanLevel } from './PlanLevel.tsx'
import { isIncomplete, type LevelDraft, levelAfter, moved, noticeFor, positionAt } from './plan.draft.ts'
import styles from './plans.module.css'

type Props = {
  levels: readonly LevelDraft[]
  problems: readonly PlanProblem[]
  /** Those the plan reminds in, the company's first. */
  currencies: readonly string[]
  currency: string
  onChange: (levels: LevelDraft[]) => void
}

/** The steps of the plan, one a row that opens; what cannot work stands under the level it speaks of. */
export const PlanLevels = ({ levels, problems, currencies, currency, onChange }: Props) => {
  const t = useT()
  const [open, setOpen] = useState<string | null>(null)
  const words = (code: PlanProblem['code']) => t(`dunning:plan.refusal.${withoutPrefix(code)}`)
  const whole = problems.filter(({ position }) => position === null)
  const add = (level: LevelDraft, at: number) => {
    onChange(levels.toSpliced(at, 0, level))
    setOpen(level.id)
  }
  const notices = levels.filter(({ before }) => before).length
  return (
    <div>
      <ol className={styles.levels} aria-label={t('dunning:plan.levels')}>
        {levels.map((level, i) => (
          <PlanLevel
            key={level.id}
            level={level}
            place={i + 1}
            position={positionAt(levels, i)}
            last={i === levels.length - 1}
            open={open === level.id}
            onOpen={() => setOpen(open === level.id ? null : level.id)}
            currencies={currencies}
            currency={currency}
            refusals={[
              ...problems.filter(({ position }) => position === positionAt(levels, i)).map(({ code }) => words(code)),
              ...(isIncomplete(level) ? [t('dunning:plan.refusal.incomplete')] : []),
            ]}
            onChange={(part) => onChange(levels.with(i, { ...level, ...part }))}
            onMove={(by) => onChange(moved(levels, i, by))}
            onRemove={() => onChange(levels.toSpliced(i, 1))}
          />
        ))}
      </ol>
      {whole.map(({ code }) => (
        <Text key={code} size="sm" className={classes.refusal} role="alert">
          {words(code)}
        </Text>
      ))}
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => add(levelAfter(levels, t('dunning:plan.newLevel')), levels.length)}
        >
          {t('dunning:plan.add')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => add(noticeFor(t('dunning:plan.newNotice')), notices)}
        >
          {t('dunning:plan.addNotice')}
        </Button>
      </Group>
    </div>
  )
}

type Prefixed = PlanProblem['code']
type Bare = Prefixed extends `plan.${infer Name}` ? Name : never

const withoutPrefix = (code: Prefixed) => code.slice('plan.'.length) as Bare
