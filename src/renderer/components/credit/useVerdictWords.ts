import { useMemo } from 'react'
import type { Decider, Reason, RuleCode } from '../../../main/core/limits/verdict.schema.ts'
import type { EventKind } from '../../../main/core/registers/registers.contract.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { type TextKey, type Translate, useT } from '../../app/i18n.ts'

type Told = Record<string, unknown>
type Said = { key: TextKey; values: Record<string, string> }

const createWords = (t: Translate, format: Format) => {
  const day = (value: unknown) => format.day(String(value))
  const months = (value: unknown) => t('verdict:months', { count: Number(value) })
  const days = (value: unknown) => t('verdict:days', { count: Number(value) })
  const percent = (value: unknown) => format.percent(String(value))

  const ruleOf = (code: RuleCode, told: Told, money: (value: unknown) => string): Said => {
    const plain: Said = { key: `verdict:rule.${code}`, values: {} }
    switch (code) {
      case 'blocked':
        return { ...plain, values: { reason: String(told.reason) } }
      case 'insolvency':
        return {
          ...plain,
          values: { kind: t(`verdict:insolvency.${told.kind as EventKind}`), since: day(told.since) },
        }
      case 'limit-passed':
      case 'group-limit-passed':
        return { ...plain, values: { limit: money(told.limit), over: money(told.over) } }
      case 'within-tolerance':
      case 'group-within-tolerance':
        return {
          ...plain,
          values: { limit: money(told.limit), over: money(told.over), percent: percent(told.percent) },
        }
      case 'watch':
      case 'group-watch':
        return {
          ...plain,
          values: { limit: money(told.limit), used: percent(told.used), percent: percent(told.percent) },
        }
      case 'limit-expired': {
        const ended = day(told.ended)
        return told.limit === null
          ? { ...plain, values: { ended } }
          : { key: 'verdict:rule.limit-expired-amount', values: { ended, limit: money(told.limit) } }
      }
      case 'review-overdue':
        return { ...plain, values: { since: day(told.since) } }
      case 'new-customer':
        return {
          ...plain,
          values: { limit: money(told.limit), over: money(told.over), months: months(told.months) },
        }
      case 'overdue': {
        const values = { amount: money(told.amount), days: days(told.days) }
        return told.oldestDue
          ? { key: 'verdict:rule.overdue-since', values: { ...values, oldest: day(told.oldestDue) } }
          : { ...plain, values }
      }
      case 'plan-broken':
        return { ...plain, values: { day: day(told.day) } }
      case 'promise-broken':
        return { ...plain, values: { day: day(told.day), amount: money(told.amount) } }
      case 'exposure-incomplete':
        return { ...plain, values: { currencies: String(told.currencies) } }
      default:
        return plain
    }
  }

  const person = ({ person, deputyOf, until }: Decider): string =>
    deputyOf === null
      ? person
      : t('verdict:lift.deputy', { person, of: deputyOf, until: until === null ? '' : format.day(until) })

  return {
    /** What a rule found, with its figures: a clause in lower case. Amounts are in the company's currency. */
    reason: ({ code, details }: Pick<Reason, 'code' | 'details'>, currency: string): string => {
      const { key, values } = ruleOf(code, details, (value) => format.money(Number(value), currency))
      return t(key, values)
    },
    /** Who may lift a refusal, or who lifted it, and when the rule ends by itself; empty where there is nothing to say. */
    lifting: ({ weight, liftBy, lifted, until }: Reason): string => {
      const ends = until && !lifted ? t('verdict:lift.ends', { day: format.day(until) }) : ''
      if (lifted)
        return t('verdict:lift.lifted', { by: lifted.by, until: format.day(lifted.until), reason: lifted.reason })
      if (weight !== 'refuse') return ends
      const who =
        liftBy === null
          ? t('verdict:lift.nobody')
          : liftBy.anyone
            ? t('verdict:lift.anyone')
            : liftBy.people.length === 0
              ? t('verdict:lift.noAuthority')
              : t('verdict:lift.people', { people: liftBy.people.map(person).join(', ') })
      return ends ? `${who} ${ends}` : who
    },
  }
}

/** The rules of a verdict in words: shown with the verdict on an order and beside a customer's traffic light. */
export const useVerdictWords = () => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => createWords(t, format), [t, format])
}
