import type { LetterLanguage } from '../kernel/contract.ts'

type Words = {
  debts: readonly [number: string, issued: string, due: string, amount: string]
  schedule: readonly [position: string, due: string, amount: string]
  total: string
  pay: string
  beneficiary: string
  reference: string
  done: string
  creditor: string
  debtor: string
  creditorHint: string
  debtorHint: (total: string) => string
  /** The message that carries it. */
  email: { subject: (reference: string) => string; text: (name: string, company: string) => string }
}

/** What an agreement says by itself; the clauses come from the wording. */
export const agreementWords: Record<LetterLanguage, Words> = {
  fr: {
    debts: ['Facture', 'Date', 'Échéance', 'Reste dû'],
    schedule: ['N°', 'Au plus tard le', 'Montant'],
    total: 'Total',
    pay: 'Règlement par virement',
    beneficiary: 'Bénéficiaire',
    reference: 'Référence à rappeler',
    done: 'Fait en deux exemplaires, un pour chaque partie.',
    creditor: 'Le créancier',
    debtor: 'Le débiteur',
    creditorHint: 'date et signature',
    debtorHint: (total) =>
      `nom et qualité du signataire, date, signature et cachet, précédés de la mention manuscrite « Lu et approuvé, bon pour reconnaissance de dette de ${total} », la somme répétée en toutes lettres`,
    email: {
      subject: (reference) => `Accord d’échéancier ${reference} à signer`,
      text: (name, company) =>
        `Madame, Monsieur,\n\nVous trouverez ci-joint l’accord d’échéancier convenu avec ${name}. Merci de nous le retourner daté, signé et revêtu de votre cachet : les relances des factures concernées sont suspendues tant que les échéances sont respectées.\n\nBien cordialement,\n\n${company}`,
    },
  },
  en: {
    debts: ['Invoice', 'Date', 'Due', 'Still owed'],
    schedule: ['No.', 'No later than', 'Amount'],
    total: 'Total',
    pay: 'Payment by transfer',
    beneficiary: 'Payee',
    reference: 'Reference to quote',
    done: 'Made in two copies, one for each party.',
    creditor: 'The creditor',
    debtor: 'The debtor',
    creditorHint: 'date and signature',
    debtorHint: (total) =>
      `name and position of the signatory, date, signature and stamp, after the handwritten words “Read and approved, I acknowledge the debt of ${total}”, the sum repeated in words`,
    email: {
      subject: (reference) => `Instalment agreement ${reference} to sign`,
      text: (name, company) =>
        `Dear Sir or Madam,\n\nPlease find attached the instalment agreement made with ${name}. Kindly return it dated, signed and stamped: reminders of these invoices are suspended as long as the instalments are kept.\n\nYours faithfully,\n\n${company}`,
    },
  },
  de: {
    debts: ['Rechnung', 'Datum', 'Fällig', 'Offen'],
    schedule: ['Nr.', 'Spätestens am', 'Betrag'],
    total: 'Summe',
    pay: 'Zahlung per Überweisung',
    beneficiary: 'Empfänger',
    reference: 'Verwendungszweck',
    done: 'Ausgefertigt in zwei Exemplaren, eines für jede Partei.',
    creditor: 'Der Gläubiger',
    debtor: 'Der Schuldner',
    creditorHint: 'Datum und Unterschrift',
    debtorHint: (total) =>
      `Name und Funktion, Datum, Unterschrift und Firmenstempel, davor handschriftlich „Gelesen und genehmigt, Schuld von ${total} anerkannt“, der Betrag in Worten wiederholt`,
    email: {
      subject: (reference) => `Ratenzahlungsvereinbarung ${reference} zur Unterschrift`,
      text: (name, company) =>
        `Sehr geehrte Damen und Herren,\n\nanbei erhalten Sie die mit ${name} getroffene Ratenzahlungsvereinbarung. Bitte senden Sie uns ein datiertes, unterschriebenes und gestempeltes Exemplar zurück: Solange die Raten eingehalten werden, ruhen die Mahnungen dieser Rechnungen.\n\nMit freundlichen Grüßen\n\n${company}`,
    },
  },
  es: {
    debts: ['Factura', 'Fecha', 'Vencimiento', 'Pendiente'],
    schedule: ['N.º', 'A más tardar el', 'Importe'],
    total: 'Total',
    pay: 'Pago por transferencia',
    beneficiary: 'Beneficiario',
    reference: 'Referencia',
    done: 'Hecho por duplicado, un ejemplar para cada parte.',
    creditor: 'El acreedor',
    debtor: 'El deudor',
    creditorHint: 'fecha y firma',
    debtorHint: (total) =>
      `nombre y cargo del firmante, fecha, firma y sello, precedidos de la mención manuscrita «Leído y conforme, reconozco la deuda de ${total}», con la cantidad repetida en letras`,
    email: {
      subject: (reference) => `Acuerdo de pago aplazado ${reference} para firmar`,
      text: (name, company) =>
        `Estimados señores:\n\nAdjuntamos el acuerdo de pago aplazado convenido con ${name}. Les rogamos que nos lo devuelvan fechado, firmado y sellado: los recordatorios de estas facturas quedan en suspenso mientras se cumplan los plazos.\n\nAtentamente,\n\n${company}`,
    },
  },
}
