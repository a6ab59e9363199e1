import type { ServerResponse } from 'node:http'
import { commonHeaders } from '../page/policy.ts'

/** Whether any window is still open: each browser keeps one answer open for as long as it shows the program. */
export type Presence = {
  hold: (response: ServerResponse) => void
  /** Lets go of every window, without a word to `onLeft`. */
  end: () => void
}

/**
 * @param grace milliseconds that a reload, or a window closed by mistake, may take to come back
 * @param onLeft called once the last window has stayed away that long; never before a first one came
 */
export const createPresence = (grace: number, onLeft: () => void): Presence => {
  const open = new Set<ServerResponse>()
  let leaving: NodeJS.Timeout | undefined
  let ended = false

  return {
    hold: (response) => {
      clearTimeout(leaving)
      open.add(response)
      response.on('close', () => {
        open.delete(response)
        if (open.size > 0 || ended) return
        clearTimeout(leaving)
        leaving = setTimeout(onLeft, grace)
      })
      response.writeHead(200, { ...commonHeaders, 'content-type': 'text/plain', 'cache-control': 'no-store' })
      response.flushHeaders()
    },
    end: () => {
      ended = true
      clearTimeout(leaving)
      for (const response of open) response.end()
    },
  }
}
