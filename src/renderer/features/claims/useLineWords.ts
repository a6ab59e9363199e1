import type { ShownLine } from '../../../main/core/claims/account.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

/** A line of an account in a sentence. */
export const useLineWords = (currency: string): ((line: ShownLine) => string) => {
  const t = useT()
  const format = useFormat()
  const money = (amount: number) => format.money(amount, currency)
  return (line) => {
    switch (line.kind) {
      case 'interest':
        return t('claims:account.lines.interest', {
          from: format.day(line.from),
          to: format.day(line.day),
          days: line.days,
          rate: format.percent(line.rate),
          base: format.amount(line.base, currency),
        })
      case 'payment':
      case 'credit': {
        const parts = (
          [
            ['toCosts', line.toCosts],
            ['toInterest', line.toInterest],
            ['toPrincipal', line.toPrincipal],
          ] as const
        ).flatMap(([to, amount]) => (amount > 0 ? [t(`claims:account.lines.${to}`, { amount: money(amount) })] : []))
        return [t(`claims:account.lines.${line.kind}`, { number: line.label }), ...parts].join(', ')
      }
      default:
        return t(`claims:account.lines.${line.kind}`)
    }
  }
}
