import type { BankProposal } from '../../../main/core/bank/bank.contract.ts'
import { parseMinor } from '../../../main/core/kernel/money.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

type Reason = BankProposal['reasons'][number]

/** The detail as it is read: an amount, a percentage, or what was found. */
const detailOf = ({ code, detail }: Reason, currency: string, format: Format): Record<string, string> => {
  switch (code) {
    case 'amount-near':
      return { detail: format.money(Math.abs(parseMinor(detail, currency) ?? 0), currency) }
    case 'amount-discount':
      return { detail: format.percent(detail) }
    case 'earlier-receipt': {
      const space = detail.lastIndexOf(' ')
      return { number: detail.slice(0, space), day: format.day(detail.slice(space + 1)) }
    }
    default:
      return { detail }
  }
}

/** Why a candidate is one, each reason in words. */
export const useReasonWords = () => {
  const t = useT()
  const format = useFormat()
  return (reason: Reason, currency: string): string =>
    t(`bank:candidates.reasons.${reason.code}`, detailOf(reason, currency, format))
}
