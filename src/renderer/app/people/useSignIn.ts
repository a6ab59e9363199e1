import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { codeOf, detailsOf } from '../../api/errors.ts'
import { useSecondsUntil } from '../../components/useSecondsUntil.ts'

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
