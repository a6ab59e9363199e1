import { useEffect, useState } from 'react'
import { client } from '../../../api/client.ts'

type Strength = Awaited<ReturnType<typeof client.book.strength>>

/** Judged once typing pauses; null until then. Kept nowhere: what is judged is a secret. */
export const useStrength = (passphrase: string): Strength | null => {
  const [judged, setJudged] = useState<{ passphrase: string; strength: Strength } | null>(null)
  useEffect(() => {
    if (passphrase === '') return setJudged(null)
    let current = true
    const pause = setTimeout(() => {
      client.book.strength({ passphrase }).then(
        (strength) => current && setJudged({ passphrase, strength }),
        () => {},
      )
    }, 250)
    return () => {
      current = false
      clearTimeout(pause)
    }
  }, [passphrase])
  return judged?.passphrase === passphrase ? judged.strength : null
}
