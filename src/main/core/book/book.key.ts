import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** An encrypted book begins with them; of one that is not, they name the format. */
export const SALT_BYTES = 16
const KEY_BYTES = 32
/** Of SQLCipher 4, whose tools open a book with its passphrase as this program does. */
const ROUNDS = 256_000
const pbkdf2Async = promisify(pbkdf2)

/** What decrypts a book. Written as JSON or shown in a log it is stars. */
export class BookKey {
  readonly #key: Buffer
  readonly #salt: Buffer

  constructor(key: Uint8Array, salt: Uint8Array) {
    if (key.length !== KEY_BYTES || salt.length !== SALT_BYTES) throw new Error('not a key of a book')
    this.#key = Buffer.from(key)
    this.#salt = Buffer.from(salt)
  }

  /** From a passphrase, off the thread. One text may be written in two ways of Unicode: it is composed first. */
  static async derive(passphrase: string, salt: Uint8Array): Promise<BookKey> {
    return new BookKey(await pbkdf2Async(passphrase.normalize('NFC'), salt, ROUNDS, KEY_BYTES, 'sha512'), salt)
  }

  /** Of a book that is encrypted, or encrypted anew: each time with a salt of its own. */
  static create(passphrase: string): Promise<BookKey> {
    return BookKey.derive(passphrase, randomBytes(SALT_BYTES))
  }

  equals(other: BookKey): boolean {
    return timingSafeEqual(this.#key, other.#key) && this.#salt.equals(other.#salt)
  }

  /** For `PRAGMA key`: the key itself with its salt, so that nothing is derived again at each connection. */
  raw(): string {
    return `x'${this.#key.toString('hex')}${this.#salt.toString('hex')}'`
  }

  bytes(): Buffer {
    return Buffer.from(this.#key)
  }

  salt(): Buffer {
    return Buffer.from(this.#salt)
  }

  toJSON(): string {
    return '***'
  }
}
