import type { Language } from '../kernel/contract.ts'
import { formatDay, formatMoney, formatPercent } from '../kernel/format.ts'
import { termsInWords } from '../receivables/terms.words.rules.ts'
import type { Change, Clause, Value } from './changes.rules.ts'
import type { ExposurePart } from './credit-policy.schema.ts'
import { documentsText, kindsText, policyTerms } from './policy.terms.rules.ts'

/** A change as a reader is told it: the point that it is about, before and after. */
export type ToldChange = { clause: Clause; point: string; before: string; after: string }

type Points = Record<string, (of: string) => string>

const points: Record<Language, Points> = {
  fr: {
    'writeOff limit': (of) => `limite en ${of}`,
    'losses person': (of) => `plafond de ${of}`,
    'losses alone': () => 'seul jusqu’à',
    'disputes days': () => 'délai de règlement',
    'disputes reason': () => 'motif',
    'disputes order': () => 'ordre des motifs',
    'proofs required': () => 'pièce exigée',
    'invoicing hours': () => 'délai',
    'instalments grace': () => 'jours de grâce d’un échéancier',
    'instalments promiseGrace': () => 'jours de grâce d’une promesse',
    'charges lateRate': () => 'taux de pénalité conventionnel',
    'charges dayCount': () => 'décompte des jours',
    'charges rateFollows': () => 'variation du taux',
    'charges discount': () => 'escompte',
    'limits combine': () => 'combinaison des méthodes',
    'limits usualDelay': () => 'retard usuel',
    'limits taxPercent': () => 'taux de TVA',
    'limits equityPercent': () => 'part des capitaux propres',
    'limits supplierPercent': () => 'part des dettes fournisseurs',
    'limits revenuePercent': () => 'part du chiffre d’affaires',
    'limits workingCapitalPercent': () => 'part du fonds de roulement',
    'limits ownRevenuePercent': () => 'part de notre chiffre d’affaires',
    'limits ownRevenue': () => 'notre chiffre d’affaires',
    'limits factor': (of) => `coefficient de la classe ${of}`,
    'terms segment': (of) => `segment ${of}`,
    'terms supplierDays': () => 'délai de nos fournisseurs',
    'scorecard criterion': () => 'critère',
    'scorecard order': () => 'ordre des critères',
    'scorecard bound': (of) => `seuil de la classe ${of}`,
    'documents from': () => 'pièces',
    'reviews months': (of) => `revue de la classe ${of}`,
    'reviews stale': () => 'péremption des rapports et des comptes',
    'newCustomers months': () => 'durée',
    'newCustomers ceiling': () => 'plafond',
    'exposure part': (of) => policyTerms('fr').parts[of as ExposurePart],
    'exposure watch': () => 'seuil de surveillance',
    'exposure tolerance': () => 'tolérance',
    'late minimum': () => 'montant échu minimum',
    'late warn': () => 'avertissement',
    'late refuse': () => 'refus',
    'late brokenPromise': () => 'promesse non tenue',
    'authority person': (of) => `plafonds de ${of}`,
    'authority deputy': (of) => `suppléance ${of}`,
    'authority escalation': () => 'remontée sans réponse',
    'authority fourEyes': () => 'double regard à partir de',
    'actions action': (of) => `classe ${of}`,
    'alerts lateRise': () => 'hausse des retards',
    'alerts scoreDrop': () => 'baisse du score',
    'alerts inactive': () => 'inactivité',
    'alerts ending': () => 'échéance proche',
  },
  en: {
    'writeOff limit': (of) => `limit in ${of}`,
    'losses person': (of) => `ceiling of ${of}`,
    'losses alone': () => 'alone up to',
    'disputes days': () => 'time to settle',
    'disputes reason': () => 'reason',
    'disputes order': () => 'order of reasons',
    'proofs required': () => 'document asked for',
    'invoicing hours': () => 'delay',
    'instalments grace': () => 'days of grace of an instalment plan',
    'instalments promiseGrace': () => 'days of grace of a promise',
    'charges lateRate': () => 'contractual late rate',
    'charges dayCount': () => 'day count',
    'charges rateFollows': () => 'changes of the rate',
    'charges discount': () => 'early-payment discount',
    'limits combine': () => 'combination of methods',
    'limits usualDelay': () => 'usual delay',
    'limits taxPercent': () => 'VAT rate',
    'limits equityPercent': () => 'share of equity',
    'limits supplierPercent': () => 'share of trade payables',
    'limits revenuePercent': () => 'share of revenue',
    'limits workingCapitalPercent': () => 'share of working capital',
    'limits ownRevenuePercent': () => 'share of our revenue',
    'limits ownRevenue': () => 'our revenue',
    'limits factor': (of) => `factor of class ${of}`,
    'terms segment': (of) => `segment ${of}`,
    'terms supplierDays': () => 'days of our suppliers',
    'scorecard criterion': () => 'criterion',
    'scorecard order': () => 'order of criteria',
    'scorecard bound': (of) => `bound of class ${of}`,
    'documents from': () => 'documents',
    'reviews months': (of) => `review of class ${of}`,
    'reviews stale': () => 'age of reports and statements',
    'newCustomers months': () => 'duration',
    'newCustomers ceiling': () => 'ceiling',
    'exposure part': (of) => policyTerms('en').parts[of as ExposurePart],
    'exposure watch': () => 'watch mark',
    'exposure tolerance': () => 'tolerance',
    'late minimum': () => 'smallest overdue amount',
    'late warn': () => 'warning',
    'late refuse': () => 'refusal',
    'late brokenPromise': () => 'broken promise',
    'authority person': (of) => `ceilings of ${of}`,
    'authority deputy': (of) => `deputy ${of}`,
    'authority escalation': () => 'escalation without an answer',
    'authority fourEyes': () => 'four eyes from',
    'actions action': (of) => `class ${of}`,
    'alerts lateRise': () => 'later payments',
    'alerts scoreDrop': () => 'lower score',
    'alerts inactive': () => 'inactivity',
    'alerts ending': () => 'end in sight',
  },
}

