import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may talk to the loopback server: whoever was handed a token, from then on by cookie. */
export type Session = {
  /** A token that lets one browser in, once: what stays in a terminal or on a command line is worth nothing later. */
  ticket: () => string
  /** The cookie to set for a good token, which is thereby used up. */
  enter: (token: string) => string | undefined
  /** Which session a request belongs to; undefined where it has none. */
  of: (cookies: string | undefined) => string | undefined
}

/** @param port in the cookie's name, because browsers share cookies between the ports of one host */
export const createSession = (port: number): Session => {
  const name = `encours_${port}`
  const tickets = new Set<string>()
  /** By the cookie's digest; each browser that enters has one of its own, so that its sign-in is its own. */
  const keys = new Map<string, string>()

  const take = (token: string): boolean => {
    const ticket = [...tickets].find((known) => same(known, token))
    return ticket !== undefined && tickets.delete(ticket)
  }

  return {
    ticket: () => {
      const ticket = secret()
      tickets.add(ticket)
      return ticket
    },
    enter: (token) => {
      if (!take(token)) return undefined
      const key = secret()
      keys.set(digest(key).toString('hex'), `web ${keys.size + 1}`)
      return `${name}=${key}; HttpOnly; SameSite=Strict; Path=/`
    },
    // Looked up by digest: the time it takes tells nothing of the cookie.
    of: (cookies) =>
      (cookies ?? '')
        .split(';')
        .map((cookie) => cookie.trim().split('='))
        .flatMap(
          ([given, value]) => (given === name && value ? keys.get(digest(value).toString('hex')) : undefined) ?? [],
        )
        .at(0),
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

/** Compares without telling by its duration how much was right. */
const same = (known: string, given: string): boolean => timingSafeEqual(digest(known), digest(given))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
