import type { PaymentMethod } from './payments.contract.ts'

export type PaymentTable = {
  item_id: string
  method: PaymentMethod
  reference: string
  /** Of a draft: the day it is paid. */
  maturity: string | null
  bank_line_id: string | null
  /** The receipt that this one takes back. */
  bounces_id: string | null
  bounce_reason: string
  note: string
}

export type AdjustmentTable = {
  item_id: string
  reason: 'write_off' | 'discount' | 'set_off' | 'charges'
  /** The part of the amount that is VAT to be corrected, above zero. */
  tax: number
  tax_rate: string
  counter_reference: string
  counter_amount: number | null
  note: string
  policy_version: number | null
}
