import type { Database } from '../db/database.ts'
import type { ErasureKind } from './privacy.contract.ts'

/** What a table holds of a customer, and what becomes of it when it is erased. */
export type Part = {
  table: keyof Database
  /** Which rows `t` are of the customer `@id`. */
  of: string
  /** A kind of erasure that takes its older rows, and the day they go by. */
  aged?: { kind: Exclude<ErasureKind, 'customer' | 'contact'>; day: string; and?: string }
  /** Rows that go whole. */
  removed?: true
  /** Texts that become empty. */
  blank?: readonly string[]
  /** Columns that get a value, as SQL. */
  set?: Readonly<Record<string, string>>
  /** Texts and JSON that stay, without whatever tells who it was; keys of JSON whose texts become empty. */
  scrub?: Readonly<Record<string, readonly string[]>>
  /** Columns that point to a file. */
  files?: readonly string[]
}

const CUSTOMER = 't.customer_id = @id'
const ITEM = 't.item_id IN (SELECT id FROM open_item WHERE customer_id = @id)'
const LETTER = 't.letter_id IN (SELECT id FROM dunning_letter WHERE customer_id = @id)'
const within = (column: string, table: string) => `t.${column} IN (SELECT id FROM ${table} WHERE customer_id = @id)`

/**
 * Every table that tells of a customer. Amounts, days, numbers, states and who of the house did what stay: the books rest
 * on them. Tables that are of no customer stand in `APART`; a table in neither fails a test.
 */
