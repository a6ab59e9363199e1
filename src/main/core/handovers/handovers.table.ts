export type HandoverTable = {
  id: string
  customer_id: string
  target: 'collection' | 'agency' | 'lawyer' | 'bailiff' | 'court'
  day: string
  at: string
  by: string
  reason: string
  review_id: string | null
  closed_on: string | null
  closed_by: string
  closed_because: string
  recipient_name: string
  recipient_reference: string
  recipient_email: string
  recipient_address: string
  fee_basis: string
  procedure: 'agency' | 'payment-order' | 'uncontested' | 'small-claims' | 'summary' | 'trial' | 'european-order' | null
  court: string
  debtor_form: string
  debtor_registry: string
  imputation: 'principal-first' | 'interest-first' | 'costs-first'
  /** The day capitalisation was asked for or agreed; null: interest bears none. */
  capitalised_from: string | null
  capitalised_by: '' | 'contract' | 'court'
  /** Null: the working day. */
  account_as_of: string | null
}

/** What was open that day, with its sign; never changed afterwards. */
export type HandoverItemTable = { handover_id: string; item_id: string; handed: number }

/** Never changed: a step that was wrong is withdrawn. */
export type HandoverStepTable = {
  id: string
  handover_id: string
  code: string
  day: string
  note: string
  /** Whether the debtor received it in person; null where that matters not. */
  in_person: number | null
  amount: number | null
  document_id: string | null
  at: string
  by: string
  withdrawn_on: string | null
  withdrawn_by: string
  withdrawn_because: string
}

/** A paper drawn up for the claim, as it was issued. */
export type HandoverFileTable = {
  id: string
  handover_id: string
  kind: string
  as_of: string
  imputation: string
  currency: string | null
  total: number | null
  document_id: string
  day: string
  at: string
  by: string
}

export type HandoverLeftOutTable = { handover_id: string; piece: string; by: string; at: string }
