import { useEffect, useState } from 'react'
import { detailsOf } from '../api/errors.ts'

/** Seconds left until an instant of the machine’s clock, counted down on screen. */
export const useSecondsUntil = (until: number): number => {
  const [now, setNow] = useState(Date.now())
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [until])
  return left
}

/** The same for a refusal that names the seconds to wait before the next try. */
export const useWaits = (error: unknown): number => {
  const [until, setUntil] = useState(0)
  useEffect(() => {
    const { waitSeconds } = detailsOf(error)
    if (typeof waitSeconds === 'number') setUntil(Date.now() + waitSeconds * 1000)
  }, [error])
  return useSecondsUntil(until)
}
