import type { CallContext } from '../core/kernel/context.ts'
import { isDay } from '../core/kernel/day.ts'

/** Header by which a client says which day it works on. */
export const TODAY_HEADER = 'x-encours-today'

type Headers = Record<string, string | string[] | undefined>

/** The host's clock; the core has none. The machine's own day stands where the client names none. */
export const callContext = (headers: Headers, user: string, session: string): CallContext => {
  const asked = [headers[TODAY_HEADER]].flat()[0]
  const now = new Date()
  const local = [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join('-')
  return { today: asked && isDay(asked) ? asked : local, now: now.toISOString(), user, session }
}

const pad = (part: number): string => String(part).padStart(2, '0')
