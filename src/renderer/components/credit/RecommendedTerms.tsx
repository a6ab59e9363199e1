import { proofKinds } from '../../../main/core/proofs/proof-kinds.schema.ts'
import type { Recommendation } from '../../../main/core/recommendations/recommendations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { type Translate, useLanguage, useT } from '../../app/i18n.ts'
import { Facts } from '../Facts.tsx'
import { readableTerms } from '../TermsInput.tsx'

const papers = ['statement', 'report', 'reference'] as const

/** What stands beside the amount: the need it leaves, terms, days of cash, documents that are missing. */
export const RecommendedTerms = ({ recommendation }: { recommendation: Recommendation }) => {
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  const { gap, terms, cash, missing, currency } = recommendation
  return (
    <Facts
      facts={[
        gap !== null &&
          gap > 0 && [
            t('credit:recommendation.gap'),
            `${format.money(gap, currency)}, ${t('credit:recommendation.gapHint')}`,
          ],
        [
          t('credit:recommendation.terms'),
          <span key="terms">
            {readableTerms(terms.recommended, language) ?? terms.recommended} (
            {t(`credit:recommendation.because.${terms.because}`)})
            {terms.warnings.length > 0 && `. ${t('credit:recommendation.aboveCeiling')}`}
          </span>,
        ],
        [t('credit:recommendation.cash'), cashWords(cash, currency, t, format.money)],
        missing.length > 0 && [
          t('credit:recommendation.missing'),
          missing
            .map(({ kind, held, wanted }) =>
              t('credit:recommendation.missingOne', { kind: documentName(kind, t), held, wanted }),
            )
            .join(', '),
        ],
      ]}
    />
  )
}

const cashWords = (
  { granted, paidIn, obtained, gap, financed }: Recommendation['cash'],
  currency: string,
  t: Translate,
  money: (amount: number, currency: string) => string,
): string =>
  [
    t('credit:recommendation.cashGranted', { count: granted }),
    paidIn !== null && t('credit:recommendation.cashPaidIn', { days: paidIn }),
    obtained === null
      ? t('credit:recommendation.cashUnknown')
      : t('credit:recommendation.cashObtained', { days: obtained }),
    gap !== null &&
      (gap > 0 ? t('credit:recommendation.cashGap', { count: gap }) : t('credit:recommendation.cashNone')),
    financed !== null && financed > 0 && t('credit:recommendation.cashFinanced', { amount: money(financed, currency) }),
  ]
    .filter(Boolean)
    .join(', ')

const documentName = (kind: string, t: Translate): string => {
  const proof = proofKinds.find((one) => one === kind)
  if (proof) return t(`proofs:kindLower.${proof}`)
  const paper = papers.find((one) => kind.startsWith(one))
  return paper ? t(`credit:recommendation.document.${paper}`) : kind
}
