import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Verdict } from '../../../../main/core/limits/limits.contract.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { alertSentence } from '../../../components/credit/alertSentence.ts'
import { useVerdictWords } from '../../../components/credit/useVerdictWords.ts'
import { AnchorLink } from '../../../components/links.tsx'
import type { Tone } from '../../../components/tone.ts'
import classes from '../limits.module.css'
import { useLight } from './useLight.ts'

export const lightTones: Record<Verdict['verdict'], Tone> = { accept: 'settled', warn: 'late', refuse: 'risk' }
export const lightIcons = { accept: IconCircleCheck, warn: IconAlertTriangle, refuse: IconBan }

type Props = {
  customerId: string
  /** What is said while no rule warns: how late the customer is. */
  otherwise: ReactNode
}

/** The traffic light of a customer with its heaviest reason; leads to all of them. */
export const CreditLight = ({ customerId, otherwise }: Props) => {
  const t = useT()
  const format = useFormat()
  const words = useVerdictWords()
  const { light, error } = useLight(customerId)
  if (!light) return error ? otherwise : null
  const { verdict, level, alerts } = light
  const [heaviest, ...others] = [
    ...verdict.reasons
      .filter(({ weight }) => weight !== 'note')
      .map((reason) => words.reason(reason, verdict.currency)),
    ...alerts.map((alert) => alertSentence(alert, verdict.currency, t, format)),
  ]
  if (heaviest === undefined) return otherwise
  const Icon = lightIcons[level]
  return (
    <AnchorLink
      to="/customers/$id"
      params={{ id: customerId }}
      search={{ tab: 'credit' }}
      className={classes.light}
      data-tone={lightTones[level]}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
      <span>
        {t('limits:header.light', { word: t(`verdict:light.${level}`), reason: heaviest })}
        {others.length > 0 && ` ${t('limits:header.more', { count: others.length })}`}
      </span>
    </AnchorLink>
  )
}
