import { useCallback } from 'react'
import type { AnswerRow } from '../../../main/core/answers/answers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

/** What an answer says, in one line. */
export const useAbout = (): ((answer: Pick<AnswerRow, 'request'>) => string) => {
  const t = useT()
  const format = useFormat()
  return useCallback(
    ({ request }) => {
      switch (request.kind) {
        case 'payment':
          return t('answers:about.payment', {
            amount: format.money(request.amount, request.currency),
            day: format.day(request.day),
          })
        case 'dispute':
          return t('answers:about.dispute', { amount: format.money(request.amount, request.currency) })
        case 'credit':
          return [
            request.amount !== null &&
              t('answers:about.credit', { amount: format.money(request.amount, request.currency) }),
            request.terms && t('answers:about.terms', { terms: request.terms }),
          ]
            .filter(Boolean)
            .join(' · ')
        case 'contact':
          return t('answers:about.contact', { count: request.contacts.length })
      }
    },
    [t, format],
  )
}
