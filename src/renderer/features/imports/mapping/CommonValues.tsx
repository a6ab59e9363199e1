import { Fieldset, Group, Select, TextInput } from '@mantine/core'
import { itemRowKinds } from '../../../../main/core/imports/imports.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { DayInput } from '../../../components/DayInput.tsx'

import { type BankDraft, type Draft, isBank } from './draft.ts'

type Props = { mapping: Draft; onChange: (mapping: Draft) => void }

/** What no column says and holds for every row. */
export const CommonValues = ({ mapping, onChange }: Props) => {
  const t = useT()
  if (mapping.target === 'customers') return null
  if (isBank(mapping)) return <BankValues mapping={mapping} onChange={onChange} />
  const { constants, columns, buckets } = mapping
  const set = (part: Partial<typeof constants>) => onChange({ ...mapping, constants: { ...constants, ...part } })
  return (
    <Fieldset legend={t('imports:mapping.constants')} p="sm">
      <Group gap="md" align="flex-end">
        {buckets.length > 0 && (
          <DayInput
            label={t('imports:mapping.asOf')}
            w={170}
            value={constants.asOf ?? null}
            onChange={(asOf) => set({ asOf: asOf ?? undefined })}
          />
        )}
        {columns.currency === undefined && (
          <Currency value={constants.currency} onChange={(currency) => set({ currency })} />
        )}
        {columns.kind === undefined && (
          <Select
            label={t('imports:mapping.kind')}
            placeholder={t('imports:mapping.kindBySign')}
            w={230}
            clearable
            data={itemRowKinds.map((kind) => ({ value: kind, label: t(`imports:mapping.kinds.${kind}`) }))}
            value={constants.kind ?? null}
            onChange={(kind) => set({ kind: itemRowKinds.find((one) => one === kind) })}
          />
        )}
      </Group>
    </Fieldset>
  )
}

const Currency = ({ value, onChange }: { value: string | undefined; onChange: (code: string | undefined) => void }) => {
  const t = useT()
  return (
    <TextInput
      label={t('imports:mapping.currency')}
      placeholder={t('imports:mapping.currencyOfBook')}
      w={230}
      maxLength={3}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value.toUpperCase() || undefined)}
    />
  )
}

/** The account that a bank's table is of, and its currency. */
const BankValues = ({ mapping, onChange }: { mapping: BankDraft; onChange: (mapping: Draft) => void }) => {
  const t = useT()
  const { constants, columns } = mapping
  const set = (part: Partial<typeof constants>) => onChange({ ...mapping, constants: { ...constants, ...part } })
  return (
    <Fieldset legend={t('imports:mapping.constants')} p="sm">
      <Group gap="md" align="flex-end">
        {columns.account === undefined && (
          <TextInput
            label={t('imports:mapping.account')}
            placeholder={t('imports:mapping.accountHint')}
            w={280}
            maxLength={50}
            value={constants.account ?? ''}
            onChange={(event) => set({ account: event.currentTarget.value || undefined })}
          />
        )}
        {columns.currency === undefined && (
          <Currency value={constants.currency} onChange={(currency) => set({ currency })} />
        )}
      </Group>
    </Fieldset>
  )
}
