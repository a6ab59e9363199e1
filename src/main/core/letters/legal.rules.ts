import type { LetterLanguage } from '../kernel/contract.ts'
import { formatPercent } from '../kernel/format.ts'
import { CITATIONS, FIXED_SUMS, RATES, type Regime, RULE_OF, regimes } from './legal.words.ts'

/** Under which law a letter's charges were worked out: the key of a series of rates, the user's own among them. */
export type LegalBasis = {
  /** `FR`, `FR-public`, `DE`…; any other key is a series of the user. */
  regime: string
  /** What the user's series rests on, in the user's words; empty for those of the program. */
  source?: string
}

const isRegime = (key: string): key is Regime => (regimes as readonly string[]).includes(key)

/** What a wording may say of the law: citations for brackets, empty where there is none. */
export const legalFields = ({ regime, source = '' }: LegalBasis, language: LetterLanguage) => {
  const cited = isRegime(regime)
    ? CITATIONS[language][regime]
    : { interest: source, indemnity: '', notice: '', court: '' }
  return {
    regime,
    interestLaw: cited.interest,
    indemnityLaw: cited.indemnity,
    noticeLaw: cited.notice,
    courtLaw: cited.court,
    fixedSum: FIXED_SUMS[language][regime === 'GB' ? 'tiersGbp' : regime === 'IE' ? 'tiersEur' : 'forty'],
  }
}

/** How days are counted, as `interest.rules` names it. */
type Counting = 'act/365' | 'act/act' | 'act/360' | '30/360'

type Mentions = {
  counted: Record<Counting, string>
  interest: (rate: string, counted: string) => string
  contract: (rate: string) => string
  indemnity: (sum: string, law: string) => string
  noVat: string
}

const inBrackets = (law: string): string => (law === '' ? '' : ` (${law})`)

const MENTIONS: Record<LetterLanguage, Mentions> = {
  fr: {
    counted: {
      'act/365': 'sur la base de 365 jours',
      'act/act': 'sur la base du nombre de jours de l’année',
      'act/360': 'sur la base de 360 jours, comme le contrat le prévoit',
      '30/360': 'par mois de 30 jours sur la base de 360 jours',
    },
    interest: (rate, counted) =>
      `Pénalités de retard : ${rate}, sur le montant TTC restant dû, du lendemain de l’échéance au jour du présent courrier inclus, ${counted}, arrondi une seule fois sur le total.`,
    contract: (rate) => `taux conventionnel de ${rate} l’an porté sur les factures`,
    indemnity: (sum, law) =>
      `Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : ${sum}${law}.`,
    noVat: 'Pénalités et indemnité sont hors champ d’application de la TVA.',
  },
  en: {
    counted: {
      'act/365': 'on a 365-day basis',
      'act/act': 'on the basis of the days of the year',
      'act/360': 'on a 360-day basis, as the contract provides',
      '30/360': 'in months of 30 days on a 360-day basis',
    },
    interest: (rate, counted) =>
      `Late-payment interest: ${rate}, on the amount including VAT still unpaid, from the day after the due date to the day of this letter included, ${counted}, rounded once on the total.`,
    contract: (rate) => `contractual rate of ${rate} a year stated on the invoices`,
    indemnity: (sum, law) => `Fixed sum for recovery costs in case of late payment: ${sum}${law}.`,
    noVat: 'Interest and the fixed sum are outside the scope of VAT.',
  },
  de: {
    counted: {
      'act/365': 'auf der Grundlage von 365 Tagen',
      'act/act': 'auf der Grundlage der Tage des Jahres',
      'act/360': 'auf der Grundlage von 360 Tagen, wie vertraglich vereinbart',
      '30/360': 'mit Monaten zu 30 Tagen auf der Grundlage von 360 Tagen',
    },
    interest: (rate, counted) =>
      `Verzugszinsen: ${rate}, auf den offenen Bruttobetrag, vom Tag nach der Fälligkeit bis einschließlich zum Datum dieses Schreibens, ${counted}, einmal auf den Gesamtbetrag gerundet.`,
    contract: (rate) => `vertraglicher Zinssatz von ${rate} jährlich, der auf den Rechnungen genannt ist`,
    indemnity: (sum, law) => `Pauschale für Beitreibungskosten bei Zahlungsverzug: ${sum}${law}.`,
    noVat: 'Zinsen und Pauschale unterliegen nicht der Umsatzsteuer.',
  },
  es: {
    counted: {
      'act/365': 'sobre una base de 365 días',
      'act/act': 'sobre la base de los días del año',
      'act/360': 'sobre una base de 360 días, según el contrato',
      '30/360': 'por meses de 30 días sobre una base de 360 días',
    },
    interest: (rate, counted) =>
      `Intereses de demora: ${rate}, sobre el importe pendiente con IVA, desde el día siguiente al vencimiento hasta la fecha de este escrito inclusive, ${counted}, con un solo redondeo sobre el total.`,
    contract: (rate) => `tipo contractual del ${rate} anual que figura en las facturas`,
    indemnity: (sum, law) => `Indemnización por costes de cobro en caso de retraso: ${sum}${law}.`,
    noVat: 'Los intereses y la indemnización no están sujetos al IVA.',
  },
}

export type MentionsAsked = LegalBasis & {
  /** Those of its invoices, in percent; null stands for the rate of the law. */
  contractRates?: readonly (string | null)[]
  counting?: Counting
  claims?: { interest: boolean; indemnity: boolean }
}

/** What a letter that claims charges says of their computation, in small print. */
export const legalMentions = (
  language: LetterLanguage,
  {
    contractRates = [null],
    counting = 'act/365',
    claims = { interest: true, indemnity: true },
    ...basis
  }: MentionsAsked,
): string[] => {
  const words = MENTIONS[language]
  const { interestLaw, indemnityLaw, fixedSum } = legalFields(basis, language)
  const statutory = RATES[language][isRegime(basis.regime) ? RULE_OF[basis.regime] : 'shown']
  const interest = contractRates.map((rate) =>
    words.interest(
      (rate === null ? statutory : words.contract(formatPercent(rate, language))) + inBrackets(interestLaw),
      words.counted[counting],
    ),
  )
  return [
    ...(claims.interest ? interest : []),
    ...(claims.indemnity ? [words.indemnity(fixedSum, inBrackets(indemnityLaw))] : []),
    // Checked for France only.
    ...(basis.regime.startsWith('FR') && (claims.interest || claims.indemnity) ? [words.noVat] : []),
  ]
}
