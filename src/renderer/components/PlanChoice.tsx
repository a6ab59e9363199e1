import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useT } from '../app/i18n.ts'
import { useReadOnly } from '../app/readOnly.ts'
import classes from './PlanChoice.module.css'

/** The dunning plan of a customer or of one of its items, why that one, and another chosen; nothing while there is one plan only. */
export const PlanChoice = ({ customerId, itemId }: { customerId: string; itemId?: string }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const plans = useQuery(api.dunning.plans.queryOptions({ input: {} })).data?.plans
  const served = useQuery(
    api.dunning.planOf.queryOptions({ input: { customerId, ...(itemId !== undefined && { itemId }) } }),
  ).data
  const choose = useCommand(api.dunning.setPlan.mutationOptions(), { done: t('dunning:plan.users.done') })
  const offered = plans?.filter(({ archivedOn }) => archivedOn === null) ?? []
  if (!served || offered.length < 2) return null
  const own = served.because === (itemId === undefined ? 'customer' : 'item')
  const target = itemId === undefined ? { customerId } : { itemIds: [itemId] }
  const words = t('dunning:plan.choice.served', {
    name: served.name,
    because: t(`dunning:plan.choice.because.${served.because}`),
  })
  if (readOnly) return <span className={classes.choice}>{words}</span>
  const tick = (chosen: boolean) => (chosen ? <IconCheck size={14} /> : <span className={classes.blank} />)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.choice}>
          {words} <IconChevronDown size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={tick(!own)} onClick={() => own && choose.mutate({ ...target, planId: null })}>
          {t('dunning:plan.choice.inherit', { name: own ? served.otherwise.name : served.name })}
        </Menu.Item>
        <Menu.Divider />
        {offered.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={tick(own && id === served.planId)}
            onClick={() => choose.mutate({ ...target, planId: id })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
