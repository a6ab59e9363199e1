import type { AuditEntryTable } from '../audit/audit.table.ts'
import type { BankAccountTable, CompanyTable } from '../company/company.table.ts'
import type { AddressTable, ContactTable, CustomerEventTable, CustomerTable } from '../customers/customers.table.ts'
import type { DocumentTable } from '../documents/documents.table.ts'
import type {
  DunningLetterItemTable,
  DunningLetterTable,
  DunningLevelTable,
  DunningPlanTable,
  DunningRunTable,
  HoldTable,
  WordingTable,
} from '../dunning/dunning.table.ts'
import type { ImportFileTable, ImportMappingTable } from '../imports/imports.table.ts'
import type { AllocationTable, OpenItemTable } from '../receivables/receivables.table.ts'
import type { SavedViewTable } from '../views/views.table.ts'

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
  open_item: OpenItemTable
  allocation: AllocationTable
  hold: HoldTable
  dunning_plan: DunningPlanTable
  dunning_level: DunningLevelTable
  dunning_run: DunningRunTable
  dunning_letter: DunningLetterTable
  dunning_letter_item: DunningLetterItemTable
  wording: WordingTable
  saved_view: SavedViewTable
  audit_entry: AuditEntryTable
}
