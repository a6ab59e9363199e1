import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'

type Told = { text: string; action?: string; to?: string }

/** A problem code of a proposed letter in words, with the screen that mends it. */
export const useProblem = () => {
  const t = useT()
  return (code: string, { currency, customerId, customerName }: ProposedLetter): Told => {
    const customer = `/customers/${customerId}`
    const [what = code, named = ''] = code.split(' ')
    const rate = (): Told => ({
      text: `${t('dunning:proposal.problem.rate')} (${named})`,
      action: t('dunning:proposal.problem.rateAction'),
      to: '/company?section=rates',
    })
    const known: Record<string, () => Told> = {
      'no-bank-account': () => ({
        text: t('dunning:proposal.problem.bankAccount', { currency }),
        action: t('dunning:proposal.problem.bankAccountAction'),
        to: '/company',
      }),
      'no-address': () => ({
        text: `${customerName}, ${t('dunning:proposal.problem.address')}`,
        action: t('dunning:proposal.problem.addressAction'),
        to: customer,
      }),
      'sum-other-currency': () => ({ text: t('dunning:proposal.problem.sumOther', { currency, home: named }) }),
      'rate-missing': rate,
      'rates-unknown': rate,
    }
    return known[what]?.() ?? { text: t('dunning:proposal.problem.other', { code }) }
  }
}
