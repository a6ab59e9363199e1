import { type ReactNode, useMemo } from 'react'
import { customerFields, itemRowKinds } from '../../../../main/core/imports/imports.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { DayText } from '../../../components/DayText.tsx'
import { MoneyText } from '../../../components/MoneyText.tsx'
import type { Draft, Field } from './draft.ts'
import classes from './mapping.module.css'
import type { MappingPreview } from './useMappingPreview.ts'

type Row = MappingPreview['rows'][number]
export type PreviewColumn = { id: string; header: string; align?: 'right'; cell: (row: Row) => ReactNode }

/** Receipts and credit notes take off what the customer owes. */
const CREDITS = ['credit_note', 'payment']

/** The columns of what will be read: those of receivables, or the fields of customers that the file has. */
export const usePreviewColumns = (mapping: Draft): PreviewColumn[] => {
  const t = useT()
  const { target } = mapping
  const columns: Partial<Record<Field, unknown>> = mapping.columns
  return useMemo(() => {
    if (target === 'customers') {
      return customerFields
        .filter((field) => columns[field] !== undefined)
        .map((field) => ({
          id: field,
          header: t(`imports:mapping.fields.${field}`),
          cell: ({ customer }) => customer?.[field],
        }))
    }
    if (target === 'bank')
      return [
        {
          id: 'booked',
          header: t('imports:mapping.bankFields.booked'),
          cell: ({ issued }) => <DayText day={issued} />,
        },
        ...(columns.party === undefined
          ? []
          : [
              {
                id: 'party',
                header: t('imports:mapping.bankFields.party'),
                cell: ({ customerName }: Row) => <div className={classes.customer}>{customerName}</div>,
              },
            ]),
        {
          id: 'label',
          header: t('imports:mapping.bankFields.label'),
          cell: ({ number }) => <div className={classes.label}>{number}</div>,
        },
        {
          id: 'amount',
          header: t('imports:mapping.short.amount'),
          align: 'right',
          cell: ({ amount, currency }) =>
            amount !== null && <MoneyText amount={amount} currency={currency} showCurrency />,
        },
      ]
    return [
      {
        id: 'kind',
        header: t('imports:mapping.fields.kind'),
        cell: ({ kind }) => {
          const known = itemRowKinds.find((one) => one === kind)
          return known && t(`imports:mapping.kindOf.${known}`)
        },
      },
      { id: 'number', header: t('imports:mapping.short.number'), cell: ({ number }) => number },
      {
        id: 'customer',
        header: t('imports:mapping.groups.customer'),
        cell: ({ customerCode, customerName }) => (
          <div className={classes.customer}>{[customerCode, customerName].filter(Boolean).join(' · ')}</div>
        ),
      },
      {
        id: 'issued',
        header: t('imports:mapping.short.issued'),
        align: 'right',
        cell: ({ issued }) => issued && <DayText day={issued} />,
      },
      {
        id: 'due',
        header: t('imports:mapping.fields.due'),
        align: 'right',
        cell: ({ due }) => due && <DayText day={due} />,
      },
      {
        id: 'amount',
        header: t('imports:mapping.short.amount'),
        align: 'right',
        cell: ({ kind, amount, currency }) =>
          amount !== null &&
          currency && <MoneyText amount={CREDITS.includes(kind) ? -amount : amount} currency={currency} showCurrency />,
      },
    ]
  }, [t, target, columns])
}
