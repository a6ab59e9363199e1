import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from '../kernel/context.ts'

export type Sealed = { by: 'keychain' | 'file'; bytes: Uint8Array }

/**
 * Seals a password for the book: by the system's keychain where the host has one, else with AES-256-GCM under a key of
 * its own in the data folder. That key protects a book that leaves this machine, in a backup, a mail or a shared folder:
 * without the data folder nobody reads the password. It does not protect against who can read this account's files, and
 * on Windows the file has the rights of its folder. Null when there is neither: the password is then asked each time.
 */
export const sealPassword = async (ports: Ports, password: string): Promise<Sealed | null> => {
  const kept = await ports.secrets?.seal(password)
  if (kept) return { by: 'keychain', bytes: kept }
  const key = readKey(ports.dataFolder) ?? makeKey(ports.dataFolder)
  return key && { by: 'file', bytes: encrypt(key, password) }
}

/** Null when it was sealed on another machine or by another program: the password has to be given again. */
export const openPassword = async (ports: Ports, { by, bytes }: Sealed): Promise<string | null> => {
  if (by === 'keychain') return (await ports.secrets?.open(bytes)) ?? null
  const key = readKey(ports.dataFolder)
  return key && decrypt(key, bytes)
}

/** Whether it could be opened here; a keychain is believed without being asked, for it may ask the user. */
export const isReadable = async (ports: Ports, sealed: Sealed): Promise<boolean> =>
  sealed.by === 'keychain' ? ports.secrets !== undefined : (await openPassword(ports, sealed)) !== null

const KEY_LENGTH = 32
const IV_LENGTH = 12
const TAG_LENGTH = 16
const PURPOSE = Buffer.from('encours mail password 1')

const keyFile = (dataFolder: string): string => join(dataFolder, 'mail.key')

const readKey = (dataFolder: string): Buffer | null => {
  try {
    const key = readFileSync(keyFile(dataFolder))
    return key.length === KEY_LENGTH ? key : null
  } catch {
    return null
  }
}

const makeKey = (dataFolder: string): Buffer | null => {
  const key = randomBytes(KEY_LENGTH)
  try {
    mkdirSync(dataFolder, { recursive: true })
    // Never over another: what that one sealed would be lost.
    writeFileSync(keyFile(dataFolder), key, { mode: 0o600, flag: 'wx' })
    return key
  } catch {
    return null
  }
}

const encrypt = (key: Buffer, text: string): Uint8Array => {
  const iv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(PURPOSE)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]))
}

const decrypt = (key: Buffer, bytes: Uint8Array): string | null => {
  const sealed = Buffer.from(bytes)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_LENGTH))
      .setAAD(PURPOSE)
      .setAuthTag(sealed.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH))
    return decipher.update(sealed.subarray(IV_LENGTH + TAG_LENGTH), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
