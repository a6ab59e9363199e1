import { useQuery } from '@tanstack/react-query'
import type { Clause } from '../../../main/core/policy/changes.rules.ts'
import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import { creditClauses } from '../../../main/core/policy/policy.credit.sections.rules.ts'
import { receivablesClauses } from '../../../main/core/policy/policy.sections.rules.ts'
import { LEGAL } from '../../../main/core/rates/rates.tables.rules.ts'
import { api } from '../../api/client.ts'
import { useLanguage } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'

type Blocks = ReturnType<typeof receivablesClauses>['charges']

/** What a content says, clause by clause, in the words of the printed policy. */
export const useClauseText = (): ((content: PolicyContent) => Record<Clause, Blocks>) => {
  const language = useLanguage()
  const day = useWorkingDay()
  const company = useQuery(api.company.get.queryOptions({ input: {} })).data
  const series = useQuery(api.rates.list.queryOptions({ input: {} })).data?.series
  const valuesOf = (wanted: string) =>
    Object.fromEntries(
      series?.find(({ key }) => key === wanted)?.values.map(({ semester, rate }) => [semester, rate]) ?? [],
    )
  const context = {
    ...(series && { rates: { statutory: valuesOf('FR'), legal: valuesOf(LEGAL) } }),
    language,
    day,
    currency: company?.currency ?? 'EUR',
    country: company?.country ?? 'FR',
    terms: company?.terms ?? '30',
  }
  return (content) => ({ ...receivablesClauses(content, context), ...creditClauses(content.credit, context) })
}
