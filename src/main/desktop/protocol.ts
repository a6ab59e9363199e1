import { protocol } from 'electron'
import { pageAnswer, plain } from '../page/files.ts'

export const PAGE = 'app://encours'

/**
 * The page has a scheme of its own, so that it has an origin and no right to read the disk (Electron security
 * checklist, 18). To be called before the application is ready.
 */
export const registerPageScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** Serves the built window, and nothing else, under a strict Content-Security-Policy (checklist, 1 and 7). */
export const servePage = (folder: string): void =>
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const initiator = 'initiatorOrigin' in request ? request.initiatorOrigin : undefined
    const refused =
      host !== 'encours' || request.method !== 'GET' || (initiator !== undefined && initiator !== PAGE)
        ? plain(403, 'Not a file of this program.')
        : undefined
    const { status, headers, body } = refused ?? (await pageAnswer(folder, pathname))
    return new Response(body, { status, headers })
  })
