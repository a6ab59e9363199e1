import { useEffect } from 'react'
import { client } from '../../api/client.ts'
import { readPeopleAgain } from '../../api/queries.ts'
import type { PeopleState } from './usePeople.ts'

/** Somebody who works without a call (typing a long note) is told of so often, at most. */
const TELL_EVERY = 20_000
const LOOK_EVERY = 2_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the window that nobody touches. The core does it too, for a window that sleeps or is not ours. */
export const useIdleLock = (people: PeopleState | undefined): void => {
  const lockAfter = people?.on && people.me && !people.locked ? people.lockAfter : null
  useEffect(() => {
    if (lockAfter === null) return
    let touched = Date.now()
    let told = touched
    const touch = () => {
      touched = Date.now()
      if (touched - told < TELL_EVERY) return
      told = touched
      client.people.active({}).catch(() => undefined)
    }
    const timer = setInterval(() => {
      if (Date.now() - touched < lockAfter * 60_000) return
      touched = Date.now()
      client.people.lock({ idle: true }).then(readPeopleAgain, readPeopleAgain)
    }, LOOK_EVERY)
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [lockAfter])
}
