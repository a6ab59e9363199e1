export type ImportFileTable = {
  id: string
  name: string
  sha256: string
  format: string
  records: number
  created_items: number
  rejected: number
  at: string
  user: string
  report: string
}

export type ImportMappingTable = { name: string; signature: string; mapping: string; updated_at: string }

export type ToldAgainTable = { source_key: string; item_id: string; import_id: string | null }
