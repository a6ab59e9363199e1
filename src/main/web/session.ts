import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the loopback server: whoever was handed a token, from then on by cookie. */
export type Session = {
  /** Printed in the terminal, which only its owner reads; works as long as the server runs. */
  printed: string
  /** For a browser's command line, which other accounts of the machine can read: works once. */
  ticket: () => string
  /** The cookie to set for a good token. */
  enter: (token: string) => string | undefined
  holds: (cookies: string | undefined) => boolean
}

/** @param port in the cookie's name, because browsers share cookies between the ports of one host */
export const createSession = (port: number): Session => {
  const name = `encours_${port}`
  const printed = secret()
  const tickets = new Set<string>()
  const key = secret()

  const take = (token: string): boolean => {
    const ticket = [...tickets].find((known) => same(known, token))
    return ticket === undefined ? same(printed, token) : tickets.delete(ticket)
  }

  return {
    printed,
    ticket: () => {
      const ticket = secret()
      tickets.add(ticket)
      return ticket
    },
    enter: (token) => (take(token) ? `${name}=${key}; HttpOnly; SameSite=Strict; Path=/` : undefined),
    holds: (cookies) =>
      (cookies ?? '').split(';').some((cookie) => {
        const [given, value] = cookie.trim().split('=')
        return given === name && value !== undefined && same(key, value)
      }),
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

/** Compares without telling by its duration how much was right. */
const same = (known: string, given: string): boolean => timingSafeEqual(digest(known), digest(given))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
