import { statSync } from 'node:fs'

/** Which file stands at a path: what another program puts in its place is another one. */
export type Identity = { device: bigint; file: bigint }

export const identityOf = (path: string): Identity | null => {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return { device: dev, file: ino }
  } catch {
    return null
  }
}

/** What became of a file that was opened; null while it is the same. */
export const changeOf = (opened: Identity | null, path: string): 'missing' | 'replaced' | null => {
  const now = identityOf(path)
  if (!now) return 'missing'
  return opened && (now.file !== opened.file || now.device !== opened.device) ? 'replaced' : null
}
