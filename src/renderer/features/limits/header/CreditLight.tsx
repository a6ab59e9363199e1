import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Verdict } from '../../../../main/core/limits/limits.contract.ts'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { useVerdictWords } from '../../../components/credit/useVerdictWords.ts'
import { AnchorLink } from '../../../components/links.tsx'
import type { Tone } from '../../../components/tone.ts'
import classes from '../limits.module.css'

/** How a customer stands before any order: the verdict on nothing more. */
export const useStandingVerdict = (customerId: string) =>
  useQuery(api.limits.verdict.queryOptions({ input: { customerId, amount: 0 } })).data

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
  const words = useVerdictWords()
  const verdict = useStandingVerdict(customerId)
  const [heaviest, ...others] = verdict?.reasons.filter(({ weight }) => weight !== 'note') ?? []
  if (!verdict || !heaviest) return otherwise
  const Icon = lightIcons[verdict.verdict]
  return (
    <AnchorLink
      to="/customers/$id"
      params={{ id: customerId }}
      search={{ tab: 'credit' }}
      className={classes.light}
      data-tone={lightTones[verdict.verdict]}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
      <span>
        {t('limits:header.light', {
          word: t(`verdict:light.${verdict.verdict}`),
          reason: words.reason(heaviest, verdict.currency),
        })}
        {others.length > 0 && ` ${t('limits:header.more', { count: others.length })}`}
      </span>
    </AnchorLink>
  )
}
