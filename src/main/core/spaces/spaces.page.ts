import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from '../kernel/context.ts'
import { ACCOUNT_BLOCK, fileBlock, HEADER_BLOCK, type SpaceHeader } from './space.model.ts'

export type SpacePage = { script: string; style: string; policy: string }

const pages = new Map<string, SpacePage>()

/** Inside an element, the text must not end it: `</script` can only stand in a string there, `<!--` opens nothing. */
const inElement = (text: string): string => text.replace(/<(\/(?:script|style)|!--)/gi, '\\x3C$1')
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The built page, with the policy that allows its own script and style and nothing else in the world. */
export const spacePageOf = ({ spacePage }: Pick<Ports, 'spacePage'>): SpacePage => {
  if (!spacePage) throw new Error('this host gives the core no built page for customer spaces')
  let page = pages.get(spacePage)
  if (!page) {
    const script = inElement(readFileSync(join(spacePage, 'page.js'), 'utf8'))
    const style = readFileSync(join(spacePage, 'page.css'), 'utf8')
    const policy = [
      "default-src 'none'",
      `script-src ${hashOf(script)}`,
      `style-src ${hashOf(style)}`,
      'img-src data: blob:',
      "connect-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
    ].join('; ')
    page = { script, style, policy }
    pages.set(spacePage, page)
  }
  return page
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What stands in the clear, as text: the same bytes are bound to each sealed block. */
export const headerText = (header: SpaceHeader): string => JSON.stringify(header).replaceAll('<', '\\u003c')

const data = (type: string, id: string, text: string) => `<script type="${type}" id="${id}">${text}</script>\n`

/** The file: one page that needs nothing beside it. Blocks are base64. */
export const spaceHtml = (
  { script, style, policy }: SpacePage,
  header: SpaceHeader,
  sealed: { account: string; files: readonly string[] },
  noScript: string,
): string =>
  [
    `<!doctype html>\n<html lang="${header.language}">\n<head>\n<meta charset="utf-8">\n`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n',
    `<title>${escaped(header.firm)}</title>\n<style>${style}</style>\n`,
    data('application/json', HEADER_BLOCK, headerText(header)),
    data('application/octet-stream', ACCOUNT_BLOCK, sealed.account),
    ...sealed.files.map((text, place) => data('application/octet-stream', fileBlock(place), text)),
    `</head>\n<body>\n<div id="page"></div>\n<noscript><p>${escaped(noScript)}</p></noscript>\n`,
    `<script>${script}</script>\n</body>\n</html>\n`,
  ].join('')
