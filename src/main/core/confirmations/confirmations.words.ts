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
    text: (day: string) => string
    /** What is asked of the customer, by the form of the round. */
    positive: (auditor: string, deadline: string) => string
    negative: (auditor: string, deadline: string) => string
    /** Of one that was not answered. */
    reminder: {
      subject: (day: string, company: string) => string
      text: (day: string, sent: string) => string
      ask: (auditor: string) => string
    }
    noDemand: string
    close: string
  }
}

/** What a request to confirm a balance says, in each language customers are written to in. */
export const CONFIRMATION_WORDS: Record<LetterLanguage, Words> = {
  fr: {
    title: (day) => `Confirmation de votre solde au ${day}`,
    greeting: 'Madame, Monsieur,',
    opening: (auditor, day) =>
      `Dans le cadre du contrôle de nos comptes arrêtés au ${day}, ${auditor} nous a demandé de faire confirmer par nos clients, qui lui répondent directement, le solde de leur compte dans nos livres. Le vôtre s’établit ainsi :`,
    balance: (day) => `Solde au ${day}`,
    owed: 'dû par vous',
    inFavour: 'en votre faveur',
    nil: 'compte soldé',
    positive: (auditor, deadline) =>
      `Nous vous remercions d’adresser le bulletin-réponse joint directement à ${auditor}, au plus tard le ${deadline}, que vous soyez d’accord ou non avec ce solde.`,
    negative: (auditor, deadline) =>
      `Si ce solde est aussi celui de vos livres, vous n’avez rien à faire. Dans le cas contraire, nous vous remercions d’adresser le bulletin-réponse joint directement à ${auditor}, au plus tard le ${deadline}.`,
    noDemand: (day) =>
      `Cette lettre n’est pas une demande de paiement. Les règlements postérieurs au ${day} n’entrent pas dans ce solde et n’ont pas à être signalés.`,
    permission: (auditor) => `Par la présente, nous vous autorisons à communiquer ces informations à ${auditor}.`,
    thanks: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
    slip: 'Bulletin-réponse',
    slipText: (company, day) => `Solde au ${day} dans les livres de la société ${company}`,
    returnTo: 'À retourner à',
    before: 'Au plus tard le',
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
      text: (day) =>
        `Dans le cadre du contrôle de nos comptes, vous trouverez ci-joint une demande de confirmation de votre solde au ${day}.`,
      positive: (auditor, deadline) =>
        `Nous vous remercions d’adresser le bulletin-réponse directement à ${auditor}, au plus tard le ${deadline}.`,
      negative: (auditor, deadline) =>
        `Si ce solde est aussi celui de vos livres, vous n’avez rien à faire. Dans le cas contraire, merci d’adresser le bulletin-réponse directement à ${auditor}, au plus tard le ${deadline}.`,
      reminder: {
        subject: (day, company) => `Rappel, ${company} : confirmation de votre solde au ${day}`,
        text: (day, sent) =>
          `Sauf erreur de notre part, notre demande du ${sent}, relative à la confirmation de votre solde au ${day}, est restée sans réponse. Vous la trouverez de nouveau ci-joint.`,
        ask: (auditor) =>
          `Nous vous remercions d’adresser le bulletin-réponse dès que possible, directement à ${auditor}. S’il est déjà parti, ne tenez pas compte de ce message.`,
      },
      noDemand: 'Cette demande n’est pas une demande de paiement.',
      close: 'Cordialement,',
    },
  },
  en: {
    title: (day) => `Confirmation of your balance as of ${day}`,
    greeting: 'Dear Sir or Madam,',
    opening: (auditor, day) =>
      `In connection with the audit of our accounts as of ${day}, ${auditor} has asked that our customers confirm the balance of their account in our books, answering them directly. Yours stands as follows:`,
    balance: (day) => `Balance as of ${day}`,
    owed: 'owed by you',
    inFavour: 'in your favour',
    nil: 'no balance',
    positive: (auditor, deadline) =>
      `Please return the enclosed reply slip directly to ${auditor} by ${deadline}, whether or not you agree with this balance.`,
    negative: (auditor, deadline) =>
      `If this balance agrees with your books, there is nothing for you to do. If it does not, please return the enclosed reply slip directly to ${auditor} by ${deadline}.`,
    noDemand: (day) =>
      `This letter is not a request for payment. Payments made after ${day} are not part of this balance and need not be mentioned.`,
    permission: (auditor) => `We hereby authorise you to give this information to ${auditor}.`,
    thanks: 'Yours faithfully,',
    slip: 'Reply slip',
    slipText: (company, day) => `Account in the books of ${company}, as of ${day}`,
    returnTo: 'Return to',
    before: 'By',
    file: 'Reference',
    customer: 'Customer',
    agree: 'We confirm the balance above.',
    disagree: 'We do not agree with this balance.',
    theirBalance: 'Balance in our books',
    because: 'The difference is due to',
    signature: 'For the customer',
    signatureHint: 'Date, name, position, signature and stamp',
    detail: (day) => `Breakdown of the balance as of ${day}`,
    columns: ['Document', 'Date', 'Due', 'Amount', 'Outstanding'],
    kinds: {
      invoice: 'Invoice',
      credit_note: 'Credit note',
      payment: 'Receipt',
      opening: 'Opening balance',
      adjustment: 'Adjustment',
    },
    others: (count) => (count === 1 ? '1 other document' : `${count} other documents`),
    total: 'Balance',
    mail: {
      subject: (day, company) => `${company}: confirmation of your balance as of ${day}`,
      text: (day) =>
        `In connection with the audit of our accounts, please find attached a request to confirm your balance as of ${day}.`,
      positive: (auditor, deadline) => `Please send the reply slip directly to ${auditor} by ${deadline}.`,
      negative: (auditor, deadline) =>
        `If this balance agrees with your books, there is nothing for you to do. If it does not, please send the reply slip directly to ${auditor} by ${deadline}.`,
      reminder: {
        subject: (day, company) => `Reminder, ${company}: confirmation of your balance as of ${day}`,
        text: (day, sent) =>
          `Unless our messages have crossed, our request of ${sent} to confirm your balance as of ${day} has not been answered. It is attached again.`,
        ask: (auditor) =>
          `Please send the reply slip directly to ${auditor} as soon as you can. If it is already on its way, please disregard this message.`,
      },
      noDemand: 'This is not a request for payment.',
      close: 'Kind regards,',
    },
  },
  de: {
    title: (day) => `Bestätigung Ihres Saldos zum ${day}`,
    greeting: 'Sehr geehrte Damen und Herren,',
    opening: (auditor, day) =>
      `im Rahmen der Prüfung unseres Abschlusses zum ${day} hat ${auditor} uns gebeten, die Salden unserer Kunden von diesen unmittelbar bestätigen zu lassen. Ihr Konto weist in unseren Büchern folgenden Saldo aus:`,
    balance: (day) => `Saldo zum ${day}`,
    owed: 'von Ihnen geschuldet',
    inFavour: 'zu Ihren Gunsten',
    nil: 'ausgeglichenes Konto',
    positive: (auditor, deadline) =>
      `Bitte senden Sie den beigefügten Antwortabschnitt bis zum ${deadline} unmittelbar an ${auditor}, auch wenn Sie mit diesem Saldo einverstanden sind.`,
    negative: (auditor, deadline) =>
      `Stimmt dieser Saldo mit Ihren Büchern überein, brauchen Sie nichts zu veranlassen. Andernfalls senden Sie bitte den beigefügten Antwortabschnitt bis zum ${deadline} unmittelbar an ${auditor}.`,
    noDemand: (day) =>
      `Dieses Schreiben ist keine Zahlungsaufforderung. Zahlungen nach dem ${day} sind in diesem Saldo nicht berücksichtigt und müssen nicht angegeben werden.`,
    permission: (auditor) => `Hiermit ermächtigen wir Sie, ${auditor} diese Auskünfte zu erteilen.`,
    thanks: 'Mit freundlichen Grüßen',
    slip: 'Antwortabschnitt',
    slipText: (company, day) => `Kontostand in den Büchern von ${company} zum ${day}`,
    returnTo: 'Zurückzusenden an',
    before: 'Bis zum',
    file: 'Zeichen',
    customer: 'Kunde',
    agree: 'Wir bestätigen den oben genannten Saldo.',
    disagree: 'Dieser Saldo stimmt nicht mit unseren Büchern überein.',
    theirBalance: 'Saldo in unseren Büchern',
    because: 'Grund der Abweichung',
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
      text: (day) =>
        `im Rahmen der Prüfung unseres Abschlusses erhalten Sie anbei eine Anfrage zur Bestätigung Ihres Saldos zum ${day}.`,
      positive: (auditor, deadline) =>
        `Bitte senden Sie den Antwortabschnitt bis zum ${deadline} unmittelbar an ${auditor}.`,
      negative: (auditor, deadline) =>
        `Stimmt dieser Saldo mit Ihren Büchern überein, brauchen Sie nichts zu veranlassen. Andernfalls senden Sie bitte den Antwortabschnitt bis zum ${deadline} unmittelbar an ${auditor}.`,
      reminder: {
        subject: (day, company) => `Erinnerung, ${company}: Bestätigung Ihres Saldos zum ${day}`,
        text: (day, sent) =>
          `auf unsere Anfrage vom ${sent} zur Bestätigung Ihres Saldos zum ${day} liegt nach unserem Kenntnisstand noch keine Antwort vor. Sie erhalten sie anbei erneut.`,
        ask: (auditor) =>
          `Bitte senden Sie den Antwortabschnitt möglichst bald unmittelbar an ${auditor}. Sollte er bereits unterwegs sein, betrachten Sie diese Nachricht bitte als gegenstandslos.`,
      },
      noDemand: 'Dies ist keine Zahlungsaufforderung.',
      close: 'Mit freundlichen Grüßen',
    },
  },
  es: {
    title: (day) => `Confirmación de su saldo a ${day}`,
    greeting: 'Estimados señores:',
    opening: (auditor, day) =>
      `Con motivo de la auditoría de nuestras cuentas cerradas a ${day}, ${auditor} nos ha pedido que nuestros clientes le confirmen directamente el saldo de su cuenta en nuestros libros. El de ustedes es el siguiente:`,
    balance: (day) => `Saldo a ${day}`,
    owed: 'a cargo de ustedes',
    inFavour: 'a favor de ustedes',
    nil: 'cuenta saldada',
    positive: (auditor, deadline) =>
      `Les rogamos que envíen el talón de respuesta adjunto directamente a ${auditor}, a más tardar el ${deadline}, estén o no conformes con este saldo.`,
    negative: (auditor, deadline) =>
      `Si este saldo coincide con el de sus libros, no es necesario que respondan. En caso contrario, les rogamos que envíen el talón de respuesta adjunto directamente a ${auditor}, a más tardar el ${deadline}.`,
    noDemand: (day) =>
      `Esta carta no es un requerimiento de pago. Los pagos posteriores al ${day} no están incluidos en este saldo y no es necesario indicarlos.`,
    permission: (auditor) => `Por la presente, les autorizamos a facilitar esta información a ${auditor}.`,
    thanks: 'Les saluda atentamente,',
    slip: 'Talón de respuesta',
    slipText: (company, day) => `Saldo en los libros de ${company} a ${day}`,
    returnTo: 'Devolver a',
    before: 'A más tardar el',
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
      text: (day) =>
        `Con motivo de la auditoría de nuestras cuentas, adjuntamos una solicitud de confirmación de su saldo a ${day}.`,
      positive: (auditor, deadline) =>
        `Les rogamos que envíen el talón de respuesta directamente a ${auditor}, a más tardar el ${deadline}.`,
      negative: (auditor, deadline) =>
        `Si este saldo coincide con el de sus libros, no es necesario que respondan. En caso contrario, les rogamos que envíen el talón de respuesta directamente a ${auditor}, a más tardar el ${deadline}.`,
      reminder: {
        subject: (day, company) => `Recordatorio, ${company}: confirmación de su saldo a ${day}`,
        text: (day, sent) =>
          `Salvo error por nuestra parte, nuestra solicitud del ${sent} de confirmación de su saldo a ${day} sigue sin respuesta. La adjuntamos de nuevo.`,
        ask: (auditor) =>
          `Les rogamos que envíen el talón de respuesta lo antes posible directamente a ${auditor}. Si ya lo han enviado, no tengan en cuenta este mensaje.`,
      },
      noDemand: 'No es un requerimiento de pago.',
      close: 'Atentamente,',
    },
  },
}
