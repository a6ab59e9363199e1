const AGAIN_MS = 2000

/**
 * Tells a web host that ends with its last window that this one is open. One window of a browser does it for all: a
 * browser keeps six connections to a host at most, and a window that is closed passes the lock on.
 */
export const bePresent = (): void => {
  if (!window.encours) navigator.locks.request('encours:presence', hold)
}

/** Until the host says that it need not know, or is gone. */
const hold = async (): Promise<void> => {
  for (;;) {
    const reply = await fetch('/presence').catch(() => undefined)
    if (reply?.status !== 200) return
    await reply.text().catch(() => {})
    await new Promise((done) => setTimeout(done, AGAIN_MS))
  }
}
