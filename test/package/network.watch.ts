import { createHook } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import { env } from 'node:process'

// Loaded before anything else of a process and of each of its threads: every connection that is opened and every name
// that is looked up leaves a line, whoever asked for it and with whichever module, before anything leaves the machine.
const OUTWARD = new Set([
  'TCPCONNECTWRAP',
  'PIPECONNECTWRAP',
  'GETADDRINFOREQWRAP',
  'GETNAMEINFOREQWRAP',
  'QUERYWRAP',
  'UDPWRAP',
  'UDPSENDWRAP',
])

createHook({
  init: (_id, type) => {
    if (OUTWARD.has(type)) appendFileSync(env.ENCOURS_WATCHED ?? '', `${type}\n`)
  },
}).enable()
