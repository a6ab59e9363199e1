import { Group, Textarea, TextInput } from '@mantine/core'
import type { Mandate } from '../../main/core/handovers/handovers.contract.ts'
import { useT } from '../app/i18n.ts'

type Props = { value: Mandate; onChange: (mandate: Mandate) => void }

/** Who it is handed to, and on what terms. */
export const MandateFields = ({ value, onChange }: Props) => {
  const t = useT()
  const set = (field: keyof Mandate) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...value, [field]: event.currentTarget.value })
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          data-autofocus
          label={t('claims:mandate.name')}
          maxLength={200}
          value={value.name}
          onChange={set('name')}
        />
        <TextInput
          label={t('claims:mandate.reference')}
          maxLength={100}
          value={value.reference}
          onChange={set('reference')}
        />
      </Group>
      <Group grow align="flex-start">
        <Textarea
          autosize
          minRows={2}
          label={t('claims:mandate.address')}
          maxLength={500}
          value={value.address}
          onChange={set('address')}
        />
        <TextInput
          type="email"
          label={t('claims:mandate.email')}
          maxLength={200}
          value={value.email}
          onChange={set('email')}
        />
      </Group>
      <TextInput
        label={t('claims:mandate.feeBasis')}
        description={t('claims:mandate.feeHint')}
        maxLength={500}
        value={value.feeBasis}
        onChange={set('feeBasis')}
      />
    </>
  )
}
