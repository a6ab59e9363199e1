/** Enough of MIME to read back what the program writes: RFC 5322 headers, RFC 2047 words, RFC 2231 names, nested parts. */
export type MimePart = {
  headers: Record<string, string>
  type: string
  fileName: string | null
  bytes: Buffer
  text: string
  parts: MimePart[]
}

/** @param raw one character per byte */
export const parseMime = (raw: string): MimePart => {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replace(/\r\n(?=[ \t])/g, '')
  const body = raw.slice(end + 4)
  const headers: Record<string, string> = {}
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (name in headers) throw new Error(`the header ${name} stands twice`)
    headers[name] = words(line.slice(colon + 1).trim())
  }
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  const bytes = decoded(body, headers['content-transfer-encoding'] ?? '7bit')
  return {
    headers,
    type: type.replace(/;.*$/s, ''),
    fileName: fileNameIn(head),
    bytes,
    text: bytes.toString('utf8'),
    parts: boundary
      ? body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => parseMime(part.replace(/^\r\n/, '').replace(/\r\n$/, '')))
      : [],
  }
}

const words = (value: string): string =>
  value.replace(/\?=\s+=\?/g, '?==?').replace(/((?:=\?utf-8\?[qb]\?[^?]*\?=)+)/gi, (run) => {
    const pieces = [...run.matchAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi)].map(([, how, text = '']) =>
      how?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' ')),
    )
    return Buffer.concat(pieces).toString('utf8')
  })

const quoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const decoded = (body: string, encoding: string): Buffer => {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return encoding === 'quoted-printable' ? quoted(body) : Buffer.from(body, 'latin1')
}

/** `filename=` or, with accents, `filename*0*=utf-8''…` in pieces. */
const fileNameIn = (head: string): string | null => {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const pieces = [...disposition.matchAll(/filename\*(\d+\*)?=([^;\r\n]+)/gi)].map(([, , piece = '']) => piece.trim())
  if (pieces.length > 0) return decodeURIComponent(pieces.join('').replace(/^utf-8''/i, ''))
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}
