import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '../../api/client.ts'
import { codeOf, detailsOf } from '../../api/errors.ts'

type Entry = { name: string; password: string; newPassword?: string }

/** Signs in; after wrong passwords, how many seconds are left to wait. */
export const useSignIn = (onDone: (name: string) => Promise<unknown>) => {
  const [until, setUntil] = useState(0)
  const waits = useSecondsUntil(until)
  const signIn = useMutation<unknown, Error, Entry>({
    mutationFn: (entry) => client.people.signIn(entry),
    onSuccess: (_none, { name }) => onDone(name),
    onError: (error) => {
      const { waitSeconds } = detailsOf(error)
      if (typeof waitSeconds === 'number') setUntil(Date.now() + waitSeconds * 1000)
    },
  })
  const asksForNew = signIn.error !== null && asking.includes(codeOf(signIn.error))
  return { signIn, waits, asksForNew }
}

/** What is said of a new password is said while it is asked for. */
const asking: readonly string[] = ['people.new-password-needed', 'people.password-weak', 'people.password-same']

const useSecondsUntil = (until: number): number => {
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
