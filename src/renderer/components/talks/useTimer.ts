import { useEffect, useState } from 'react'

/** Counts the seconds of a talk; null until it is started. */
export const useTimer = () => {
  const [since, setSince] = useState<number | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) return
    const tick = () => setSeconds(Math.floor((Date.now() - since) / 1000))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [since])
  return {
    seconds,
    running: since !== null,
    /** Starts, stops, and goes on where it stopped. */
    toggle: () => setSince(since === null ? Date.now() - (seconds ?? 0) * 1000 : null),
    reset: () => {
      setSince(null)
      setSeconds(null)
    },
  }
}
export type Timer = ReturnType<typeof useTimer>

/** `2:05` */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
