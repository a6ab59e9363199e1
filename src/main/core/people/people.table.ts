export type RoleTable = {
  id: string
  /** Of a role shipped with the program; empty for one of the user's own. */
  key: string
  /** Empty: the shipped name, in the language of the window. */
  name: string
  position: number
  /** JSON array of permissions. */
  permissions: string
}

export type PersonTable = {
  id: string
  name: string
  role_id: string
  active: number
  salt: Uint8Array
  /** Parameters of scrypt: N, r and p. */
  cost: number
  block_size: number
  parallel: number
  /** SHA-256 of the derived key, hexadecimal. */
  verifier: string
  /** Whether the password was given by an administrator, and has to be replaced when signing in. */
  must_change: number
  added_at: string
  signed_in_at: string | null
  /** Wrong passwords since the last right one. */
  failures: number
  failed_at: string | null
}

export type PeopleSettingsTable = { id: number; lock_after: number | null }