const pointOf = (clause: Clause, key: string, of: string, language: Language): string =>
  points[language][`${clause} ${key}`]?.(of) ?? `${clause} ${key}`

const bothNames = ({ name }: Extract<Value, { unit: 'reason' }>): string => `${name.fr} / ${name.en}`

/** A change in words, for paper and screen. `currency` is the company's. */
export const tellChange = (
  { clause, key, of, before, after }: Change,
  language: Language,
  currency: string,
): ToldChange => {
  const say = (value: Value | null): string => (value === null ? '–' : tellValue(value, language, currency))
  // A new name in the other language only: both are told.
  if (before?.unit === 'reason' && after?.unit === 'reason' && say(before) === say(after))
    return { clause, point: pointOf(clause, key, of, language), before: bothNames(before), after: bothNames(after) }
  return {
    clause,
    point: pointOf(clause, key, of, language),
    before: say(before),
    after: say(after),
  }
}

/** Five ceilings on a line: cents that are none take no room. */
const WHOLE = /[.,]00(?!\d)/

const tellValue = (value: Value, language: Language, currency: string): string => {
  const terms = policyTerms(language)
  switch (value.unit) {
    case 'money':
      return formatMoney(value.amount, value.currency ?? currency, language)
    case 'percent':
      return formatPercent(value.value, language)
    case 'factor':
      return language === 'fr' ? value.value.replace('.', ',') : value.value
    case 'text':
      return value.value
    case 'terms':
      return termsInWords(value.value, language)
    case 'days':
    case 'workingDays':
    case 'months':
    case 'hours':
    case 'points':
      return terms.count[value.unit](value.value)
    case 'counted':
      return value.value ? terms.counted : terms.notCounted
    case 'dayCount':
      return terms.dayCount[value.value]
    case 'rateFollows':
      return terms.rateFollows[value.value]
    case 'brokenPromise':
      return terms.brokenPromise[value.value]
    case 'combine':
      return terms.combine[value.value]
    case 'reason':
      return value.active ? value.name[language] : `${value.name[language]} (${terms.retired})`
    case 'kinds':
      return kindsText(value.value, language)
    case 'discount':
      return terms.discount(formatPercent(value.percent, language), value.days)
    case 'criterion':
      return terms.weight(value.name[language], value.weight)
    case 'documents':
      return terms.from(formatMoney(value.value.from, currency, language), documentsText(value.value, language))
    case 'ceilings':
      return value.value.map((amount) => formatMoney(amount, currency, language).replace(WHOLE, '')).join(' / ')
    case 'period':
      return terms.period(formatDay(value.from, language), formatDay(value.until, language))
    case 'order':
      return value.names.map((name) => name[language]).join(', ')
  }
}
