import type { Contact } from '../customers/customers.contract.ts'
import type { Day } from '../kernel/day.ts'

export type Mailbox = { name: string; address: string }

const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

/** Text of a header on one line: what would end the header and begin another is a space. */
export const oneLine = (text: string): string => text.replace(BREAKS, ' ').replace(/ {2,}/g, ' ').trim()

const LOCAL = /^[^\s"(),:;<>@[\\\]\p{Cc}]{1,64}$/u
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/** An address as RFC 5321 writes it, without quotes or literals; a domain may bear accents. */
export const isAddress = (text: string): boolean => {
  const at = text.lastIndexOf('@')
  return at > 0 && text.length <= 254 && LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1))
}

/** `name@firm.example` or `Name <name@firm.example>`; null for anything else. */
export const parseMailbox = (text: string): Mailbox | null => {
  const [, name = '', inside] = /^(.*?)\s*<([^<>]*)>$/s.exec(text.trim()) ?? []
  const address = (inside ?? text).trim()
  return isAddress(address) ? { name: oneLine(name.replace(/^"(.*)"$/s, '$1')), address } : null
}

/** The addresses of a contact: several may stand in the field. */
const mailboxesOf = ({ name, email }: Pick<Contact, 'name' | 'email'>): Mailbox[] =>
  email
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter(isAddress)
    .map((address) => ({ name: oneLine(name), address }))

/**
 * To whom a reminder goes: to the first contact that takes reminders, with copy to the others that do; without any, to
 * the first contact with an address. Null when there is none.
 */
export const recipientsOf = (contacts: readonly Contact[]): { to: Mailbox[]; cc: Mailbox[] } | null => {
  const reachable = contacts
    .map((contact) => ({ dunning: contact.dunning, mailboxes: mailboxesOf(contact) }))
    .filter(({ mailboxes }) => mailboxes.length > 0)
  const wanted = reachable.filter(({ dunning }) => dunning)
  const [first, ...others] = wanted.length > 0 ? wanted : reachable.slice(0, 1)
  if (!first) return null
  const to = first.mailboxes
  const seen = new Set(to.map(({ address }) => address.toLowerCase()))
  const cc = others
    .flatMap(({ mailboxes }) => mailboxes)
    .filter(({ address }) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()))
  return { to, cc }
}

/** The same for a letter however often its message is made: servers and readers know a message by it. */
export const messageIdOf = (reference: string, bookKey: string): string => `<${reference}@${bookKey}.encours>`

/** The working day at the hour of the clock: letters of a day bear its date. */
export const datedOf = (today: Day, now: string): string => `${today}T${now.slice(11)}`

/** File names each once: a second `facture.pdf` becomes `facture-2.pdf`. */
export const distinctNames = (names: readonly string[]): string[] => {
  const used = new Set<string>()
  return names.map((name) => {
    const [, stem = name, ext = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
    let given = name
    for (let n = 2; used.has(given.toLowerCase()); n++) given = `${stem}-${n}${ext}`
    used.add(given.toLowerCase())
    return given
  })
}

/** A server on this machine: what is sent there in clear goes over no network. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host.trim())

/** Reasons a certificate is refused, by the codes of OpenSSL and Node. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|HOSTNAME_MISMATCH/

export const isCertificateProblem = (code: string): boolean => CERTIFICATE.test(code)
