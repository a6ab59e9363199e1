import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useLanguage } from '../app/i18n.ts'

/** The reasons of the policy in the user's language; those no longer offered keep their name. */
export const useReasons = () => {
  const language = useLanguage()
  const content = useQuery(api.policy.get.queryOptions({ input: {} })).data?.content
  const reasons = content?.disputeReasons ?? []
  return {
    nameOf: (code: string): string => reasons.find((reason) => reason.code === code)?.[language] ?? code,
    all: reasons.map((reason) => ({ value: reason.code, label: reason[language] })),
    offered: reasons.filter(({ active }) => active).map((reason) => ({ value: reason.code, label: reason[language] })),
    /** Days by which a dispute should be settled; undefined while the policy is being read. */
    days: content?.disputeDays,
  }
}
