import type { LetterLanguage } from '../kernel/contract.ts'

type About = { firm: string; signatory: string; until: string }

/** The message that carries a space: it tells neither a figure nor the passphrase. */
export const spaceMail: Record<LetterLanguage, (about: About) => { subject: string; text: string }> = {
  fr: ({ firm, signatory, until }) => ({
    subject: `Votre espace client – ${firm}`,
    text: `Madame, Monsieur,\n\nVous trouverez ci-joint votre espace client : votre compte, vos factures et de quoi les régler. C’est un fichier chiffré, à enregistrer puis à ouvrir dans un navigateur, sur ordinateur ou téléphone, jusqu’au ${until}.\n\nLa phrase secrète vous est communiquée par un autre canal. Si elle ne vous est pas parvenue, n’hésitez pas à nous appeler.\n\nBien cordialement,\n\n${signatory}`,
  }),
  en: ({ firm, signatory, until }) => ({
    subject: `Your customer space – ${firm}`,
    text: `Dear Sir or Madam,\n\nPlease find attached your customer space: your account, your invoices and how to pay them. It is an encrypted file: please save it, then open it in a browser, on a computer or a phone. It can be opened until ${until}.\n\nIts passphrase is sent to you separately. If it has not reached you, please call us.\n\nYours faithfully,\n\n${signatory}`,
  }),
  de: ({ firm, signatory, until }) => ({
    subject: `Ihr Kundenbereich – ${firm}`,
    text: `Sehr geehrte Damen und Herren,\n\nanbei erhalten Sie Ihren Kundenbereich: Ihr Konto, Ihre Rechnungen und alle Angaben zur Zahlung. Es handelt sich um eine verschlüsselte Datei: Bitte speichern Sie sie und öffnen Sie sie anschließend in einem Browser, am Computer oder auf dem Smartphone. Sie lässt sich bis zum ${until} öffnen.\n\nDie Passphrase erhalten Sie auf anderem Weg. Sollte sie Ihnen nicht vorliegen, rufen Sie uns bitte an.\n\nMit freundlichen Grüßen\n\n${signatory}`,
  }),
  es: ({ firm, signatory, until }) => ({
    subject: `Su área de cliente – ${firm}`,
    text: `Estimados señores:\n\nLes adjuntamos su área de cliente: su cuenta, sus facturas y los datos para pagarlas. Es un archivo cifrado: guárdenlo y ábranlo en un navegador, en un ordenador o un teléfono. Podrán abrirlo hasta el ${until}.\n\nLa contraseña se les facilita por otra vía. Si no la han recibido, no duden en llamarnos.\n\nAtentamente,\n\n${signatory}`,
  }),
}

/** Where a mail program shows the file without running it. */
export const noScript =
  'Ouvrez ce fichier dans un navigateur. – Open this file in a browser. – Öffnen Sie diese Datei in einem Browser. – Abra este archivo en un navegador.'

export const FILE_PREFIX: Record<LetterLanguage, string> = {
  fr: 'espace',
  en: 'space',
  de: 'kundenbereich',
  es: 'area-de-cliente',
}

/** The workbook of passphrases: how to hand them over stands on it. */
export const passphraseSheet = {
  fr: {
    title: 'Phrases secrètes des espaces clients',
    subtitle: 'À transmettre par un autre canal que le fichier. Elles ne sont conservées nulle part ailleurs.',
    columns: ['Client', 'Nom', 'Contact', 'Téléphone', 'Fichier', 'Phrase secrète'],
  },
  en: {
    title: 'Passphrases of customer spaces',
    subtitle: 'To be given by another channel than the file. They are kept nowhere else.',
    columns: ['Customer', 'Name', 'Contact', 'Telephone', 'File', 'Passphrase'],
  },
}
