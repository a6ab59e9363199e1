import { NativeSelect, NumberInput, ScrollArea, Table } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import {
  bucketDays,
  type Draft,
  type Field,
  isBank,
  type Meaning,
  meaningOf,
  type Target,
  withBucketDays,
  withMeaning,
} from './draft.ts'
import classes from './mapping.module.css'
import { useFieldName } from './useFieldName.ts'

type Props = {
  mapping: Draft
  header: readonly string[]
  sample: readonly (readonly string[])[]
  onChange: (mapping: Draft) => void
}

const groups = {
  items: {
    customer: ['customerCode', 'customerName'],
    document: ['kind', 'number', 'issued', 'due', 'settledOn', 'status'],
    amounts: ['amount', 'open', 'paid', 'debit', 'credit', 'currency', 'quantity', 'unitAmount', 'discount', 'tax'],
  },
  customers: {
    customer: ['code', 'name', 'siren', 'vatNumber', 'language', 'terms', 'segment', 'salesperson', 'notes'],
    address: ['street', 'postalCode', 'city', 'country', 'contact', 'email', 'phone'],
  },
  bank: {
    movement: ['booked', 'valued', 'label', 'label2', 'label3', 'reference'],
    amounts: ['amount', 'debit', 'credit', 'balance', 'currency'],
    payer: ['party', 'partyAccount', 'account'],
  },
} as const satisfies Record<Target, Record<string, readonly Field[]>>

const IGNORED = ''

/** Every column of the file with examples and what it holds. */
export const ColumnMeanings = ({ mapping, header, sample, onChange }: Props) => {
  const t = useT()
  const name = useFieldName(isBank(mapping))
  const options = [
    { value: IGNORED, label: t('imports:mapping.ignored') },
    ...Object.entries<readonly Field[]>(groups[mapping.target]).map(([group, fields]) => ({
      group: t(`imports:mapping.groups.${group as 'customer'}`),
      items: fields.map((field) => ({ value: field as string, label: name(field) })),
    })),
    ...(mapping.target === 'items'
      ? [
          {
            group: t('imports:mapping.groups.aged'),
            items: [{ value: 'bucket', label: t('imports:mapping.bucket') }],
          },
        ]
      : []),
  ]
  return (
    <ScrollArea.Autosize
      mah={520}
      type="auto"
      className={classes.frame}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('imports:mapping.columns') }}
    >
      <Table stickyHeader verticalSpacing={3} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports:mapping.column')}</Table.Th>
            <Table.Th w="58%">{t('imports:mapping.meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {header.map((title, position) => {
            const meaning = meaningOf(mapping, header, position)
            const column = title || t('imports:mapping.unnamed', { position: position + 1 })
            const examples = sample.map((row) => row[position]?.trim() ?? '').filter(Boolean)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
              <Table.Tr key={position} data-taken={meaning !== null || undefined} className={classes.column}>
                <Table.Td>
                  <div className={classes.name}>{column}</div>
                  <div className={classes.examples}>{[...new Set(examples)].slice(0, 3).join(' · ')}</div>
                </Table.Td>
                <Table.Td>
                  <div className={classes.meaning}>
                    <NativeSelect
                      size="xs"
                      aria-label={t('imports:mapping.meaningOf', { column })}
                      data={options}
                      value={meaning ?? IGNORED}
                      onChange={(event) =>
                        onChange(withMeaning(mapping, header, position, (event.currentTarget.value || null) as Meaning))
                      }
                    />
                    {meaning === 'bucket' && (
                      <NumberInput
                        size="xs"
                        hideControls
                        prefix="≥ "
                        min={0}
                        max={3650}
                        allowDecimal={false}
                        aria-label={t('imports:mapping.bucketDaysOf', { column })}
                        value={bucketDays(mapping, header, position)}
                        onChange={(days) =>
                          typeof days === 'number' && onChange(withBucketDays(mapping, header, position, days))
                        }
                      />
                    )}
                  </div>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
