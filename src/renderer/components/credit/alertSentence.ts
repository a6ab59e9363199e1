import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import type { Format } from '../../app/format.ts'
import { currentLanguage, type Translate } from '../../app/i18n.ts'
import { agencyName } from './agencyName.ts'

const ending = { 'limit-ending': 'limit', 'cover-ending': 'cover', 'guarantee-ending': 'guarantee' } as const

/** What an alert says, with its figures. `home`: the company's currency, for amounts that name none. */
export const alertSentence = (
  { kind, day, details }: Pick<Alert, 'kind' | 'day' | 'details'>,
  home: string,
  t: Translate,
  format: Format,
): string => {
  const currency = details.currency ?? home
  const money = (amount: number | undefined) => format.money(amount ?? 0, currency)
  const on = format.day(day)
  switch (kind) {
    case 'insolvency': {
      const said = { kind: t(`credit:insolvency.kind.${details.procedure ?? 'other'}`), day: on }
      return details.declareBy
        ? t('credit:alert.sentence.insolvencyDeclare', { ...said, declareBy: format.day(details.declareBy) })
        : t('credit:alert.sentence.insolvency', said)
    }
    case 'limit-passed':
      if (details.scope === 'own' && details.limit === 0)
        return t('credit:alert.sentence.cashOnly', { exposure: money(details.exposure), day: on })
      return t(details.scope === 'group' ? 'credit:alert.sentence.groupPassed' : 'credit:alert.sentence.limitPassed', {
        limit: money(details.limit),
        over: money(details.over),
        day: on,
      })
    case 'plan-broken':
      return t('credit:alert.sentence.planBroken', { day: on })
    case 'promise-broken':
      return t('credit:alert.sentence.promiseBroken', {
        day: format.day(details.promisedFor ?? day),
        amount: money(details.amount),
      })
    case 'claim-due':
      return t(details.ended ? 'credit:alert.sentence.claimLate' : 'credit:alert.sentence.claimDue', {
        number: details.number,
        by: details.by,
        amount: money(details.amount),
        day: format.day(details.until ?? day),
      })
    case 'late-rising':
      return t('credit:alert.sentence.lateRising', {
        recent: format.decimal(details.recent ?? ''),
        before: format.decimal(details.before ?? ''),
        change: format.decimal(details.change ?? ''),
      })
    case 'score-drop': {
      const { from, to, fromDay, scale, source } = details
      const values = { from, to, day: format.day(fromDay ?? day) }
      return source === 'report'
        ? t('credit:alert.sentence.reportDrop', {
            ...values,
            scale: scale?.[currentLanguage()] ?? '',
            by: agencyName(details.by, t),
          })
        : t('credit:alert.sentence.scoreDrop', values)
    }
    case 'limit-ending':
    case 'cover-ending':
    case 'guarantee-ending': {
      const what = kind === 'limit-ending' && details.scope === 'group' ? 'group' : ending[kind]
      return t(`credit:alert.sentence.${what}${details.ended ? 'Ended' : 'Ending'}`, {
        amount: money(details.amount),
        by: details.by,
        day: format.day(details.until ?? day),
      })
    }
    case 'document-stale':
      return details.document === 'proof'
        ? t('credit:alert.sentence.expiredProof', {
            kind: t(`proofs:kindLower.${details.proofKind ?? 'other'}`),
            day: format.day(details.documentDay ?? day),
          })
        : t(
            details.document === 'report'
              ? 'credit:alert.sentence.staleReport'
              : 'credit:alert.sentence.staleStatement',
            {
              by: agencyName(details.by, t),
              day: format.day(details.documentDay ?? day),
            },
          )
    case 'inactive':
      return details.lastInvoice
        ? t('credit:alert.sentence.inactive', { day: format.day(details.lastInvoice), limit: money(details.limit) })
        : t('credit:alert.sentence.neverActive', { months: details.months, limit: money(details.limit) })
  }
}
