import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { type FormalElement, formalElements, PLACES } from '../../../main/core/letters/formal.schema.ts'
import { useT } from '../../app/i18n.ts'
import { screenOf } from './wordings/NoticeElements.tsx'

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
    const lacking = (element: FormalElement): Told => {
      const at = PLACES[element]
      const ofCustomer = at === 'customer' || at === 'proofs'
      return {
        text: t(ofCustomer ? 'wordings:elements.problemOf' : 'wordings:elements.problem', {
          element: t(`wordings:elements.name.${element}`),
          name: customerName,
        }),
        action: t('wordings:elements.go'),
        to: screenOf({ at }, customerId) ?? '/dunning/wordings?key=formal',
      }
    }
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
      'formal-element': () => {
        const element = formalElements.find((one) => one === named)
        return element ? lacking(element) : { text: code }
      },
      'bank-line-waiting': () => ({
        text: t('dunning:plan.bench.bankLine', { customer: customerName }),
        action: t('dunning:plan.bench.bankLineAction'),
        to: '/bank',
      }),
      'approval-outgrown': () => ({ text: t('dunning:plan.bench.outgrown') }),
      'rate-missing': rate,
      'rates-unknown': rate,
    }
    return known[what]?.() ?? { text: t('dunning:proposal.problem.other', { code }) }
  }
}
