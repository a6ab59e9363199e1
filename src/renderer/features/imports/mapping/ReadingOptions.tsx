import { Checkbox, Group, Input, NumberInput, SegmentedControl, Select, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Inspection } from '../../../../main/core/imports/imports.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { encodingNames, type Separator, separatorNames, useReadingWords } from '../readingWords.ts'
import { type Draft, isBank, type Target, withTarget } from './draft.ts'

type Props = {
  mapping: Draft
  inspection: Inspection
  onChange: (mapping: Draft) => void
  children?: ReactNode
}

const targets = ['items', 'customers', 'bank'] as const
const dateOrders = ['dmy', 'mdy', 'ymd'] as const
const decimals = ['comma', 'dot'] as const
const rowKinds = ['row', 'document', 'line'] as const
const AUTOMATIC = 'auto'

/** How the file is cut into cells, and how its dates and amounts are written: detected, and changeable. */
export const ReadingOptions = ({ mapping, inspection, onChange, children }: Props) => {
  const t = useT()
  const words = useReadingWords()
  const set = (part: Partial<Draft>) => onChange({ ...mapping, ...part } as Draft)
  const isText = inspection.sheets.length === 0
  // A bank’s table is a text file: workbooks are not read as one.
  const offered = targets.filter((target) => isText || target !== 'bank')
  return (
    <Group gap="sm" align="flex-end">
      <Stack gap={2}>
        <Input.Label labelElement="div" size="sm" id="import-target">
          {t('imports:mapping.target')}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="import-target"
          size="sm"
          data={offered.map((target) => ({ value: target, label: t(`imports:mapping.targets.${target}`) }))}
          value={mapping.target}
          onChange={(target) => onChange(withTarget(mapping, target as Target))}
        />
      </Stack>
      {inspection.sheets.length > 1 && !isBank(mapping) && (
        <Select
          label={t('imports:mapping.sheet')}
          w={180}
          allowDeselect={false}
          data={[{ value: '', label: t('imports:mapping.firstSheet') }, ...inspection.sheets]}
          value={mapping.sheet ?? ''}
          onChange={(sheet) => set({ sheet: sheet || null })}
        />
      )}
      <NumberInput
        label={t('imports:mapping.headerRow')}
        w={110}
        min={0}
        max={1000}
        allowDecimal={false}
        value={mapping.headerRow}
        onChange={(row) => typeof row === 'number' && set({ headerRow: row })}
      />
      {isText && (
        <>
          <Select
            label={t('imports:mapping.separator')}
            w={140}
            allowDeselect={false}
            data={[
              { value: AUTOMATIC, label: t('imports:mapping.automatic') },
              ...Object.entries(separatorNames).map(([sign, name]) => ({
                value: sign,
                label: t(`imports:separators.${name}`),
              })),
            ]}
            value={mapping.separator ?? AUTOMATIC}
            onChange={(sign) => set({ separator: sign === AUTOMATIC ? null : (sign as Separator) })}
          />
          <Select
            label={t('imports:mapping.encoding')}
            w={150}
            allowDeselect={false}
            data={[
              { value: AUTOMATIC, label: t('imports:mapping.automatic') },
              ...encodingNames.map((code) => ({ value: code, label: words.encoding(code) })),
            ]}
            value={mapping.encoding}
            onChange={(encoding) => set({ encoding: encoding as Draft['encoding'] })}
          />
        </>
      )}
      {mapping.target !== 'customers' && (
        <>
          <Select
            label={t('imports:mapping.dateOrder')}
            w={160}
            allowDeselect={false}
            data={dateOrders.map((order) => ({ value: order, label: t(`imports:mapping.dateOrders.${order}`) }))}
            value={mapping.dateOrder}
            onChange={(order) => set({ dateOrder: order as Draft['dateOrder'] })}
          />
          <Select
            label={t('imports:mapping.decimal')}
            w={120}
            allowDeselect={false}
            data={decimals.map((mark) => ({ value: mark, label: t(`imports:mapping.decimals.${mark}`) }))}
            value={mapping.decimal}
            onChange={(decimal) => set({ decimal: decimal as Draft['decimal'] })}
          />
        </>
      )}
      {mapping.target === 'items' && (
        <Select
          label={t('imports:mapping.rowIs')}
          w={230}
          allowDeselect={false}
          data={rowKinds.map((kind) => ({ value: kind, label: t(`imports:mapping.rows.${kind}`) }))}
          value={mapping.rowIs}
          onChange={(kind) => set({ rowIs: rowKinds.find((one) => one === kind) })}
        />
      )}
      {children}
      {mapping.target === 'items' && (
        <Checkbox
          mb={8}
          label={t('imports:mapping.groupRows')}
          checked={mapping.groupRows}
          onChange={(event) => set({ groupRows: event.currentTarget.checked })}
        />
      )}
    </Group>
  )
}
