import { ActionIcon, Button, NumberInput, type NumberInputProps, Table } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Minor } from '../../../../main/core/kernel/money.ts'
import type { CreditPolicy } from '../../../../main/core/policy/credit-policy.schema.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { useHome } from '../../../app/useHome.ts'
import { MoneyInput } from '../../../components/MoneyInput.tsx'
import type { EditProps } from '../clauses/clause.ts'

export const classNumbers = [1, 2, 3, 4, 5] as const

/** A part of the credit clause, and how to change it. */
export const creditOf = ({ draft, change }: EditProps) => ({
  credit: draft.credit,
  put: (part: Partial<CreditPolicy>) => change({ credit: { ...draft.credit, ...part } }),
})

type NumberProps = Omit<NumberInputProps, 'value' | 'onChange'> & { value: number; onChange: (value: number) => void }

/** A whole number; while the field is empty the number before it stands. */
export const WholeNumber = ({ value, onChange, ...rest }: NumberProps) => (
  <NumberInput
    size="sm"
    min={0}
    allowDecimal={false}
    allowNegative={false}
    {...rest}
    value={value}
    onChange={(next) => typeof next === 'number' && onChange(next)}
  />
)

type DecimalProps = Omit<NumberInputProps, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void }

/** An exact decimal, as the policy keeps it: a share in percent or a factor. */
export const Decimal = ({ value, onChange, ...rest }: DecimalProps) => {
  const language = useLanguage()
  return (
    <NumberInput
      size="sm"
      min={0}
      max={999}
      decimalScale={3}
      allowNegative={false}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      {...rest}
      value={Number(value)}
      onChange={(next) => typeof next === 'number' && onChange(String(next))}
    />
  )
}

type AmountProps = {
  /** In a narrow cell: the currency stands in the head of its column. */
  bare?: boolean
  label?: string
  'aria-label'?: string
  w?: number
  value: Minor
  onChange: (amount: Minor) => void
}

/** An amount in the company's currency; one that is left empty goes back to what it was. */
export const Amount = ({ bare = false, value, onChange, ...rest }: AmountProps) => {
  const currency = useHome()
  const [empty, setEmpty] = useState(false)
  return (
    <MoneyInput
      size={bare ? 'xs' : 'sm'}
      {...(bare && { rightSection: null, rightSectionWidth: 8 })}
      {...rest}
      currency={currency}
      value={empty ? null : value}
      onChange={(amount) => {
        setEmpty(amount === null)
        if (amount !== null && amount >= 0) onChange(amount)
      }}
      onBlur={() => setEmpty(false)}
    />
  )
}

type RowsProps = {
  label: string
  heads: readonly string[]
  rows: readonly { cells: readonly ReactNode[]; removeLabel: string; onRemove: (() => void) | null }[]
  add: string
  onAdd: (() => void) | null
}

/** A small table that is edited row by row. */
export const EditRows = ({ label, heads, rows, add, onAdd }: RowsProps) => (
  <>
    {rows.length > 0 && (
      <Table verticalSpacing={2} horizontalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
            <Table.Th w={36} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ cells, removeLabel, onRemove }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of the policy has no name but its place
            <Table.Tr key={i}>
              {cells.map((cell, at) => (
                <Table.Td key={heads[at]}>{cell}</Table.Td>
              ))}
              <Table.Td>
                {onRemove && (
                  <ActionIcon size="sm" aria-label={removeLabel} onClick={onRemove}>
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    )}
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ alignSelf: 'flex-start' }}
      leftSection={<IconPlus size={14} />}
      disabled={onAdd === null}
      onClick={() => onAdd?.()}
    >
      {add}
    </Button>
  </>
)

/** `list` with the element at a place changed. */
export const changedAt = <T,>(list: readonly T[], at: number, part: Partial<T>): T[] =>
  list.map((one, i) => (i === at ? { ...one, ...part } : one))

export const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)

/** One number a class, under the numbers 1 to 5. */
export const PerClass = ({
  label,
  render,
}: {
  label: string
  render: (at: 0 | 1 | 2 | 3 | 4, label: string) => ReactNode
}) => (
  <Table verticalSpacing={2} horizontalSpacing={4} aria-label={label}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{label}</Table.Th>
        {classNumbers.map((number) => (
          <Table.Th key={number} ta="center">
            {number}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      <Table.Tr>
        <Table.Td />
        {([0, 1, 2, 3, 4] as const).map((at) => (
          <Table.Td key={at}>{render(at, `${label} ${at + 1}`)}</Table.Td>
        ))}
      </Table.Tr>
    </Table.Tbody>
  </Table>
)
