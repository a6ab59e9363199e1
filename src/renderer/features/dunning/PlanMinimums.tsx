import { ActionIcon, Button, Group, Input, Stack, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { currencySchema } from '../../../main/core/kernel/money.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import type { PlanDraft } from './plan.draft.ts'

type Props = { draft: PlanDraft; currency: string; onChange: (part: Partial<PlanDraft>) => void }

/** Amounts below which nothing is claimed: per item, and per letter in each currency. */
export const PlanMinimums = ({ draft, currency, onChange }: Props) => {
  const t = useT()
  const [added, setAdded] = useState('')
  const minimums = draft.letterMinimums
  const code = added.trim().toUpperCase()
  const addable = currencySchema.safeParse(code).success && !minimums.some((one) => one.currency === code)
  const add = () => {
    onChange({ letterMinimums: [...minimums, { currency: code, amount: 0 }] })
    setAdded('')
  }
  return (
    <Stack gap="xs">
      <Title order={2}>{t('dunning:plan.minimums')}</Title>
      <Group align="flex-start" gap="xl">
        <MoneyInput
          w={260}
          label={t('dunning:plan.itemMinimum')}
          description={t('dunning:plan.itemMinimumHelp')}
          currency={currency}
          value={draft.itemMinimum}
          onChange={(itemMinimum) => onChange({ itemMinimum })}
        />
        <Input.Wrapper
          label={t('dunning:plan.letterMinimum')}
          description={t('dunning:plan.letterMinimumHelp')}
          labelElement="div"
        >
          <Stack gap={4} mt={4}>
            {minimums.map((minimum, i) => (
              <Group key={minimum.currency} gap={4}>
                <MoneyInput
                  w={180}
                  aria-label={`${t('dunning:plan.letterMinimum')}, ${minimum.currency}`}
                  currency={minimum.currency}
                  value={minimum.amount}
                  onChange={(amount) => onChange({ letterMinimums: minimums.with(i, { ...minimum, amount }) })}
                />
                <ActionIcon
                  aria-label={t('dunning:plan.removeCurrency', { currency: minimum.currency })}
                  onClick={() => onChange({ letterMinimums: minimums.toSpliced(i, 1) })}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            ))}
            <Group gap={4}>
              <TextInput
                w={80}
                aria-label={t('dunning:plan.currency')}
                placeholder="USD"
                maxLength={3}
                value={added}
                onChange={(event) => setAdded(event.currentTarget.value)}
              />
              <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!addable} onClick={add}>
                {t('dunning:plan.addCurrency')}
              </Button>
            </Group>
          </Stack>
        </Input.Wrapper>
      </Group>
    </Stack>
  )
}
