import { inflateSync } from 'fflate'
import { passphraseText } from '../../main/core/spaces/passphrase.rules.ts'
import {
  ACCOUNT_BLOCK,
  boundText,
  fileBlock,
  HEADER_BLOCK,
  IV_LENGTH,
  SPACE_FORMAT,
  type SpaceFile,
  type SpaceHeader,
  type SpacePayload,
} from '../../main/core/spaces/space.model.ts'

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

const textOf = (block: string): string => document.getElementById(block)?.textContent ?? ''
const utf8 = (text: string) => new TextEncoder().encode(text)

/** What stands in the clear; null when the file was cut off or is of another format. */
export const readHeader = (): SpaceHeader | null => {
  try {
    const header = JSON.parse(textOf(HEADER_BLOCK)) as SpaceHeader
    return header.format === SPACE_FORMAT ? header : null
  } catch {
    return null
  }
}

const keyOf = async (passphrase: string, { rounds, salt }: SpaceHeader): Promise<CryptoKey> => {
  const material = await crypto.subtle.importKey('raw', utf8(passphraseText(passphrase)), 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
}

const openBlock = async (key: CryptoKey, block: string): Promise<Uint8Array<ArrayBuffer>> => {
  const sealed = fromBase64(textOf(block))
  const plain = await crypto.subtle.decrypt(
    {
      name: 'AES-GCM',
      iv: sealed.subarray(0, IV_LENGTH),
      additionalData: utf8(boundText(textOf(HEADER_BLOCK), block)),
    },
    key,
    sealed.subarray(IV_LENGTH),
  )
  return new Uint8Array(plain)
}

/** An open space: its account, and its files one by one, each unsealed when it is asked for. */
export type OpenSpace = { payload: SpacePayload; file: (file: SpaceFile) => Promise<Blob> }

/** Null for a wrong passphrase, which nothing tells from a damaged file. */
export const openSpace = async (header: SpaceHeader, passphrase: string): Promise<OpenSpace | null> => {
  const key = await keyOf(passphrase, header)
  const account = await openBlock(key, ACCOUNT_BLOCK).catch(() => null)
  if (!account) return null
  const payload = JSON.parse(new TextDecoder().decode(inflateSync(account))) as SpacePayload
  return {
    payload,
    file: async ({ place, mediaType }) => new Blob([await openBlock(key, fileBlock(place))], { type: mediaType }),
  }
}
