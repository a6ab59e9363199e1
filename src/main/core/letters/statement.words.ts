import type { LetterLanguage } from '../kernel/contract.ts'
import type { ItemKind } from '../receivables/receivables.table.ts'

type Words = {
  title: (day: string) => string
  movementsTitle: (from: string, day: string) => string
  accountIn: (currency: string) => string
  balance: (day: string) => string
  settled: string
  inCredit: string
  facts: Record<'overdue' | 'notDue' | 'disputed' | 'unallocated', string>
  columns: Record<'piece' | 'date' | 'due' | 'late' | 'amount' | 'open' | 'debit' | 'credit' | 'balance', string>
  over: (bound: string) => string
  kinds: Record<ItemKind, string>
  /** A receipt that came back, or a refund. */
  paymentBack: string
  credits: string
  total: string
  opening: (day: string) => string
  disputed: (amount: string) => string
  planned: string
  plan: (agreed: string, open: string) => string
  planNext: (day: string, amount: string) => string
  reserve: string
  toPay: string
}

/** What a statement of account says beyond the words of letters, in each language customers are written to in. */
export const STATEMENT_WORDS: Record<LetterLanguage, Words> = {
  fr: {
    title: (day) => `Relevé de compte au ${day}`,
    movementsTitle: (from, day) => `Relevé de compte du ${from} au ${day}`,
    accountIn: (currency) => `Compte en ${currency}`,
    balance: (day) => `Solde dû au ${day}`,
    settled: 'Votre compte est soldé.',
    inCredit: 'Solde en votre faveur',
    facts: { overdue: 'échu', notDue: 'à échoir', disputed: 'contesté', unallocated: 'à déduire' },
    columns: {
      piece: 'Pièce',
      date: 'Date',
      due: 'Échéance',
      late: 'Retard',
      amount: 'Montant TTC',
      open: 'Reste dû',
      debit: 'Débit',
      credit: 'Crédit',
      balance: 'Solde',
    },
    over: (bound) => `Plus de ${bound} jours`,
    kinds: {
      invoice: 'Facture',
      credit_note: 'Avoir',
      payment: 'Règlement',
      opening: 'À-nouveau',
      adjustment: 'Opération diverse',
    },
    paymentBack: 'Impayé ou remboursement',
    credits: 'Règlements et avoirs non affectés, à déduire',
    total: 'Solde dû',
    opening: (day) => `Solde au ${day}`,
    disputed: (amount) => `dont ${amount} contestés`,
    planned: 'échéancier en cours',
    plan: (agreed, open) => `Échéancier convenu le ${agreed}, reste à régler ${open}`,
    planNext: (day, amount) => `prochaine échéance ${amount} le ${day}`,
    reserve: 'Sauf erreur ou omission de notre part. Merci de nous signaler tout écart avec vos livres.',
    toPay: 'À régler, échu',
  },
  en: {
    title: (day) => `Statement of account as of ${day}`,
    movementsTitle: (from, day) => `Statement of account from ${from} to ${day}`,
    accountIn: (currency) => `Account in ${currency}`,
    balance: (day) => `Balance due as of ${day}`,
    settled: 'Nothing is owed on your account.',
    inCredit: 'Balance in your favour',
    facts: { overdue: 'overdue', notDue: 'not yet due', disputed: 'disputed', unallocated: 'to be deducted' },
    columns: {
      piece: 'Document',
      date: 'Date',
      due: 'Due',
      late: 'Late',
      amount: 'Incl. VAT',
      open: 'Outstanding',
      debit: 'Debit',
      credit: 'Credit',
      balance: 'Balance',
    },
    over: (bound) => `Over ${bound} days`,
    kinds: {
      invoice: 'Invoice',
      credit_note: 'Credit note',
      payment: 'Receipt',
      opening: 'Opening balance',
      adjustment: 'Adjustment',
    },
    paymentBack: 'Returned payment or refund',
    credits: 'Unallocated receipts and credit notes, to be deducted',
    total: 'Balance due',
    opening: (day) => `Balance as of ${day}`,
    disputed: (amount) => `of which ${amount} disputed`,
    planned: 'instalment plan under way',
    plan: (agreed, open) => `Instalment plan agreed on ${agreed}, ${open} left to pay`,
    planNext: (day, amount) => `next instalment ${amount} on ${day}`,
    reserve: 'Errors and omissions excepted. Please tell us of any difference with your own books.',
    toPay: 'To pay, overdue',
  },
  de: {
    title: (day) => `Kontoauszug zum ${day}`,
    movementsTitle: (from, day) => `Kontoauszug vom ${from} bis zum ${day}`,
    accountIn: (currency) => `Konto in ${currency}`,
    balance: (day) => `Offener Saldo zum ${day}`,
    settled: 'Ihr Konto ist ausgeglichen.',
    inCredit: 'Saldo zu Ihren Gunsten',
    facts: { overdue: 'überfällig', notDue: 'noch nicht fällig', disputed: 'bestritten', unallocated: 'abzuziehen' },
    columns: {
      piece: 'Beleg',
      date: 'Datum',
      due: 'Fälligkeit',
      late: 'Verzug',
      amount: 'Brutto',
      open: 'Offen',
      debit: 'Soll',
      credit: 'Haben',
      balance: 'Saldo',
    },
    over: (bound) => `Über ${bound} Tage`,
    kinds: {
      invoice: 'Rechnung',
      credit_note: 'Gutschrift',
      payment: 'Zahlung',
      opening: 'Saldovortrag',
      adjustment: 'Umbuchung',
    },
    paymentBack: 'Rücklastschrift oder Erstattung',
    credits: 'Nicht zugeordnete Zahlungen und Gutschriften, abzuziehen',
    total: 'Offener Saldo',
    opening: (day) => `Saldo zum ${day}`,
    disputed: (amount) => `davon ${amount} bestritten`,
    planned: 'in Ratenzahlung',
    plan: (agreed, open) => `Ratenzahlungsvereinbarung vom ${agreed}, noch zu zahlen ${open}`,
    planNext: (day, amount) => `nächste Rate ${amount}, fällig am ${day}`,
    reserve: 'Irrtümer und Auslassungen vorbehalten. Bitte teilen Sie uns Abweichungen von Ihren Büchern mit.',
    toPay: 'Fälliger Betrag',
  },
  es: {
    title: (day) => `Extracto de cuenta a ${day}`,
    movementsTitle: (from, day) => `Extracto de cuenta del ${from} al ${day}`,
    accountIn: (currency) => `Cuenta en ${currency}`,
    balance: (day) => `Saldo pendiente a ${day}`,
    settled: 'Su cuenta está saldada.',
    inCredit: 'Saldo a su favor',
    facts: { overdue: 'vencido', notDue: 'por vencer', disputed: 'en disputa', unallocated: 'a deducir' },
    columns: {
      piece: 'Documento',
      date: 'Fecha',
      due: 'Vencimiento',
      late: 'Retraso',
      amount: 'IVA incluido',
      open: 'Pendiente',
      debit: 'Debe',
      credit: 'Haber',
      balance: 'Saldo',
    },
    over: (bound) => `Más de ${bound} días`,
    kinds: {
      invoice: 'Factura',
      credit_note: 'Abono',
      payment: 'Pago',
      opening: 'Saldo inicial',
      adjustment: 'Ajuste',
    },
    paymentBack: 'Pago devuelto o reembolso',
    credits: 'Pagos y abonos sin aplicar, a deducir',
    total: 'Saldo pendiente',
    opening: (day) => `Saldo a ${day}`,
    disputed: (amount) => `de ellos, ${amount} en disputa`,
    planned: 'plan de pagos en curso',
    plan: (agreed, open) => `Plan de pagos acordado el ${agreed}, quedan por pagar ${open}`,
    planNext: (day, amount) => `próximo plazo de ${amount} el ${day}`,
    reserve: 'Salvo error u omisión. Les agradeceremos que nos comuniquen cualquier diferencia con sus libros.',
    toPay: 'Vencido a pagar',
  },
}
