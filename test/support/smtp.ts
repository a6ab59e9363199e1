import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Received = { from: string; to: string[]; user: string | null; secure: boolean; raw: string }

type Behaviour = SMTPServerOptions & {
  /** What becomes of a message once all of it has come; without it the server takes it. */
  afterData?: 'drops' | 'hangs' | { code: number; says: string }
  /** Recipients that are refused. */
  refuses?: readonly string[]
  account?: { user: string; password: string }
}

export type TestServer = {
  port: number
  received: Received[]
  /** Names and passwords given. */
  logins: { user: string; password: string }[]
  connections: number
  /** Resolves when the next message has come in full, whatever becomes of it. */
  whenTold: () => Promise<void>
  /** Ends the connection of a session without a word. */
  cut: (sessionId: string) => void
  stop: () => Promise<void>
}

const failure = (code: number, says: string) => Object.assign(new Error(says), { responseCode: code })

/** A real SMTP server on the loopback address, on a port of its own. */
export const startServer = async (behaviour: Behaviour = {}): Promise<TestServer> => {
  const { afterData, refuses = [], account, ...options } = behaviour
  const received: Received[] = []
  const logins: TestServer['logins'] = []
  let told: (() => void)[] = []
  const state = { connections: 0 }
  const cut = (sessionId: string) => {
    const connection = [...server.connections].find(({ id }) => id === sessionId)
    connection?._socket.destroy()
  }
  const server = new SMTPServer({
    logger: false,
    disabledCommands: ['STARTTLS', ...(account ? [] : ['AUTH'])],
    authOptional: account === undefined,
    allowInsecureAuth: true,
    onConnect: (_session, done) => {
      state.connections += 1
      done()
    },
    onAuth: ({ username = '', password }, _session, done) => {
      logins.push({ user: username, password: password ?? '' })
      if (username === account?.user && password === account.password) done(null, { user: username })
      else done(failure(535, 'Authentication credentials invalid'))
    },
    onRcptTo: ({ address }, _session, done) =>
      done(refuses.includes(address) ? failure(550, 'No such user here') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          user: session.user ?? null,
          secure: session.secure,
          raw: Buffer.concat(chunks).toString('latin1'),
        })
        for (const tell of told) tell()
        told = []
        if (afterData === 'hangs') return
        if (afterData === 'drops') return cut(session.id)
        if (afterData) done(failure(afterData.code, afterData.says))
        else done(null, 'kept')
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    logins,
    get connections() {
      return state.connections
    },
    whenTold: () => new Promise((resolve) => told.push(resolve)),
    cut,
    stop: () =>
      new Promise((resolve) => {
        for (const connection of server.connections) connection._socket.destroy()
        server.close(() => resolve())
      }),
  }
}
