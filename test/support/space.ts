import { createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { inflateSync } from 'fflate'
import { passphraseText } from '../../src/main/core/spaces/passphrase.rules.ts'
import {
  ACCOUNT_BLOCK,
  boundText,
  HEADER_BLOCK,
  IV_LENGTH,
  type SpaceHeader,
  type SpacePayload,
} from '../../src/main/core/spaces/space.model.ts'

const blockOf = (html: string, id: string) =>
  new RegExp(`<script type="[^"]*" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? ''

/** What a customer's space holds, opened as its page does. */
export const openedSpace = async (file: Blob, passphrase: string): Promise<SpacePayload> => {
  const html = await file.text()
  const headerText = blockOf(html, HEADER_BLOCK)
  const { salt, rounds } = JSON.parse(headerText) as SpaceHeader
  const key = pbkdf2Sync(passphraseText(passphrase), Buffer.from(salt, 'base64'), rounds, 32, 'sha256')
  const sealed = Buffer.from(blockOf(html, ACCOUNT_BLOCK), 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_LENGTH))
  decipher.setAAD(Buffer.from(boundText(headerText, ACCOUNT_BLOCK)))
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(IV_LENGTH, -16)), decipher.final()])
  return JSON.parse(Buffer.from(inflateSync(plain)).toString()) as SpacePayload
}
