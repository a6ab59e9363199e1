export type DocumentTable = {
  id: string
  name: string
  media_type: string
  size: number
  sha256: string
  bytes: Uint8Array
  created_at: string
}
