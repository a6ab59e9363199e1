import { Shell } from '../shell/Shell.tsx'
import { LockScreen } from './LockScreen.tsx'
import { SignInPage } from './SignInPage.tsx'
import { useIdleLock } from './useIdleLock.ts'
import { usePeople } from './usePeople.ts'

/** A book with people shows nothing before somebody signed in; a window that is locked keeps its screens behind the lock. */
export const Gate = () => {
  const people = usePeople()
  useIdleLock(people)
  if (!people) return null
  if (people.on && !people.me) return <SignInPage />
  return (
    <>
      <Shell />
      {people.me && people.locked && <LockScreen name={people.me.name} />}
    </>
  )
}
