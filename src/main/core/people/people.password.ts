import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Ports } from '../kernel/context.ts'
import { speakable } from './people.rules.ts'

/** A password as the book keeps it, with the parameters it was made with. */
export type Kept = { salt: Uint8Array; cost: number; block_size: number; parallel: number; verifier: string }

const SALT_LENGTH = 16
const KEY_LENGTH = 32
/** 32 MiB and about a fifth of a second: one of the settings that OWASP holds equal (N=2^15, r=8, p=3). */
const STRENGTH = { cost: 2 ** 15, block_size: 8, parallel: 3 }
/** Tests sign in hundreds of times. */
const TEST_STRENGTH = { cost: 2 ** 4, block_size: 8, parallel: 1 }

export const strengthOf = (program: Ports['program']) => (program === 'test' ? TEST_STRENGTH : STRENGTH)

/** On a thread of its own: nobody waits for another's password. */
const derive = (password: string, salt: Uint8Array, { cost, block_size, parallel }: typeof STRENGTH): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N: cost, r: block_size, p: parallel, maxmem: 256 * cost * block_size }
    // A letter with its accent may be typed as one character or as two.
    scrypt(password.normalize('NFC'), salt, KEY_LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

const digestOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex')

export const keepPassword = async (program: Ports['program'], password: string): Promise<Kept> => {
  const strength = strengthOf(program)
  const salt = new Uint8Array(randomBytes(SALT_LENGTH))
  return { salt, ...strength, verifier: digestOf(await derive(password, salt, strength)) }
}

/** A name that nobody has takes as long as a password that is wrong. */
export const isRight = async (
  program: Ports['program'],
  kept: Kept | undefined,
  password: string,
): Promise<boolean> => {
  const { salt, verifier, ...strength } = kept ?? {
    ...strengthOf(program),
    salt: new Uint8Array(SALT_LENGTH),
    verifier: '',
  }
  const found = Buffer.from(digestOf(await derive(password, salt, strength)))
  const known = Buffer.from(verifier.padEnd(found.length).slice(0, found.length))
  return timingSafeEqual(found, known) && kept !== undefined
}

/** 12 letters of 31: 59 bits. */
export const drawPassword = (): string => speakable(randomBytes(64), 12)
