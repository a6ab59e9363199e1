import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { VerdictWord as Word } from '../../../main/core/limits/verdict.schema.ts'
import { useT } from '../../app/i18n.ts'
import classes from './orders.module.css'

const looks = {
  accept: { Icon: IconCircleCheck, tone: 'settled' },
  warn: { Icon: IconAlertTriangle, tone: 'late' },
  refuse: { Icon: IconBan, tone: 'risk' },
} as const

type Props = { verdict: Word; compact?: boolean; children: ReactNode }

/** The answer in one word, with its sign and colour; what it is about stands below. */
export const VerdictWord = ({ verdict, compact = false, children }: Props) => {
  const t = useT()
  const { Icon, tone } = looks[verdict]
  return (
    <div className={classes.said} data-tone={tone} data-compact={compact || undefined} role="status">
      <Icon size={compact ? 22 : 38} stroke={1.8} aria-hidden />
      <div>
        <div className={classes.word}>{t(`verdict:word.${verdict}`)}</div>
        <div className={classes.of}>{children}</div>
      </div>
    </div>
  )
}
