import type { AlertSeenTable } from '../alerts/alerts.table.ts'
import type { CustomerAnswerFileTable, CustomerAnswerTable } from '../answers/answers.table.ts'
import type { CreditApplicationTable, TradeReferenceTable } from '../applications/applications.table.ts'
import type { AuditChangeTable, AuditEntryTable, AuditSubjectTable, SealTable } from '../audit/audit.table.ts'
import type { BankLineTable, BankLineTraceTable, BankStatementTable, PayerTable } from '../bank/bank.table.ts'
import type { CallItemTable, CallTable, TaskTable } from '../calls/calls.table.ts'
import type { ChargeEntryTable } from '../charges/charges.table.ts'
import type { BankAccountTable, CompanyTable } from '../company/company.table.ts'
import type {
  ConfirmationAnswerTable,
  ConfirmationRunTable,
  ConfirmationTable,
} from '../confirmations/confirmations.table.ts'
import type { AddressTable, ContactTable, CustomerEventTable, CustomerTable } from '../customers/customers.table.ts'
import type {
  ClaimDeclarationItemTable,
  ClaimDeclarationTable,
  InsolvencyOfficerTable,
  RetainedGoodsTable,
  RetentionClaimGoodsTable,
  RetentionClaimTable,
  RetentionClauseTable,
} from '../declarations/declarations.table.ts'
import type { DeliveryTable, InvoiceDatesTable } from '../deliveries/deliveries.table.ts'
import type { DisputeStepTable, DisputeTable } from '../disputes/disputes.table.ts'
import type { DocumentTable } from '../documents/documents.table.ts'
import type {
  DunningApprovalTable,
  DunningLevelTable,
  DunningPlanOfCustomerTable,
  DunningPlanOfItemTable,
  DunningPlanOfSegmentTable,
  DunningPlanTable,
} from '../dunning/dunning.plan.table.ts'
import type {
  DunningLetterItemTable,
  DunningLetterTable,
  DunningRunTable,
  HoldTable,
  OwnWordingTable,
  WordingTable,
  WordingVersionTable,
} from '../dunning/dunning.table.ts'
import type { EInvoiceItemTable, EInvoiceTable } from '../einvoices/einvoices.table.ts'
import type { ExchangeRateTable } from '../exchange/exchange.table.ts'
import type { FinancialLineTable, FinancialStatementTable } from '../financials/financials.table.ts'
import type {
  HandoverFileTable,
  HandoverItemTable,
  HandoverLeftOutTable,
  HandoverStepTable,
  HandoverTable,
} from '../handovers/handovers.table.ts'
import type { HolidayTable } from '../holidays/holidays.table.ts'
import type { ImportFileTable, ImportMappingTable, ToldAgainTable } from '../imports/imports.table.ts'
import type {
  InstalmentLetterTable,
  InstalmentPlanItemTable,
  InstalmentPlanTable,
  InstalmentTable,
} from '../instalments/instalments.table.ts'
import type {
  LimitationActItemTable,
  LimitationActTable,
  LimitationRegimeTable,
} from '../limitations/limitations.table.ts'
import type {
  CreditBlockTable,
  CreditLimitTable,
  CreditOverrideTable,
  CustomerGroupMemberTable,
  CustomerGroupTable,
  InvoiceCoverTable,
} from '../limits/limits.table.ts'
import type { MailAttachmentTable, MailMessageTable, MailSettingsTable } from '../mail/mail.table.ts'
import type { CustomerOrderTable } from '../orders/orders.table.ts'
import type { SupplierMovementTable, SupplierTable } from '../payables/payables.table.ts'
import type { AdjustmentTable, PaymentTable } from '../payments/payments.table.ts'
import type { PeopleSettingsTable, PersonTable, RoleTable } from '../people/people.table.ts'
import type { PolicyVersionTable } from '../policy/policy.table.ts'
import type { PostingSlipTable, PostingTable } from '../postings/postings.table.ts'
import type { ErasureTable, RetentionPeriodTable } from '../privacy/privacy.table.ts'
import type { PromiseItemTable, PromiseTable } from '../promises/promises.table.ts'
import type { ProofTable } from '../proofs/proofs.table.ts'
import type {
  ProvisionDecisionTable,
  ProvisionRunItemTable,
  ProvisionRunTable,
} from '../provisions/provisions.table.ts'
import type { RateSeriesTable, RateValueTable } from '../rates/rates.table.ts'
import type { ExternalRatingTable, ExternalRatingValueTable, ReportMappingTable } from '../ratings/ratings.table.ts'
import type { AllocationTable, OpenItemTable } from '../receivables/receivables.table.ts'
import type { RegisterCheckTable, RegisterEventTable } from '../registers/registers.table.ts'
import type { ReportCommentTable } from '../reports/reports.table.ts'
import type {
  CreditReviewTable,
  ReviewDocumentTable,
  ReviewNoteTable,
  ReviewProposalTable,
} from '../reviews/reviews.table.ts'
import type { CustomerSpaceTable } from '../spaces/spaces.table.ts'
import type { StatementIssueTable, StatementRunTable } from '../statements/statements.table.ts'
import type { SavedViewTable } from '../views/views.table.ts'
import type { WorklistWeightsTable } from '../worklist/worklist.table.ts'
import type {
  WriteOffDocumentTable,
  WriteOffItemTable,
  WriteOffRecoveryItemTable,
  WriteOffRecoveryTable,
  WriteOffTable,
} from '../writeoffs/writeoffs.table.ts'

