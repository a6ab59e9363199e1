import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../../main/core/kernel/contract.ts'
import { api, type client } from '../../api/client.ts'
import { useT } from '../i18n.ts'

export type PeopleState = Awaited<ReturnType<typeof client.people.state>>

/** Asked again when one comes back to the window: another one may have locked itself, or somebody signed out. */
export const peopleState = { ...api.people.state.queryOptions({ input: {} }), refetchOnWindowFocus: 'always' as const }

/** Whether the book has people, and who is signed in at this window. */
export const usePeople = (): PeopleState | undefined => useQuery(peopleState).data

/** Whether whoever sits here may do something. In a book without people everything is allowed. */
export const useMayAny = (): ((needed: Permission) => boolean) => {
  const people = usePeople()
  return (needed) => !people?.on || (people.me?.permissions.includes(needed) ?? false)
}

export const useMay = (needed: Permission): boolean => useMayAny()(needed)

/** A role by the name it was given, or by its usual one. */
export const useRoleName = () => {
  const t = useT()
  return ({ key, name }: NonNullable<PeopleState['me']>['role']): string =>
    name || (key ? t(`people:roles.${key}`) : '')
}
