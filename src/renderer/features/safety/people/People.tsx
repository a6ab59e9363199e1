import { usePeople } from '../../../app/people/usePeople.ts'
import { EndPeople } from './EndPeople.tsx'
import { LockSetting } from './LockSetting.tsx'
import { PeopleList } from './PeopleList.tsx'
import { Roles } from './Roles.tsx'
import { TurnOn } from './TurnOn.tsx'

/** Who works in the book and what each may do; a book of one person is offered to have others. */
export const People = () => {
  const people = usePeople()
  if (!people) return null
  if (!people.on) return <TurnOn account={people.account} />
  return (
    <div>
      <PeopleList />
      <Roles />
      <LockSetting lockAfter={people.lockAfter} />
      <EndPeople />
    </div>
  )
}
