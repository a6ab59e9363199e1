import type { LetterLanguage } from '../kernel/contract.ts'
import { isOverdue } from './dossier.rules.ts'
import type { Evidence } from './reviews.contract.ts'

/** Reasons that may be told to a customer: findings in neutral words, never a score or a figure of an agency. */
export const letterReasons = [
  'punctual',
  'sound-accounts',
  'volume',
  'security',
  'insolvency',
  'overdue',
  'late',
  'bounced',
  'plan-broken',
  'weak-accounts',
  'no-accounts',
  'outside',
  'missing-documents',
  'new-customer',
  'inactive',
  'overall',
] as const
export type LetterReason = (typeof letterReasons)[number]

// Practice: a mark from which a criterion speaks for a customer, and below which it speaks against.
const GOOD_MARK = 60
const POOR_MARK = 40
const PUNCTUAL_SCORE = 75
const LATE_SCORE = 60

type Known = Pick<Evidence, 'behaviour' | 'scorecard' | 'recommendation' | 'insolvency' | 'alerts'>

const speaksFor = ({ behaviour, scorecard, recommendation }: Known): LetterReason[] => {
  const marked = (source: string) => scorecard.lines.find((line) => line.source === source)?.mark ?? null
  const accounts = [marked('structure'), marked('profitability')].filter((mark) => mark !== null)
  const need = recommendation.candidates.find(({ method }) => method === 'need')?.amount ?? 0
  return [
    ...(behaviour.score !== null && behaviour.score >= PUNCTUAL_SCORE ? (['punctual'] as const) : []),
    ...(accounts.length > 0 && accounts.every((mark) => mark >= GOOD_MARK) ? (['sound-accounts'] as const) : []),
    ...(need > 0 ? (['volume'] as const) : []),
    ...(recommendation.guarantees + recommendation.insured > 0 ? (['security'] as const) : []),
  ]
}

