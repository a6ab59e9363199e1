import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { commonHeaders, contentPolicy } from './policy.ts'

/** Stands in the built index.html wherever a nonce belongs (`html.cspNonce` of the build). */
export const NONCE_PLACE = '__ENCOURS_NONCE__'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
}

export type Answer = { status: number; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> | string }

/** Files that the build names after a hash of their content. */
const BUILT = '/assets/'

/**
 * Answers a GET for the window's files: only what lies in `folder`, and index.html for the application's own routes, so
 * that a reload on any screen works.
 * @param path the address's path, still percent-encoded
 */
export const pageAnswer = async (folder: string, path: string): Promise<Answer> => {
  const file = inside(folder, path)
  if (file === undefined) return plain(400, 'Not an address of this program.')
  const type = types[extname(file)]
  if (!path.startsWith(BUILT) && (!type || file.endsWith('.html'))) return indexPage(folder)
  const content = type && (await read(file))
  if (!type || !content) return plain(404, 'No such file.')
  const cache = path.startsWith(BUILT) ? 'private, max-age=31536000, immutable' : 'no-cache'
  return { status: 200, headers: { ...commonHeaders, 'content-type': type, 'cache-control': cache }, body: content }
}

export const plain = (status: number, text: string): Answer => ({
  status,
  headers: {
    ...commonHeaders,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
  },
  body: text,
})

const indexPage = async (folder: string): Promise<Answer> => {
  const page = await read(join(folder, 'index.html'))
  if (!page) return plain(404, 'The window is not built.')
  const nonce = randomBytes(16).toString('base64')
  return {
    status: 200,
    headers: {
      ...commonHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy(nonce),
    },
    body: Buffer.from(page).toString('utf8').replaceAll(NONCE_PLACE, nonce),
  }
}

/** The file that a path names inside the folder; undefined when it would lead out of it. */
const inside = (folder: string, path: string): string | undefined => {
  let plainPath: string
  try {
    plainPath = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (plainPath.includes('\0') || plainPath.includes('\\')) return undefined
  const root = normalize(folder + sep)
  const file = normalize(join(root, plainPath))
  return file.startsWith(root) && !plainPath.split('/').includes('..') ? file : undefined
}

const read = async (file: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}
