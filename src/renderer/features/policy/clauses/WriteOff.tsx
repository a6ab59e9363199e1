import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../../app/i18n.ts'
import { MoneyInput } from '../../../components/MoneyInput.tsx'
import classes from '../policy.module.css'
import type { EditProps } from './clause.ts'

export const EditWriteOff = ({ draft, change }: EditProps) => {
  const t = useT()
  const [added, setAdded] = useState('')
  const limits = draft.writeOffLimits
  const put = (currency: string, limit: number | null) => change({ writeOffLimits: { ...limits, [currency]: limit } })
  const addable = /^[A-Z]{3}$/.test(added) && !(added in limits)
  const add = () => {
    if (!addable) return
    put(added, 0)
    setAdded('')
  }
  return (
    <>
      {Object.entries(limits).map(([currency, limit]) => (
        <Group key={currency} gap="xs" align="flex-end" wrap="nowrap">
          <MoneyInput
            w={180}
            label={t('policy:writeOff.limit', { currency })}
            currency={currency}
            value={limit}
            onChange={(amount) => put(currency, amount)}
          />
          <ActionIcon
            size={34}
            aria-label={t('policy:writeOff.remove', { currency })}
            onClick={() => {
              const { [currency]: _, ...rest } = limits
              change({ writeOffLimits: rest })
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {Object.values(limits).includes(null) && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:writeOff.missing')}
        </Text>
      )}
      <Group gap="xs" align="flex-end">
        <TextInput
          w={180}
          label={t('policy:writeOff.currency')}
          placeholder="CAD"
          maxLength={3}
          value={added}
          onChange={(event) => setAdded(event.currentTarget.value.toUpperCase())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add()
          }}
        />
        <Button variant="default" disabled={!addable} onClick={add}>
          {t('policy:writeOff.add')}
        </Button>
      </Group>
    </>
  )
}