const speaksAgainst = ({ behaviour, scorecard, recommendation, insolvency, alerts }: Known): LetterReason[] => {
  const line = (source: string) => scorecard.lines.find((one) => one.source === source)
  const poor = (source: string) => (line(source)?.mark ?? 100) < POOR_MARK
  const unknown = (source: string) => ['no-statement', 'stale'].includes(line(source)?.reason ?? '')
  const found: [LetterReason, boolean][] = [
    ['insolvency', insolvency !== null],
    ['overdue', isOverdue(behaviour)],
    ['late', behaviour.score !== null && behaviour.score < LATE_SCORE],
    ['bounced', behaviour.bounced.count > 0],
    ['plan-broken', behaviour.brokenPlans > 0],
    ['weak-accounts', poor('structure') || poor('profitability')],
    ['no-accounts', unknown('structure')],
    ['outside', poor('external')],
    ['missing-documents', recommendation.missing.length > 0],
    ['new-customer', recommendation.ceiling?.applied ?? false],
    ['inactive', alerts.some(({ kind }) => kind === 'inactive')],
  ]
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

/** What a letter may give as the reasons of a decision for or against a customer, the weightiest first; `overall` where nothing stands out. */
export const reasonsFor = (favourable: boolean, evidence: Known): LetterReason[] => {
  const found = favourable ? speaksFor(evidence) : speaksAgainst(evidence)
  return found.length > 0 ? found : ['overall']
}

const words: Record<LetterLanguage, Record<LetterReason, string>> = {
  fr: {
    punctual: 'la régularité de vos règlements au cours des douze derniers mois',
    'sound-accounts': 'la situation financière qui ressort de vos derniers comptes annuels',
    volume: 'le volume de vos achats et le délai de règlement convenu',
    security: 'les garanties dont ce crédit est assorti',
    insolvency: 'la procédure publiée au registre vous concernant',
    overdue: 'les factures échues et non contestées qui restent à régler',
    late: 'les retards de règlement constatés au cours des douze derniers mois',
    bounced: 'un règlement revenu impayé',
    'plan-broken': 'un échéancier qui n’a pas été respecté',
    'weak-accounts': 'la situation financière qui ressort de vos derniers comptes annuels',
    'no-accounts': 'l’absence de comptes annuels récents dans notre dossier',
    outside: 'les informations commerciales disponibles sur votre entreprise',
    'missing-documents': 'les pièces demandées qui ne nous sont pas parvenues',
    'new-customer': 'le caractère récent de notre relation commerciale',
    inactive: 'l’absence de commande récente',
    overall: 'l’examen d’ensemble de votre dossier',
  },
  en: {
    punctual: 'the regularity of your payments over the last twelve months',
    'sound-accounts': 'the financial position shown by your last annual accounts',
    volume: 'the volume of your purchases and the terms agreed',
    security: 'the security that backs this credit',
    insolvency: 'the proceedings published in the register about you',
    overdue: 'the overdue and undisputed invoices that remain to be paid',
    late: 'the late payments of the last twelve months',
    bounced: 'a payment that bounced',
    'plan-broken': 'an instalment plan that was not kept',
    'weak-accounts': 'the financial position shown by your last annual accounts',
    'no-accounts': 'the absence of recent annual accounts in our file',
    outside: 'the business information available on your company',
    'missing-documents': 'the documents asked for that have not reached us',
    'new-customer': 'the short time of our business relation',
    inactive: 'the absence of recent orders',
    overall: 'the examination of your file as a whole',
  },
  de: {
    punctual: 'Ihre pünktlichen Zahlungen in den letzten zwölf Monaten',
    'sound-accounts': 'die Finanzlage, die Ihr letzter Jahresabschluss zeigt',
    volume: 'der Umfang Ihrer Einkäufe und das vereinbarte Zahlungsziel',
    security: 'die Sicherheiten, die diesen Kredit absichern',
    insolvency: 'das im Register veröffentlichte Verfahren, das Sie betrifft',
    overdue: 'die fälligen, unbestrittenen und noch offenen Rechnungen',
    late: 'die verspäteten Zahlungen der letzten zwölf Monate',
    bounced: 'eine nicht eingelöste Zahlung',
    'plan-broken': 'eine nicht eingehaltene Ratenvereinbarung',
    'weak-accounts': 'die Finanzlage, die Ihr letzter Jahresabschluss zeigt',
    'no-accounts': 'das Fehlen aktueller Jahresabschlüsse in unseren Unterlagen',
    outside: 'die verfügbaren Wirtschaftsauskünfte über Ihr Unternehmen',
    'missing-documents': 'die angeforderten Unterlagen, die uns nicht vorliegen',
    'new-customer': 'die noch kurze Dauer unserer Geschäftsbeziehung',
    inactive: 'das Ausbleiben neuer Bestellungen',
    overall: 'die Gesamtbetrachtung Ihrer Unterlagen',
  },
  es: {
    punctual: 'la regularidad de sus pagos en los últimos doce meses',
    'sound-accounts': 'la situación financiera que muestran sus últimas cuentas anuales',
    volume: 'el volumen de sus compras y el plazo de pago acordado',
    security: 'las garantías que respaldan este crédito',
    insolvency: 'el procedimiento publicado en el registro que les afecta',
    overdue: 'las facturas vencidas, no discutidas y pendientes de pago',
    late: 'los retrasos de pago de los últimos doce meses',
    bounced: 'un pago devuelto',
    'plan-broken': 'un plan de pagos que no se ha cumplido',
    'weak-accounts': 'la situación financiera que muestran sus últimas cuentas anuales',
    'no-accounts': 'la falta de cuentas anuales recientes en nuestro expediente',
    outside: 'la información comercial disponible sobre su empresa',
    'missing-documents': 'los documentos solicitados que no hemos recibido',
    'new-customer': 'el poco tiempo de nuestra relación comercial',
    inactive: 'la falta de pedidos recientes',
    overall: 'el examen de conjunto de su expediente',
  },
}

export const tellReason = (reason: LetterReason, language: LetterLanguage): string => words[language][reason]
