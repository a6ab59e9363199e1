import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Verdict } from '../../../main/core/limits/verdict.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ReasonList } from '../../components/credit/ReasonList.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ExposureBar } from './ExposureBar.tsx'
import classes from './orders.module.css'
import { VerdictWord } from './VerdictWord.tsx'

type Props = {
  verdict: Verdict
  /** What the order is, beside the word. */
  about: ReactNode
  compact?: boolean
  children?: ReactNode
}

/** The answer, what can be done about it, every rule in words, and the exposure before and after. */
export const VerdictView = ({ verdict, about, compact = false, children }: Props) => {
  const t = useT()
  const { reasons, currency } = verdict
  return (
    <div className={classes.answer}>
      <VerdictWord verdict={verdict.verdict} compact={compact}>
        {about}
      </VerdictWord>
      {children}
      {reasons.length === 0 ? (
        <Text size="sm">{t('orders:verdict.none')}</Text>
      ) : (
        <ReasonList reasons={reasons} currency={currency} />
      )}
      {!compact && <Figures verdict={verdict} />}
      <ExposureBar verdict={verdict} />
    </div>
  )
}

const Figures = ({ verdict }: { verdict: Verdict }) => {
  const t = useT()
  const format = useFormat()
  const { exposure, after, currency } = verdict
  const money = (amount: number) => format.money(amount, currency)
  // The lesser of what its own limit and its group's leave.
  const left = exposure.available === null ? null : exposure.available - (after - exposure.total)
  return (
    <div className={classes.figures}>
      <KeyFigure label={t('orders:verdict.exposure')} value={money(exposure.total)} />
      <KeyFigure label={t('orders:verdict.after')} value={money(after)} />
      <KeyFigure
        label={t('orders:verdict.limit')}
        value={exposure.limit === null ? t('orders:verdict.noLimit') : money(exposure.limit)}
      />
      {left !== null && (
        <KeyFigure
          label={t(left < 0 ? 'orders:verdict.over' : 'orders:verdict.left')}
          value={money(Math.abs(left))}
          tone={left < 0 ? 'risk' : 'neutral'}
        />
      )}
    </div>
  )
}
