import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconDots, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { useT } from '../../app/i18n.ts'
import classes from './dunning.module.css'
import { PlanLevelForm } from './PlanLevelForm.tsx'
import type { LevelDraft } from './plan.draft.ts'
import styles from './plans.module.css'
import { useLevelWords } from './useLevelWords.ts'

type Props = {
  level: LevelDraft
  /** From 1, in the order on screen. */
  place: number
  /** Its number in the plan: 0 and below of a notice. */
  position: number
  last: boolean
  open: boolean
  onOpen: () => void
  currencies: readonly string[]
  currency: string
  refusals: readonly string[]
  onChange: (part: Partial<LevelDraft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One step in a line of words; opened, all that it says. */
export const PlanLevel = (props: Props) => {
  const { level, place, position, last, open, onOpen, currencies, currency, refusals, onChange, onMove, onRemove } =
    props
  const t = useT()
  const id = useId()
  const words = useLevelWords()
  const further = [
    ...(level.approval === 'none' ? [] : [t(`dunning:plan.approvals.${level.approval}`)]),
    ...(level.effect ? [words.effect(level)] : []),
  ]
  return (
    <li className={styles.level} data-open={open || undefined}>
      <div className={styles.levelHead}>
        <UnstyledButton className={styles.levelName} aria-expanded={open} aria-controls={id} onClick={onOpen}>
          {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          <span className={styles.place}>{position}</span>
          <span className={styles.name}>{level.name || t('dunning:plan.unnamed')}</span>
          <span className={styles.when}>{words.when(level)}</span>
          <span className={styles.channel}>{t(`dunning:channel.${level.channel}`)}</span>
          <span className={styles.claims}>
            {words.claims(level, currency)}
            {further.length > 0 && <span className={styles.further}>{further.join(', ')}</span>}
          </span>
        </UnstyledButton>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('dunning:plan.more', { level: position })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={place === 1} onClick={() => onMove(-1)}>
              {t('dunning:plan.up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={last} onClick={() => onMove(1)}>
              {t('dunning:plan.down')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={onRemove}>
              {t('dunning:plan.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {refusals.map((sentence) => (
        <Text key={sentence} size="sm" px="sm" pb={4} className={classes.refusal} role="alert">
          {t('dunning:plan.refusal.level', { level: position, words: sentence })}
        </Text>
      ))}
      {open && (
        <div id={id} className={styles.form}>
          <PlanLevelForm
            level={level}
            place={place}
            last={last}
            currencies={currencies}
            currency={currency}
            onChange={onChange}
          />
        </div>
      )}
    </li>
  )
}