export const PARTS: readonly Part[] = [
  // The row itself is written by the service: its name, code and identifiers.
  { table: 'customer', of: 't.id = @id' },
  { table: 'contact', of: CUSTOMER, removed: true },
  { table: 'address', of: CUSTOMER, removed: true },
  { table: 'customer_event', of: CUSTOMER, removed: true },
  { table: 'customer_group_member', of: CUSTOMER, removed: true },
  { table: 'payer', of: CUSTOMER, removed: true },
  { table: 'open_item', of: CUSTOMER, blank: ['label'], scrub: { source_key: [] } },
  {
    table: 'allocation',
    of: 't.debit_id IN (SELECT id FROM open_item WHERE customer_id = @id)',
    scrub: { lettering: [] },
  },
  { table: 'invoice_dates', of: ITEM },
  { table: 'told_again', of: ITEM, scrub: { source_key: [] } },
  { table: 'payment', of: ITEM, blank: ['reference', 'note'] },
  { table: 'adjustment', of: ITEM, blank: ['note'] },
  {
    table: 'bank_line',
    of: `t.id IN (SELECT p.bank_line_id FROM payment p JOIN open_item i ON i.id = p.item_id WHERE i.customer_id = @id
      UNION SELECT b.line_id FROM bank_line_trace b JOIN open_item i ON i.id = b.ref WHERE i.customer_id = @id)`,
    blank: ['party', 'party_account', 'text', 'reference', 'aside_reason'],
    set: { original: 'NULL' },
  },
  { table: 'hold', of: CUSTOMER, blank: ['reason'] },
  { table: 'dunning_plan_of_customer', of: CUSTOMER },
  { table: 'dunning_plan_of_item', of: ITEM },
  { table: 'dunning_approval', of: CUSTOMER, blank: ['note'] },
  {
    table: 'dunning_letter',
    of: CUSTOMER,
    blank: ['cancel_reason'],
    set: { file_name: "CASE WHEN file_name IS NULL THEN NULL ELSE reference || '.pdf' END", recipient: 'NULL' },
    files: ['document_id'],
  },
  { table: 'dunning_letter_item', of: LETTER },
  {
    table: 'posting',
    of: LETTER,
    scrub: { address: ['name', 'street', 'lines', 'postalCode', 'city', 'attention'] },
    files: ['receipt_id'],
  },
  { table: 'charge_entry', of: CUSTOMER, blank: ['reason'], files: ['document_id'] },
  {
    table: 'promise',
    of: CUSTOMER,
    aged: { kind: 'talks', day: 't.made_on' },
    blank: ['contact', 'note', 'cancelled_because'],
  },
  { table: 'promise_item', of: within('promise_id', 'promise') },
  { table: 'call', of: CUSTOMER, aged: { kind: 'talks', day: 't.day' }, blank: ['contact', 'phone', 'note'] },
  { table: 'call_item', of: within('call_id', 'call') },
  {
    table: 'task',
    of: CUSTOMER,
    aged: { kind: 'talks', day: 't.created_on', and: 't.done_on IS NOT NULL' },
    blank: ['note'],
  },
  {
    table: 'mail_message',
    of: CUSTOMER,
    aged: { kind: 'messages', day: 't.queued_on', and: "t.state IN ('sent', 'cancelled')" },
    blank: ['subject', 'body', 'said'],
    set: { recipients: "'[]'", copies: "'[]'" },
  },
  {
    table: 'mail_attachment',
    of: within('message_id', 'mail_message'),
    set: { name: "'—.pdf'" },
    files: ['document_id'],
  },
  { table: 'dispute', of: CUSTOMER, blank: ['description', 'conclusion'] },
  { table: 'dispute_step', of: within('dispute_id', 'dispute'), blank: ['text'], scrub: { details: [] } },
  { table: 'instalment_plan', of: CUSTOMER, blank: ['note', 'cancel_reason'], files: ['document_id'] },
  { table: 'instalment_plan_item', of: within('plan_id', 'instalment_plan') },
  { table: 'instalment', of: within('plan_id', 'instalment_plan') },
  { table: 'instalment_letter', of: within('plan_id', 'instalment_plan'), files: ['document_id'] },
  {
    table: 'proof',
    of: CUSTOMER,
    aged: { kind: 'documents', day: 'substr(t.added_at, 1, 10)' },
    blank: ['title', 'note'],
    files: ['document_id'],
  },
  { table: 'delivery', of: CUSTOMER, blank: ['note'] },
  {
    table: 'e_invoice',
    of: CUSTOMER,
    scrub: { content: ['buyer', 'notes', 'buyerReference'] },
    files: ['document_id'],
  },
  { table: 'e_invoice_item', of: ITEM },
  {
    table: 'financial_statement',
    of: CUSTOMER,
    aged: { kind: 'financials', day: 't.closed_on' },
    removed: true,
    files: ['document_id'],
  },
  { table: 'financial_line', of: within('statement_id', 'financial_statement') },
  {
    table: 'external_rating',
    of: CUSTOMER,
    aged: { kind: 'financials', day: 't.day' },
    removed: true,
    files: ['document_id'],
  },
  { table: 'external_rating_value', of: within('rating_id', 'external_rating') },
  { table: 'register_event', of: CUSTOMER, removed: true },
  { table: 'alert_seen', of: CUSTOMER, blank: ['because'] },
  { table: 'credit_limit', of: CUSTOMER, blank: ['reason', 'guarantor'], files: ['document_id'] },
  { table: 'credit_block', of: CUSTOMER, blank: ['reason', 'lifted_because'] },
  { table: 'credit_override', of: CUSTOMER, blank: ['reason'] },
  { table: 'invoice_cover', of: ITEM },
  { table: 'customer_order', of: CUSTOMER, blank: ['note'] },
  {
    table: 'credit_application',
    of: CUSTOMER,
    aged: { kind: 'documents', day: 't.received_on' },
    blank: ['applicant', 'capacity', 'note', 'dropped_because'],
    files: ['document_id'],
  },
  {
    table: 'trade_reference',
    of: within('application_id', 'credit_application'),
    blank: ['supplier', 'contact'],
    scrub: { answer: ['note', 'comment'] },
  },
  {
    table: 'credit_review',
    of: CUSTOMER,
    blank: ['detail', 'decided_because', 'cancelled_because'],
    scrub: { evidence: [] },
  },
  { table: 'review_proposal', of: within('review_id', 'credit_review'), blank: ['conditions', 'reason', 'answer'] },
  { table: 'review_note', of: within('review_id', 'credit_review'), blank: ['text'] },
  { table: 'review_document', of: within('review_id', 'credit_review'), files: ['document_id'] },
  {
    table: 'handover',
    of: CUSTOMER,
    blank: ['reason', 'closed_because', 'recipient_reference', 'debtor_registry'],
  },
  { table: 'handover_item', of: within('handover_id', 'handover') },
  { table: 'handover_left_out', of: within('handover_id', 'handover') },
  {
    table: 'handover_step',
    of: within('handover_id', 'handover'),
    blank: ['note', 'withdrawn_because'],
    files: ['document_id'],
  },
  { table: 'handover_file', of: within('handover_id', 'handover'), files: ['document_id'] },
  { table: 'limitation_regime', of: CUSTOMER },
  { table: 'limitation_act', of: CUSTOMER, blank: ['note', 'withdrawn_because'], files: ['document_id'] },
  { table: 'limitation_act_item', of: within('act_id', 'limitation_act') },
  {
    table: 'insolvency_officer',
    of: CUSTOMER,
    blank: ['name', 'street', 'postal_code', 'city', 'email', 'reference'],
  },
  {
    table: 'claim_declaration',
    of: CUSTOMER,
    blank: ['outcome_note', 'cancelled_because'],
    scrub: { addressee: ['name', 'street', 'postalCode', 'city', 'email', 'reference'], details: ['debtor', 'note'] },
    files: ['document_id', 'receipt_id'],
  },
  { table: 'claim_declaration_item', of: within('declaration_id', 'claim_declaration') },
  { table: 'retention_clause', of: CUSTOMER, blank: ['note'], set: { text: "'—'" }, files: ['document_id'] },
  { table: 'retained_goods', of: CUSTOMER, blank: ['storage', 'resold_to', 'note'] },
  {
    table: 'retention_claim',
    of: CUSTOMER,
    blank: ['note', 'cancelled_because'],
    scrub: { addressee: ['name', 'street', 'postalCode', 'city', 'email', 'reference'], details: ['debtor', 'note'] },
    files: ['document_id', 'receipt_id'],
  },
  { table: 'retention_claim_goods', of: within('claim_id', 'retention_claim') },
  { table: 'provision_decision', of: ITEM, blank: ['note'], files: ['document_id'] },
  { table: 'provision_run_item', of: ITEM },
  { table: 'write_off', of: CUSTOMER, blank: ['note', 'answer'] },
  { table: 'write_off_item', of: within('write_off_id', 'write_off') },
  { table: 'write_off_document', of: within('write_off_id', 'write_off'), files: ['document_id'] },
  { table: 'write_off_recovery', of: within('write_off_id', 'write_off'), blank: ['reason'] },
  {
    table: 'write_off_recovery_item',
    of: `t.recovery_id IN (SELECT r.id FROM write_off_recovery r JOIN write_off w ON w.id = r.write_off_id WHERE w.customer_id = @id)`,
  },
  { table: 'statement_issue', of: CUSTOMER, set: { file_name: "'—.pdf'" }, files: ['document_id'] },
  { table: 'confirmation', of: CUSTOMER, set: { file_name: "reference || '.pdf'" }, files: ['document_id'] },
  {
    table: 'confirmation_answer',
    of: within('confirmation_id', 'confirmation'),
    blank: ['note'],
    files: ['document_id'],
  },
  {
    table: 'customer_space',
    of: CUSTOMER,
    blank: ['recipient', 'public_key', 'sealing_key', 'withdrawn_because'],
    set: { file_name: "'—.html'" },
  },
  {
    table: 'customer_answer',
    of: CUSTOMER,
    blank: ['reason'],
    scrub: {
      sender: ['name', 'email', 'phone'],
      request: ['note', 'text', 'terms', 'name', 'role', 'email', 'phone', 'street', 'postalCode', 'city'],
    },
    files: ['document_id'],
  },
  { table: 'customer_answer_file', of: within('answer_id', 'customer_answer'), files: ['document_id'] },
  { table: 'erasure', of: CUSTOMER },
]

/** Tables that are of no one customer. Where one names a customer all the same, the erasure says so, or takes it along. */
export const APART: readonly string[] = [
  'document',
  'company',
  'bank_account',
  'bank_line_trace',
  'bank_statement',
  'import_file',
  'import_mapping',
  'supplier',
  'supplier_movement',
  'report_mapping',
  'dunning_plan',
  'dunning_level',
  'dunning_plan_of_segment',
  'dunning_run',
  'holiday',
  'saved_view',
  'wording',
  'wording_version',
  'own_wording',
  'policy_version',
  'exchange_rate',
  'customer_group',
  'register_check',
  'posting_slip',
  'statement_run',
  'confirmation_run',
  'mail_settings',
  'worklist_weights',
  'rate_series',
  'rate_value',
  'retention_period',
  'role',
  'person',
  'people_settings',
  'provision_run',
  'report_comment',
  'seal',
  'audit_entry',
  'audit_change',
  'audit_subject',
]
