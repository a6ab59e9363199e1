import { Fieldset, Group, Select, TextInput } from '@mantine/core'
import { itemRowKinds, type Mapping } from '../../../../main/core/imports/imports.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { DayInput } from '../../../components/DayInput.tsx'

type Props = { mapping: Mapping; onChange: (mapping: Mapping) => void }

/** What no column says and holds for every row. */
export const CommonValues = ({ mapping, onChange }: Props) => {
  const t = useT()
  const { constants, columns, buckets, target } = mapping
  const set = (part: Partial<Mapping['constants']>) => onChange({ ...mapping, constants: { ...constants, ...part } })
  if (target === 'customers') return null
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
          <TextInput
            label={t('imports:mapping.currency')}
            placeholder={t('imports:mapping.currencyOfBook')}
            w={230}
            maxLength={3}
            value={constants.currency ?? ''}
            onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() || undefined })}
          />
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
