import { useMemo } from 'react'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

/** Words that several parts of a review share. Amounts in the company's currency. */
export const useReviewWords = (currency: string) => {
  const t = useT()
  const format = useFormat()
  return useMemo(() => {
    /** `50 000,00 €`, `au comptant`, `aucune`. */
    const limit = (amount: Minor | null): string =>
      amount === null
        ? t('reviews:review.figures.none')
        : amount === 0
          ? t('reviews:review.figures.cashOnly')
          : format.money(amount, currency)
    const change = (amount: Minor): string => `${amount > 0 ? '+' : ''}${format.money(amount, currency)}`
    return { limit, change, money: (amount: Minor) => format.money(amount, currency) }
  }, [t, format, currency])
}
