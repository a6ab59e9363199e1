import { ActionIcon, Button, Group, Kbd, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Customer } from '../../../../main/core/customers/customers.contract.ts'
import type { Block, Limit, Verdict } from '../../../../main/core/limits/limits.contract.ts'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { AllowOrders } from '../../../components/credit/AllowOrders.tsx'
import { useOpenReview } from '../../../components/credit/useOpenReview.ts'
import { BlockDialog } from '../dialogs/BlockDialog.tsx'
import { EndDialog } from '../dialogs/EndDialog.tsx'
import { LimitDialog } from '../dialogs/LimitDialog.tsx'
import { UnblockDialog } from '../dialogs/UnblockDialog.tsx'
import type { CustomerLimits } from './customer-limits.ts'

type Props = { customer: Customer; limits: CustomerLimits; verdict: Verdict | null }
type Asked =
  | { what: 'decide' | 'block' | 'override' }
  | { what: 'unblock'; block: Block }
  | { what: 'end'; limit: Limit }

/** What can be decided on a customer's credit: by button and by key. */
export const CreditActions = ({ customer, limits, verdict }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const readOnly = useReadOnly('edit')
  const mayOverride = !useReadOnly('approve')
  const today = useWorkingDay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const review = useOpenReview()
  const open = useQuery(api.reviews.list.queryOptions({ input: { customerId: customer.id, show: 'open', limit: 1 } }))
  const underWay = open.data?.reviews[0]
  const close = () => setAsked(null)
  const { base, insured, guarantee } = limits.own
  const running = [base.state === 'set' ? base.limit : null, base.replaces, insured, guarantee].filter(
    (limit) => limit !== null,
  )
  const block = limits.blocks.find(
    ({ liftedOn, from, until }) => liftedOn === null && from <= today && (until === null || today <= until),
  )
  const refused = verdict?.verdict === 'refuse' && verdict.reasons.some(({ liftBy }) => liftBy !== null)
  const actions = [
    { letter: 'l', label: t('limits:decide.action'), run: () => setAsked({ what: 'decide' }) },
    underWay
      ? {
          letter: 'r',
          label: t('limits:review.see'),
          run: () => navigate({ to: '/credit/reviews/$id', params: { id: underWay.id } }),
        }
      : {
          letter: 'r',
          label: t('limits:review.open'),
          run: () => {
            if (!review.isPending) review.mutate({ customerId: customer.id })
          },
        },
    {
      letter: 'v',
      label: t('limits:order.check'),
      run: () => navigate({ to: '/credit/order', search: { customer: customer.id } }),
    },
    ...(refused && mayOverride
      ? [{ letter: 'o', label: t('limits:override.action'), run: () => setAsked({ what: 'override' }) }]
      : []),
    block
      ? { letter: 'b', label: t('limits:unblock.action'), run: () => setAsked({ what: 'unblock', block }) }
      : { letter: 'b', label: t('limits:block.action'), run: () => setAsked({ what: 'block' }) },
  ]
  useShortcuts(readOnly ? [] : actions.map(({ letter, label, run }) => ({ key: letter, label, run })))
  if (readOnly) return null
  const owner = { name: customer.name, customerId: customer.id }
  return (
    <Group gap={6} wrap="wrap">
      {actions.map(({ letter, label, run }, i) => (
        <Action key={letter} first={i === 0} onClick={run} end={<Kbd size="xs">{letter}</Kbd>}>
          {label}
        </Action>
      ))}
      {running.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('limits:sheet.more')}>
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {running.map((limit) => (
              <Menu.Item key={limit.id} onClick={() => setAsked({ what: 'end', limit })}>
                {t('limits:end.actionOf', { kind: t(`limits:kindLower.${limit.kind}`) })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {asked?.what === 'decide' && <LimitDialog owner={owner} onClose={close} />}
      {asked?.what === 'end' && <EndDialog owner={owner} limit={asked.limit} onClose={close} />}
      {asked?.what === 'block' && <BlockDialog customer={customer} onClose={close} />}
      {asked?.what === 'unblock' && <UnblockDialog customer={customer} block={asked.block} onClose={close} />}
      {asked?.what === 'override' && <AllowOrders customer={customer} onClose={close} />}
    </Group>
  )
}

type ActionProps = { first?: boolean; end: ReactNode; children: ReactNode; onClick?: () => void }

const Action = ({ first = false, end, ...rest }: ActionProps) => (
  <Button variant={first ? 'filled' : 'default'} size="compact-sm" h={30} fz="sm" rightSection={end} {...rest} />
)