/** Every table of a book; each slice owns its own. */
export type Database = {
  document: DocumentTable
  company: CompanyTable
  bank_account: BankAccountTable
  customer: CustomerTable
  contact: ContactTable
  address: AddressTable
  customer_event: CustomerEventTable
  import_file: ImportFileTable
  import_mapping: ImportMappingTable
  told_again: ToldAgainTable
  open_item: OpenItemTable
  allocation: AllocationTable
  hold: HoldTable
  dunning_plan: DunningPlanTable
  dunning_level: DunningLevelTable
  dunning_plan_of_customer: DunningPlanOfCustomerTable
  dunning_plan_of_segment: DunningPlanOfSegmentTable
  dunning_plan_of_item: DunningPlanOfItemTable
  dunning_approval: DunningApprovalTable
  holiday: HolidayTable
  dunning_run: DunningRunTable
  dunning_letter: DunningLetterTable
  dunning_letter_item: DunningLetterItemTable
  wording: WordingTable
  wording_version: WordingVersionTable
  own_wording: OwnWordingTable
  saved_view: SavedViewTable
  audit_entry: AuditEntryTable
  audit_change: AuditChangeTable
  audit_subject: AuditSubjectTable
  seal: SealTable
  role: RoleTable
  person: PersonTable
  people_settings: PeopleSettingsTable
  policy_version: PolicyVersionTable
  exchange_rate: ExchangeRateTable
  bank_statement: BankStatementTable
  bank_line: BankLineTable
  bank_line_trace: BankLineTraceTable
  payer: PayerTable
  supplier: SupplierTable
  supplier_movement: SupplierMovementTable
  payment: PaymentTable
  adjustment: AdjustmentTable
  instalment_plan: InstalmentPlanTable
  instalment_plan_item: InstalmentPlanItemTable
  instalment: InstalmentTable
  instalment_letter: InstalmentLetterTable
  dispute: DisputeTable
  dispute_step: DisputeStepTable
  proof: ProofTable
  invoice_dates: InvoiceDatesTable
  delivery: DeliveryTable
  e_invoice: EInvoiceTable
  e_invoice_item: EInvoiceItemTable
  credit_application: CreditApplicationTable
  trade_reference: TradeReferenceTable
  financial_statement: FinancialStatementTable
  financial_line: FinancialLineTable
  credit_limit: CreditLimitTable
  credit_block: CreditBlockTable
  customer_group: CustomerGroupTable
  customer_group_member: CustomerGroupMemberTable
  credit_override: CreditOverrideTable
  invoice_cover: InvoiceCoverTable
  customer_order: CustomerOrderTable
  register_event: RegisterEventTable
  register_check: RegisterCheckTable
  external_rating: ExternalRatingTable
  report_mapping: ReportMappingTable
  external_rating_value: ExternalRatingValueTable
  alert_seen: AlertSeenTable
  credit_review: CreditReviewTable
  review_proposal: ReviewProposalTable
  review_note: ReviewNoteTable
  review_document: ReviewDocumentTable
  handover: HandoverTable
  handover_item: HandoverItemTable
  provision_decision: ProvisionDecisionTable
  provision_run: ProvisionRunTable
  provision_run_item: ProvisionRunItemTable
  write_off: WriteOffTable
  write_off_item: WriteOffItemTable
  write_off_document: WriteOffDocumentTable
  write_off_recovery: WriteOffRecoveryTable
  write_off_recovery_item: WriteOffRecoveryItemTable
  handover_step: HandoverStepTable
  handover_file: HandoverFileTable
  handover_left_out: HandoverLeftOutTable
  posting: PostingTable
  posting_slip: PostingSlipTable
  mail_settings: MailSettingsTable
  mail_message: MailMessageTable
  mail_attachment: MailAttachmentTable
  promise: PromiseTable
  promise_item: PromiseItemTable
  call: CallTable
  call_item: CallItemTable
  task: TaskTable
  worklist_weights: WorklistWeightsTable
  limitation_regime: LimitationRegimeTable
  limitation_act: LimitationActTable
  limitation_act_item: LimitationActItemTable
  insolvency_officer: InsolvencyOfficerTable
  statement_run: StatementRunTable
  statement_issue: StatementIssueTable
  confirmation_run: ConfirmationRunTable
  confirmation: ConfirmationTable
  confirmation_answer: ConfirmationAnswerTable
  customer_space: CustomerSpaceTable
  customer_answer: CustomerAnswerTable
  customer_answer_file: CustomerAnswerFileTable
  claim_declaration: ClaimDeclarationTable
  claim_declaration_item: ClaimDeclarationItemTable
  retention_clause: RetentionClauseTable
  retained_goods: RetainedGoodsTable
  retention_claim: RetentionClaimTable
  retention_claim_goods: RetentionClaimGoodsTable
  charge_entry: ChargeEntryTable
  rate_series: RateSeriesTable
  rate_value: RateValueTable
  retention_period: RetentionPeriodTable
  report_comment: ReportCommentTable
  erasure: ErasureTable
}
