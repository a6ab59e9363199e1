import type { LetterLanguage } from '../kernel/contract.ts'

export type CustomerSpaceTable = {
  id: string
  number: number
  customer_id: string
  as_of: string
  until: string
  language: LetterLanguage
  holds: string
  went: 'file' | 'draft'
  recipient: string
  file_name: string
  size: number
  sha256: string
  public_key: string
  sealing_key: string
  published_on: string
  published_at: string
  published_by: string
  withdrawn_on: string | null
  withdrawn_by: string
  withdrawn_because: string
}
