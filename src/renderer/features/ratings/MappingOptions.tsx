import { Select, TextInput } from '@mantine/core'
import { type Provider, providers } from '../../../main/core/ratings/scales.schema.ts'
import { useT } from '../../app/i18n.ts'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import { type MappingDraft, withProvider } from './mapping.draft.ts'
import classes from './ratings.module.css'

type Props = { draft: MappingDraft; onChange: (draft: MappingDraft) => void }

const orders = ['dmy', 'mdy', 'ymd'] as const
const marks = ['comma', 'dot'] as const

/** Whose reports a mapping reads, and how they write days and amounts. */
export const MappingOptions = ({ draft, onChange }: Props) => {
  const t = useT()
  const change = (part: Partial<MappingDraft>) => onChange({ ...draft, ...part })
  return (
    <div className={classes.options}>
      <TextInput
        data-autofocus
        required
        w={220}
        label={t('ratings:mapping.name')}
        maxLength={80}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        w={180}
        allowDeselect={false}
        label={t('ratings:mapping.provider')}
        data={providers.map((value) => ({ value, label: t(`credit:ratings.provider.${value}`) }))}
        value={draft.provider}
        onChange={(provider) => provider && onChange(withProvider(draft, provider as Provider))}
      />
      {draft.provider === 'other' && (
        <TextInput
          required
          w={180}
          label={t('ratings:form.providerName')}
          maxLength={80}
          value={draft.providerName}
          onChange={(event) => change({ providerName: event.currentTarget.value })}
        />
      )}
      <Select
        w={150}
        allowDeselect={false}
        label={t('ratings:mapping.dateOrder')}
        data={orders.map((value) => ({ value, label: t(`ratings:mapping.order.${value}`) }))}
        value={draft.dateOrder}
        onChange={(value) => value && change({ dateOrder: value as MappingDraft['dateOrder'] })}
      />
      <Select
        w={110}
        allowDeselect={false}
        label={t('ratings:mapping.decimalMark')}
        data={marks.map((value) => ({ value, label: t(`ratings:mapping.mark.${value}`) }))}
        value={draft.decimalMark}
        onChange={(value) => value && change({ decimalMark: value as MappingDraft['decimalMark'] })}
      />
      <Select
        w={120}
        allowDeselect={false}
        label={t('ratings:mapping.limitUnit')}
        data={[
          { value: '1', label: t('ratings:mapping.unit.one') },
          { value: '1000', label: t('ratings:mapping.unit.thousand') },
        ]}
        value={String(draft.limitUnit)}
        onChange={(value) => change({ limitUnit: value === '1000' ? 1000 : 1 })}
      />
      <CurrencySelect
        w={180}
        label={t('ratings:mapping.currency')}
        value={draft.defaultCurrency}
        onChange={(defaultCurrency) => change({ defaultCurrency })}
      />
    </div>
  )
}
