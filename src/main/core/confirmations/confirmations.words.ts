import type { LetterLanguage } from '../kernel/contract.ts'
import type { ItemKind } from '../receivables/receivables.table.ts'

type Words = {
  title: (day: string) => string
  greeting: string
  /** Who audits, in one line, is named in the text. */
  opening: (auditor: string, day: string) => string
  balance: (day: string) => string
  owed: string
  inFavour: string
  nil: string
  positive: (auditor: string, deadline: string) => string
  negative: (auditor: string, deadline: string) => string
  noDemand: (day: string) => string
  permission: (auditor: string) => string
  thanks: string
  slip: string
  slipText: (company: string, day: string) => string
  returnTo: string
  before: string
  file: string
  customer: string
  agree: string
  disagree: string
  theirBalance: string
  because: string
  signature: string
  signatureHint: string
  detail: (day: string) => string
  columns: readonly [piece: string, issued: string, due: string, amount: string, open: string]
  kinds: Record<ItemKind, string>
  others: (count: number) => string
  total: string
  mail: {
    subject: (day: string, company: string) => string
    text: (day: string, auditor: string, deadline: string) => string
    close: string
  }
}

/** What a request to confirm a balance says, in each language customers are written to in. */
export const CONFIRMATION_WORDS: Record<LetterLanguage, Words> = {
  fr: {
    title: (day) => `Confirmation de votre solde au ${day}`,
    greeting: 'Madame, Monsieur,',
    opening: (auditor, day) =>
      `Dans le cadre du contrôle de nos comptes arrêtés au ${day}, ${auditor} nous a demandé de faire confirmer directement par nos clients le solde de leur compte dans nos livres. Le vôtre s’établit ainsi :`,
    balance: (day) => `Solde au ${day}`,
    owed: 'dû par vous',
    inFavour: 'en votre faveur',
    nil: 'compte soldé',
    positive: (auditor, deadline) =>
      `Nous vous remercions d’adresser le bulletin-réponse ci-dessous directement à ${auditor}, avant le ${deadline}, que vous soyez d’accord ou non avec ce solde.`,
    negative: (auditor, deadline) =>
      `Si ce solde est aussi celui de vos livres, vous n’avez rien à faire. Dans le cas contraire, nous vous remercions d’adresser le bulletin-réponse ci-dessous directement à ${auditor}, avant le ${deadline}.`,
    noDemand: (day) =>
      `Cette lettre n’est pas une demande de paiement. Les règlements postérieurs au ${day} n’entrent pas dans ce solde et n’ont pas à être signalés.`,
    permission: (auditor) => `Par la présente, nous vous autorisons à communiquer ces informations à ${auditor}.`,
    thanks: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
    slip: 'Bulletin-réponse',
    slipText: (company, day) => `Compte dans les livres de ${company}, au ${day}`,
    returnTo: 'À retourner à',
    before: 'Avant le',
    file: 'Référence',
    customer: 'Client',
    agree: 'Nous confirmons le solde ci-dessus.',
    disagree: 'Nous ne sommes pas d’accord avec ce solde.',
    theirBalance: 'Solde dans nos livres',
    because: 'L’écart vient de',
    signature: 'Pour le client',
    signatureHint: 'Date, nom, qualité, signature et cachet',
    detail: (day) => `Détail du solde au ${day}`,
    columns: ['Pièce', 'Date', 'Échéance', 'Montant', 'Reste dû'],
    kinds: {
      invoice: 'Facture',
      credit_note: 'Avoir',
      payment: 'Règlement',
      opening: 'À-nouveau',
      adjustment: 'Opération diverse',
    },
    others: (count) => (count === 1 ? '1 autre pièce' : `${count} autres pièces`),
    total: 'Solde',
    mail: {
      subject: (day, company) => `${company} : confirmation de votre solde au ${day}`,
      text: (day, auditor, deadline) =>
        `Dans le cadre du contrôle de nos comptes, vous trouverez ci-joint une demande de confirmation de votre solde au ${day}.\n\nLe bulletin-réponse est à adresser directement à ${auditor}, avant le ${deadline}. Cette demande n’est pas une demande de paiement.`,
      close: 'Cordialement,',
    },
  },
  en: {
    title: (day) => `Confirmation of your balance as of ${day}`,
    greeting: 'Dear Sir or Madam,',
    opening: (auditor, day) =>
      `For the audit of our accounts closed on ${day}, ${auditor} has asked us to have our customers confirm directly the balance of their account in our books. Yours stands as follows:`,
    balance: (day) => `Balance as of ${day}`,
    owed: 'owed by you',
    inFavour: 'in your favour',
    nil: 'settled account',
    positive: (auditor, deadline) =>
      `Please return the slip below directly to ${auditor} before ${deadline}, whether or not you agree with this balance.`,
    negative: (auditor, deadline) =>
      `If this balance is also that of your books, there is nothing for you to do. If not, please return the slip below directly to ${auditor} before ${deadline}.`,
    noDemand: (day) =>
      `This letter is not a request for payment. Payments made after ${day} are not part of this balance and need not be mentioned.`,
    permission: (auditor) => `We hereby authorise you to give this information to ${auditor}.`,
    thanks: 'Yours faithfully,',
    slip: 'Reply slip',
    slipText: (company, day) => `Account in the books of ${company}, as of ${day}`,
    returnTo: 'Return to',
    before: 'Before',
    file: 'Reference',
    customer: 'Customer',
    agree: 'We confirm the balance above.',
    disagree: 'We do not agree with this balance.',
    theirBalance: 'Balance in our books',
    because: 'The difference comes from',
    signature: 'For the customer',
    signatureHint: 'Date, name, position, signature and stamp',
    detail: (day) => `What makes up the balance as of ${day}`,
    columns: ['Document', 'Date', 'Due', 'Amount', 'Open'],
    kinds: {
      invoice: 'Invoice',
      credit_note: 'Credit note',
      payment: 'Payment',
      opening: 'Opening balance',
      adjustment: 'Adjustment',
    },
    others: (count) => (count === 1 ? '1 other document' : `${count} other documents`),
    total: 'Balance',
    mail: {
      subject: (day, company) => `${company}: confirmation of your balance as of ${day}`,
      text: (day, auditor, deadline) =>
        `For the audit of our accounts, please find attached a request to confirm your balance as of ${day}.\n\nThe reply slip goes directly to ${auditor}, before ${deadline}. This is not a request for payment.`,
      close: 'Kind regards,',
    },
  },
  de: {
    title: (day) => `Bestätigung Ihres Saldos zum ${day}`,
    greeting: 'Sehr geehrte Damen und Herren,',
    opening: (auditor, day) =>
      `im Rahmen der Prüfung unseres Abschlusses zum ${day} hat uns ${auditor} gebeten, die Salden unserer Kunden unmittelbar bestätigen zu lassen. Ihr Konto weist in unseren Büchern aus:`,
    balance: (day) => `Saldo zum ${day}`,
    owed: 'von Ihnen geschuldet',
    inFavour: 'zu Ihren Gunsten',
    nil: 'ausgeglichenes Konto',
    positive: (auditor, deadline) =>
      `Bitte senden Sie den Antwortabschnitt unmittelbar an ${auditor}, bis zum ${deadline}, unabhängig davon, ob Sie mit diesem Saldo übereinstimmen.`,
    negative: (auditor, deadline) =>
      `Stimmt dieser Saldo mit Ihren Büchern überein, brauchen Sie nichts zu tun. Andernfalls senden Sie bitte den Antwortabschnitt unmittelbar an ${auditor}, bis zum ${deadline}.`,
    noDemand: (day) =>
      `Dieses Schreiben ist keine Zahlungsaufforderung. Zahlungen nach dem ${day} sind in diesem Saldo nicht enthalten und müssen nicht angegeben werden.`,
    permission: (auditor) => `Hiermit ermächtigen wir Sie, ${auditor} diese Auskünfte zu erteilen.`,
    thanks: 'Mit freundlichen Grüßen',
    slip: 'Antwortabschnitt',
    slipText: (company, day) => `Konto in den Büchern von ${company}, zum ${day}`,
    returnTo: 'Zurück an',
    before: 'Bis zum',
    file: 'Zeichen',
    customer: 'Kunde',
    agree: 'Wir bestätigen den obigen Saldo.',
    disagree: 'Wir stimmen mit diesem Saldo nicht überein.',
    theirBalance: 'Saldo in unseren Büchern',
    because: 'Die Abweichung beruht auf',
    signature: 'Für den Kunden',
    signatureHint: 'Datum, Name, Funktion, Unterschrift und Stempel',
    detail: (day) => `Zusammensetzung des Saldos zum ${day}`,
    columns: ['Beleg', 'Datum', 'Fällig', 'Betrag', 'Offen'],
    kinds: {
      invoice: 'Rechnung',
      credit_note: 'Gutschrift',
      payment: 'Zahlung',
      opening: 'Saldovortrag',
      adjustment: 'Umbuchung',
    },
    others: (count) => (count === 1 ? '1 weiterer Beleg' : `${count} weitere Belege`),
    total: 'Saldo',
    mail: {
      subject: (day, company) => `${company}: Bestätigung Ihres Saldos zum ${day}`,
      text: (day, auditor, deadline) =>
        `im Rahmen der Prüfung unseres Abschlusses erhalten Sie anbei eine Saldenbestätigung zum ${day}.\n\nDer Antwortabschnitt geht unmittelbar an ${auditor}, bis zum ${deadline}. Dies ist keine Zahlungsaufforderung.`,
      close: 'Mit freundlichen Grüßen',
    },
  },
  es: {
    title: (day) => `Confirmación de su saldo a ${day}`,
    greeting: 'Estimados señores:',
    opening: (auditor, day) =>
      `Con motivo de la auditoría de nuestras cuentas cerradas a ${day}, ${auditor} nos ha pedido que nuestros clientes confirmen directamente el saldo de su cuenta en nuestros libros. El suyo es el siguiente:`,
    balance: (day) => `Saldo a ${day}`,
    owed: 'a cargo de ustedes',
    inFavour: 'a su favor',
    nil: 'cuenta saldada',
    positive: (auditor, deadline) =>
      `Les rogamos envíen el talón de respuesta directamente a ${auditor} antes del ${deadline}, estén o no conformes con este saldo.`,
    negative: (auditor, deadline) =>
      `Si este saldo es también el de sus libros, no tienen que hacer nada. En caso contrario, les rogamos envíen el talón de respuesta directamente a ${auditor} antes del ${deadline}.`,
    noDemand: (day) =>
      `Esta carta no es una solicitud de pago. Los pagos posteriores al ${day} no forman parte de este saldo y no es necesario indicarlos.`,
    permission: (auditor) => `Por la presente les autorizamos a facilitar esta información a ${auditor}.`,
    thanks: 'Les saludamos atentamente,',
    slip: 'Talón de respuesta',
    slipText: (company, day) => `Cuenta en los libros de ${company}, a ${day}`,
    returnTo: 'Devolver a',
    before: 'Antes del',
    file: 'Referencia',
    customer: 'Cliente',
    agree: 'Confirmamos el saldo indicado.',
    disagree: 'No estamos conformes con este saldo.',
    theirBalance: 'Saldo en nuestros libros',
    because: 'La diferencia se debe a',
    signature: 'Por el cliente',
    signatureHint: 'Fecha, nombre, cargo, firma y sello',
    detail: (day) => `Detalle del saldo a ${day}`,
    columns: ['Documento', 'Fecha', 'Vencimiento', 'Importe', 'Pendiente'],
    kinds: {
      invoice: 'Factura',
      credit_note: 'Abono',
      payment: 'Pago',
      opening: 'Saldo inicial',
      adjustment: 'Ajuste',
    },
    others: (count) => (count === 1 ? '1 documento más' : `${count} documentos más`),
    total: 'Saldo',
    mail: {
      subject: (day, company) => `${company}: confirmación de su saldo a ${day}`,
      text: (day, auditor, deadline) =>
        `Con motivo de la auditoría de nuestras cuentas, adjuntamos una solicitud de confirmación de su saldo a ${day}.\n\nEl talón de respuesta se envía directamente a ${auditor}, antes del ${deadline}. No es una solicitud de pago.`,
      close: 'Atentamente,',
    },
  },
}
