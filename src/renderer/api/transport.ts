import type { ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { Desktop } from '../../preload/index.ts'
import { workingDay } from '../app/workingDay.ts'

declare global {
  interface Window {
    /** Present when the window runs in the desktop program. */
    encours?: Desktop
  }
}

const headers = () => ({ 'x-encours-today': workingDay() })

/** Over the bridge of the desktop program, or over HTTP to the loopback server that served the page. */
export const createLink = (): ClientLink<Record<never, never>> => {
  if (!window.encours) return new FetchLink({ url: `${location.origin}/rpc`, headers })
  const { port1, port2 } = new MessageChannel()
  window.postMessage('encours:connect', location.origin, [port2])
  port1.start()
  return new PortLink({ port: port1, headers })
}
