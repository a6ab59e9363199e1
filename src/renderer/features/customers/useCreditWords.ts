import type { TimelineEntry } from '../../../main/core/customers/customers.contract.ts'
import type { ActKind } from '../../../main/core/limitations/limitations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { type TextKey, useT } from '../../app/i18n.ts'
import { agencyName } from '../../components/credit/agencyName.ts'
import type { customersFr } from './customers.fr.ts'

type History = typeof customersFr.history
type CreditKind = Exclude<TimelineEntry['kind'], keyof typeof customersFr.timeline>
type Words = { what: string; more: string[] }

export const isOfCredit = (kind: TimelineEntry['kind']): kind is CreditKind => kind in creditKinds

const creditKinds: Record<CreditKind, true> = {
  limit: true,
  block: true,
  unblock: true,
  override: true,
  order: true,
  review_opened: true,
  review_decided: true,
  review_cancelled: true,
  rating: true,
  statement: true,
  register: true,
  application: true,
  application_dropped: true,
  handover: true,
  handover_closed: true,
  handover_step: true,
  handover_file: true,
  write_off_proposed: true,
  write_off: true,
  write_off_refused: true,
  write_off_recovered: true,
  agreement: true,
  agreement_signed: true,
  account_statement: true,
  confirmation: true,
  confirmation_answer: true,
  space: true,
  space_withdrawn: true,
  answer: true,
  answer_accepted: true,
  answer_declined: true,
  claim_declared: true,
  goods_claimed: true,
  limitation_act: true,
}

/** A decision or a fact of the credit file: what it was, and what is to be known beside. */
export const useCreditWords = (): ((kind: CreditKind, entry: TimelineEntry) => Words) => {
  const t = useT()
  const format = useFormat()
  return (kind, { title, amount, user, details }) => {
    const told = (name: string): string => (typeof details[name] === 'string' ? details[name] : '')
    const dated = (name: string, key: TextKey): string[] =>
      told(name) ? [t(key, { day: format.day(told(name)) })] : []
    const by = user ? [user] : []
    const until = dated('until', 'customers:history.until')
    const named = title ? [title] : []
    switch (kind) {
      case 'limit': {
        const of = told('limitKind') as keyof History['limit']
        const cash = amount === 0 && (of === 'internal' || of === 'temporary')
        const what = cash
          ? t('customers:history.cashOnly')
          : t(amount === null ? `customers:history.limitEnded.${of}` : `customers:history.limit.${of}`)
        const group = title ? [t('customers:history.ofGroup', { name: title })] : []
        return { what, more: [...group, ...[told('insurer'), told('guarantor')].filter(Boolean), ...until, ...by] }
      }
      case 'override': {
        const what = title ? t('customers:history.overrideOrder', { number: title }) : t('customers:history.override')
        return { what, more: [told('reason'), ...until, ...by] }
      }
      case 'order': {
        const state = t(`customers:history.orderState.${told('state') as keyof History['orderState']}`)
        return { what: t('customers:history.order', { title }), more: [state, ...by] }
      }
      case 'review_decided': {
        const decision = told('decision') as keyof History['decided']
        const key = told('outcome') === 'approved' ? (`decided.${decision}` as const) : ('refused' as const)
        return {
          what: t(`customers:history.${key}`, { title }),
          more: [...dated('nextReviewOn', 'customers:history.nextReview'), ...by],
        }
      }
      case 'review_opened':
        return { what: t('customers:history.review_opened', { title }), more: by }
      case 'review_cancelled':
        return { what: t('customers:history.review_cancelled', { title }), more: [told('reason'), ...by] }
      case 'rating': {
        const provider = title || agencyName(told('provider'), t)
        return { what: t('customers:history.rating', { provider }), more: by }
      }
      case 'statement':
        return { what: t('customers:history.statement', { day: format.day(told('closedOn')) }), more: by }
      case 'register': {
        const words = t(`credit:insolvency.kind.${told('eventKind') as 'other'}`)
        const stage = told('stage') as '' | 'opening'
        return {
          what: stage ? `${words}, ${t(`registers:stage.${stage}`)}` : words,
          more: [
            ...dated('judgment', 'customers:history.judgment'),
            ...named,
            ...dated('withdrawnOn', 'customers:history.withdrawnOn'),
            ...dated('dismissedOn', 'customers:history.dismissedOn'),
          ],
        }
      }
      case 'handover': {
        const to = t(`dunning:handovers.to.${told('to') as 'collection'}`)
        return { what: t('customers:history.handover', { to }), more: [...named, ...by] }
      }
      case 'handover_step':
        return {
          what: t(`claims:steps.codes.${told('step') as 'note'}`),
          more: [...named, ...dated('withdrawnOn', 'customers:history.withdrawnOn'), ...by],
        }
      case 'handover_file':
        return {
          what: t('customers:history.handover_file', { file: t(`claims:papers.kind.${told('file') as 'account'}`) }),
          more: by,
        }
      case 'account_statement':
        return { what: t('customers:history.account_statement', { day: format.day(told('asOf')) }), more: by }
      case 'confirmation':
        return { what: t('customers:history.confirmation', { day: format.day(told('asOf')) }), more: [...named, ...by] }
      case 'confirmation_answer':
        return {
          what: t(`customers:history.confirmationAnswer.${told('outcome') as keyof History['confirmationAnswer']}`),
          more: [...named, ...by],
        }
      case 'space':
        return { what: t('customers:history.space'), more: [told('recipient'), ...until, ...by].filter(Boolean) }
      case 'answer':
      case 'answer_accepted':
      case 'answer_declined':
        return {
          what: t(`customers:history.${kind}`),
          more: [t(`customers:history.answerKind.${told('request') as 'payment'}`), ...by],
        }
      case 'limitation_act': {
        const act = t(`limitation:kind.${told('act') as ActKind}`)
        return { what: t('customers:history.limitation_act', { act }), more: [...named, ...until, ...by] }
      }
      default:
        return { what: t(`customers:history.${kind}`), more: [...named, ...until, ...by] }
    }
  }
}
