import { createCipheriv, generateKeyPair, pbkdf2, randomBytes, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateSync } from 'fflate'
import type { LetterLanguage } from '../kernel/contract.ts'
import { passphraseText } from './passphrase.rules.ts'
import { wordsOf } from './passphrase.words.ts'
import {
  ACCOUNT_BLOCK,
  boundText,
  fileBlock,
  IV_LENGTH,
  PASSPHRASE_ROUNDS,
  SALT_LENGTH,
  type SpaceHeader,
  type SpacePayload,
} from './space.model.ts'
import { headerText } from './spaces.page.ts'

const KEY_LENGTH = 32
// Seven of some 256: 2^56, each try 600,000 rounds.
const WORDS = 7

/** Words drawn for a customer: French ones for whoever reads French, English ones for all others. */
export const drawPassphrase = (language: LetterLanguage): string => {
  const words = wordsOf[language === 'fr' ? 'fr' : 'en']
  return Array.from({ length: WORDS }, () => words[randomInt(words.length)]).join(' ')
}

export type Lock = { salt: Buffer; key: Buffer }

/** The key of a passphrase under a salt of its own; the work is done beside the thread that asks. */
export const lockOf = async (passphrase: string): Promise<Lock> => {
  const salt = randomBytes(SALT_LENGTH)
  const key = await promisify(pbkdf2)(passphraseText(passphrase), salt, PASSPHRASE_ROUNDS, KEY_LENGTH, 'sha256')
  return { salt, key }
}

/** IV, ciphertext, tag: as WebCrypto wants to read it. */
const sealBlock = (key: Buffer, header: string, block: string, plain: Uint8Array): string => {
  const iv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(boundText(header, block)))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Seals an account and the files it brings; each under an IV of its own, bound to its place and to the header. */
export const sealSpace = (
  { key }: Lock,
  header: SpaceHeader,
  payload: SpacePayload,
  files: readonly Uint8Array[],
): { account: string; files: string[] } => {
  const bound = headerText(header)
  const account = deflateSync(new TextEncoder().encode(JSON.stringify(payload)), { level: 6 })
  return {
    account: sealBlock(key, bound, ACCOUNT_BLOCK, account),
    files: files.map((bytes, place) => sealBlock(key, bound, fileBlock(place), bytes)),
  }
}

/** What answers are signed and sealed with: the private key leaves with the file, the public one stays. Base64. */
export const answerKeys = async (): Promise<{ signingKey: string; publicKey: string; sealingKey: string }> => {
  const pair = await promisify(generateKeyPair)('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  })
  return {
    signingKey: pair.privateKey.toString('base64'),
    publicKey: pair.publicKey.toString('base64'),
    sealingKey: randomBytes(KEY_LENGTH).toString('base64'),
  }
}
