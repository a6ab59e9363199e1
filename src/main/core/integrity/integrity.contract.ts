import { z } from 'zod'
import { auditVerdict } from '../audit/audit.contract.ts'
import { fileSchema, languageSchema, nothing, query } from '../kernel/contract.ts'

/**
 * - `pages`, `foreign-keys`: what SQLite itself can tell
 * - `matches`: each between a debit and a credit of one customer and currency
 * - `over-matched`: no item is matched for more than its amount
 * - `settled`: an item is marked as settled exactly when nothing of it is open
 * - `ledger`: what is open adds up to the entries
 * - `letters`: each letter's total is the sum of its parts, and its principal that of its items
 * - `documents`: each has the SHA-256 it was kept with
 * - `audit`: the chain holds
 * - `rows`: no other program wrote into the book
 */
export const checkNames = [
  'pages',
  'foreign-keys',
  'matches',
  'over-matched',
  'settled',
  'ledger',
  'letters',
  'documents',
  'audit',
  'rows',
] as const
export type CheckName = (typeof checkNames)[number]

export const checkSchema = z.object({
  name: z.enum(checkNames),
  ok: z.boolean(),
  /** What is wrong, at most twenty places. */
  places: z.array(z.string()),
  /** How many there are. */
  found: z.int(),
})
export type Check = z.infer<typeof checkSchema>

export const integrityContract = {
  verify: query(
    'audit',
    'Check the book whole: pages, keys, amounts, documents, audit, and what other programs wrote',
    {
      input: nothing,
      output: z.object({ ok: z.boolean(), checks: z.array(checkSchema) }),
    },
  ),
  opening: query(
    'read',
    'Whether the chain of the audit holds and no other program wrote: in steps that hold nothing up',
    {
      input: nothing,
      output: auditVerdict,
    },
  ),
  attestation: query('audit', 'The fingerprint of the last entry of the audit as a PDF, to be kept elsewhere', {
    input: z.object({ language: languageSchema }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
