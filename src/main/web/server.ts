import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { Program } from '../core/core.ts'
import { type Answer, pageAnswer, plain } from '../page/files.ts'
import { commonHeaders } from '../page/policy.ts'
import { callContext } from '../worker/calls.ts'
import { createPresence } from './presence.ts'
import { createSession, type Session } from './session.ts'

export const CALLS = '/rpc'
const ENTER = '/session'
/** Where a window says, by keeping the answer open, that it is there. */
export const PRESENCE = '/presence'
const LOOPBACK = '127.0.0.1'
const KEEP_ALIVE = 5 * 60_000
/** A ledger of a million lines is about 150 MB. */
const UPLOAD_LIMIT = 512 * 1024 * 1024

type Serving = {
  program: Program
  /** The acting user, for every call. */
  user: string
  /** The built window. */
  staticDir: string
  /** The address within the window where a browser that comes in begins; absent: its first screen. */
  first?: string
  /** 0 or absent: any free one. Rejects with the system's EADDRINUSE when it is taken. */
  port?: number
  /** In bytes; of one call with its files. */
  uploadLimit?: number
  /** Told the next address when the printed one has let its browser in. */
  onNewAddress?: (address: string) => void
  /** The program ends with its last window, this many milliseconds after it; absent: it stays. */
  closing?: { grace: number; onLeft: () => void }
}

export type Served = {
  /** For people to open; lets one browser in, once. */
  address: string
  /** For a browser that the program starts; lets it in once. */
  addressForBrowser: () => string
  close: () => Promise<void>
}

/** Serves the program and its window on the loopback address of this machine. Closing leaves the program open. */
export const serve = async (serving: Serving): Promise<Served> => {
  const { uploadLimit = UPLOAD_LIMIT } = serving
  const calls = new RPCHandler(serving.program.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: uploadLimit })],
  })
  const server = createServer()
  // Node closes a connection after five seconds without a call; one that is on its way then would fail.
  server.keepAliveTimeout = KEEP_ALIVE
  const port = await listen(server, serving.port ?? 0)
  const origin = `http://${LOOPBACK}:${port}`
  const session = createSession(port)
  const addressWith = (token: string) => `${origin}${ENTER}?token=${token}`
  let printed = session.ticket()
  const presence = serving.closing && createPresence(serving.closing.grace, serving.closing.onLeft)

  /** A used address leads a browser that is in already to its window, as a reload should. */
  const enter = (request: IncomingMessage, url: URL): Answer => {
    const token = url.searchParams.get('token') ?? ''
    if (session.of(request.headers.cookie) !== undefined) return toWindow(serving.first)
    const cookie = session.enter(token)
    if (!cookie) return plain(403, 'Cette adresse a déjà servi. / This address has been used already.')
    if (token === printed) {
      printed = session.ticket()
      serving.onNewAddress?.(addressWith(printed))
    }
    return toWindow(serving.first, cookie)
  }

  server.on('request', async (request, response) => {
    try {
      const refusal = refuse(request, origin, session, uploadLimit)
      if (refusal) return send(request, response, refusal)
      const url = new URL(request.url ?? '/', origin)
      if (url.pathname === ENTER) return send(request, response, enter(request, url))
      if (url.pathname === PRESENCE) return presence ? presence.hold(response) : send(request, response, plain(204, ''))
      if (!isCall(url.pathname)) return send(request, response, await pageAnswer(serving.staticDir, rawPath(request)))
      response.setHeader('cache-control', 'no-store')
      for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value)
      const { matched } = await calls.handle(request, response, {
        prefix: CALLS,
        context: callContext(request.headers, serving.user, session.of(request.headers.cookie) ?? ''),
      })
      if (!matched) send(request, response, plain(404, 'No such call.'))
    } catch {
      // A call's own failure is answered by the handler; what is left is a connection that broke.
      if (response.headersSent) response.destroy()
      else send(request, response, plain(500, 'The call failed.'))
    }
  })

  return {
    address: addressWith(printed),
    addressForBrowser: () => addressWith(session.ticket()),
    close: () => {
      presence?.end()
      return close(server)
    },
  }
}

/** The first reason not to answer, in the order of what gives least away. */
const refuse = (
  request: IncomingMessage,
  origin: string,
  session: Session,
  uploadLimit: number,
): Answer | undefined => {
  // Another name that resolves to this machine is a page of a stranger (DNS rebinding).
  if (`http://${request.headers.host}` !== origin) return plain(421, 'Not the address of this program.')
  const path = rawPath(request)
  const method = request.method ?? ''
  const from = request.headers.origin
  if (from !== undefined && from !== origin) return plain(403, 'Not a page of this program.')
  if (path === ENTER) return method === 'GET' ? undefined : plain(405, 'Only GET.')
  if (session.of(request.headers.cookie) === undefined) {
    return plain(401, 'Ouvrez l’adresse affichée par le programme. / Open the address that the program printed.')
  }
  if (!isCall(path)) return method === 'GET' || method === 'HEAD' ? undefined : plain(405, 'Only GET.')
  if (method !== 'POST') return plain(405, 'Calls are posted.')
  if (from === undefined) return plain(403, 'A call names the page it comes from.')
  if (Number(request.headers['content-length'] ?? 0) > uploadLimit) return tooLarge(uploadLimit)
  return undefined
}

/** In the shape of a call's error, so that the client shows it like any other. */
const tooLarge = (limit: number): Answer => ({
  ...plain(413, ''),
  headers: { ...plain(413, '').headers, 'content-type': 'application/json', connection: 'close' },
  body: JSON.stringify({
    json: {
      defined: false,
      code: 'PAYLOAD_TOO_LARGE',
      status: 413,
      message: 'The file is too large.',
      data: { limit },
    },
  }),
})

const toWindow = (location = '/', cookie?: string): Answer => {
  const { headers } = plain(303, '')
  return { status: 303, headers: { ...headers, ...(cookie && { 'set-cookie': cookie }), location }, body: '' }
}

const send = (request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

const isCall = (path: string): boolean => path === CALLS || path.startsWith(`${CALLS}/`)

/** Before URL parsing, which would quietly resolve `..`. */
const rawPath = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port))
  })

/** Lets calls under way finish for two seconds. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
