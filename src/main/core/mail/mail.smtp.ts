import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Refusal } from '../kernel/errors.ts'
import type { MailFailure } from './mail.contract.ts'
import { isCertificateProblem } from './mail.rules.ts'
import type { Account } from './mail.settings.ts'

/** Milliseconds: to connect and greet, and without a word once connected. A large message may take longer, while it moves. */
export type Timeouts = { connect: number; silence: number }
const TIMEOUTS: Timeouts = { connect: 20_000, silence: 120_000 }

export type Delivery =
  | { outcome: 'sent'; refused: string }
  | { outcome: 'failed'; failure: MailFailure; permanent: boolean; said: string }
  /** The whole message went out and no answer came back. */
  | { outcome: 'uncertain'; said: string }

export type MailServer = {
  deliver: (envelope: { from: string; to: readonly string[] }, bytes: Uint8Array) => Promise<Delivery>
  /** False once the connection is gone: the next message needs another. */
  isUsable: () => boolean
  close: () => void
}

/**
 * Connects and logs in; nothing is sent. Certificates are checked against the host's name; with `starttls` a server that
 * does not offer it is refused, so that neither password nor letter ever falls back to clear text. Refuses
 * `mail.unreachable`, `mail.certificate`, `mail.no-encryption`, `mail.login-refused`.
 */
export const openServer = async (account: Account, timeouts: Timeouts = TIMEOUTS): Promise<MailServer> => {
  const { host, port, security, user, password } = account
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const connection = new Connection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.silence,
    // A server on this machine is reached without any network.
    allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
  })
  let usable = true
  connection.on('end', () => {
    usable = false
  })
  try {
    await step(connection, (done) => connection.connect(done))
    if (user) {
      if (!connection.allowsAuth) throw refusedLogin(account, 'the server offers no login')
      await step(connection, (done) => connection.login({ user, pass: password }, done))
    }
  } catch (error) {
    connection.close()
    throw error instanceof Refusal ? error : asRefusal(error as NodemailerError, account)
  }
  // What breaks an idle connection is told when it is used next.
  connection.on('error', () => {})
  return {
    deliver: async (envelope, bytes) => {
      const delivery = await deliver(connection, envelope, bytes)
      if (delivery.outcome === 'failed' && usable) usable = await isReset(connection)
      return delivery
    },
    isUsable: () => usable,
    close: () => (usable ? connection.quit() : connection.close()),
  }
}

type Done = (error?: NodemailerError | null) => void

/** An answer, or the error that the connection itself reports. */
const step = (connection: SMTPConnection, start: (done: Done) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle: Done = (error) => {
      connection.removeListener('error', settle)
      if (error) reject(error)
      else resolve()
    }
    connection.on('error', settle)
    start(settle)
  })

const isReset = (connection: SMTPConnection): Promise<boolean> =>
  new Promise((resolve) => {
    connection.once('end', () => resolve(false))
    connection.reset((error) => resolve(!error))
  })

const deliver = (
  connection: SMTPConnection,
  { from, to }: { from: string; to: readonly string[] },
  bytes: Uint8Array,
): Promise<Delivery> =>
  new Promise((resolve) => {
    // Read to its end means that the final dot is on its way: from then on the server may have taken the message.
    let read = false
    const body = Readable.from([Buffer.from(bytes)], { objectMode: false })
    body.on('end', () => {
      read = true
    })
    connection.send({ from, to: [...to], size: bytes.byteLength }, body, (error, info) => {
      if (!error) {
        const refused = (info.rejectedErrors ?? []).map(({ recipient, response }) => `${recipient}: ${response}`)
        return resolve({ outcome: 'sent', refused: refused.join('\n') })
      }
      const said = error.response ?? error.message
      if (error.responseCode === undefined && read) return resolve({ outcome: 'uncertain', said })
      resolve({ outcome: 'failed', failure: failureOf(error), permanent: error.permanent === true, said })
    })
  })

const failureOf = ({ code, command, responseCode }: NodemailerError): MailFailure => {
  if (command === 'RCPT TO') return 'recipient-refused'
  if (code === 'EMESSAGE' && responseCode === undefined) return 'message-too-large'
  if (command === 'MAIL FROM') return responseCode === 552 ? 'message-too-large' : 'sender-refused'
  return responseCode === undefined ? 'interrupted' : 'message-refused'
}

const refusedLogin = ({ host, user }: Account, said: string): Refusal =>
  new Refusal('mail.login-refused', `${host} refuses the login of ${user}: ${said}`, { host, user, said })

const asRefusal = (error: NodemailerError, account: Account): Refusal => {
  const { host, port, security } = account
  const reason = error.originalCode ?? ''
  const said = error.response ?? error.message
  if (isCertificateProblem(reason))
    return new Refusal('mail.certificate', `the certificate of ${host} is refused: ${reason}`, { host, reason })
  if (error.code === 'EAUTH') return refusedLogin(account, error.response ?? '')
  if (security !== 'none' && (error.code === 'ETLS' || error.command === 'STARTTLS' || error.command === 'EHLO'))
    return new Refusal('mail.no-encryption', `${host} does not encrypt the connection: ${said}`, { host, said })
  return new Refusal('mail.unreachable', `${host}:${port} cannot be reached: ${said}`, { host, port, said })
}
