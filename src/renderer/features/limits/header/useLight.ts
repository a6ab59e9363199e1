import { useQuery } from '@tanstack/react-query'
import type { Alert, AlertKind } from '../../../../main/core/alerts/alerts.contract.ts'
import type { Verdict } from '../../../../main/core/limits/limits.contract.ts'
import type { RuleCode } from '../../../../main/core/limits/verdict.schema.ts'
import { api } from '../../../api/client.ts'

/** What an alert and a rule both say is said once, by the rule. */
const same: Partial<Record<AlertKind, RuleCode[]>> = {
  insolvency: ['insolvency'],
  'limit-passed': ['limit-passed', 'group-limit-passed', 'within-tolerance', 'group-within-tolerance', 'zero-limit'],
  'plan-broken': ['plan-broken'],
  'promise-broken': ['promise-broken'],
  'limit-ending': ['limit-expired'],
}

export type Light = {
  verdict: Verdict
  /** How the customer stands: an open alert is worth watching even where no rule warns. */
  level: Verdict['verdict']
  /** Those that no rule says already. */
  alerts: Alert[]
}

/** How a customer stands before any order: the verdict on nothing more, and the alerts that are open. */
export const useLight = (customerId: string): { light: Light | null; error: unknown } => {
  const verdict = useQuery(api.limits.verdict.queryOptions({ input: { customerId, amount: 0 } }))
  const found = useQuery(api.alerts.list.queryOptions({ input: { customerId, limit: 20 } })).data?.alerts
  if (!verdict.data) return { light: null, error: verdict.error }
  const codes = verdict.data.reasons.map(({ code }) => code)
  const alerts = (found ?? []).filter(({ kind }) => !same[kind]?.some((code) => codes.includes(code)))
  const { verdict: word } = verdict.data
  const level = word === 'accept' && alerts.length > 0 ? 'warn' : word
  return { light: { verdict: verdict.data, level, alerts }, error: verdict.error }
}
