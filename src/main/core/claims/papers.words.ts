import type { Language } from '../kernel/contract.ts'

const fr = {
  mandate: {
    title: 'Mandat de recouvrement amiable',
    subtitle: 'Convention écrite prévue à l’article R124-3 du code des procédures civiles d’exécution',
    parties: 'Entre',
    creditor: 'Le créancier',
    agency: 'Le cabinet de recouvrement',
    object: 'Créances confiées, fondement et montant',
    objectText: (debtor: string) =>
      `Le créancier charge le cabinet du recouvrement amiable des créances suivantes sur ${debtor} :`,
    amounts: (day: string) => `Montants arrêtés au ${day}, en distinguant principal, intérêts et accessoires :`,
    ground:
      'Fondement : livraisons ou prestations commandées et facturées ; intérêts de retard et indemnité forfaitaire de recouvrement des articles L441-10 II et D441-5 du code de commerce.',
    power: 'Pouvoir de recevoir les fonds',
    powerText:
      'Le cabinet reçoit pouvoir d’encaisser, pour le compte du créancier, les fonds versés par le débiteur et d’en donner quittance. Il n’accorde ni remise ni délai sans l’accord écrit du créancier. Il n’engage aucune action en justice sans mandat particulier.',
    fee: 'Rémunération',
    feeMissing: 'Base de rémunération : …',
    payingOver: 'Reversement des fonds',
    payingOverText:
      'Le cabinet reverse au créancier les fonds encaissés, avec un relevé par facture, dans le délai suivant.',
    payingOverField: 'Délai et compte à créditer',
    liability: 'Responsabilité professionnelle',
    liabilityText:
      'Le cabinet garantit le créancier des conséquences pécuniaires de sa responsabilité civile professionnelle et tient sur un compte dédié les fonds reçus pour autrui.',
    liabilityField: 'Assureur, numéro de police, compte dédié',
    costs: 'Frais de recouvrement',
    costsText:
      'Sans titre exécutoire, les frais de recouvrement restent à la charge du créancier (CPCE L111-8) : le cabinet ne les réclame pas au débiteur. L’indemnité forfaitaire de 40 € par facture et les frais justifiés au-delà (C. com. L441-10 II) sont un droit distinct du créancier. La première lettre du cabinet porte les mentions de l’article R124-4.',
    signed: (city: string, day: string) => `fait à ${city}, le ${day}`,
    read: 'cachet, nom, qualité et signature',
  },
  sheet: {
    title: 'Créances confiées',
    columns: [
      'Compte',
      'Débiteur',
      'SIREN',
      'Adresse',
      'Code postal',
      'Ville',
      'Pays',
      'Contact',
      'Téléphone',
      'Adresse e-mail',
      'Facture',
      'Date',
      'Échéance',
      'Devise',
      'Montant TTC',
      'Principal dû',
      'Intérêts',
      'Indemnités',
      'Total dû',
      'Contesté',
      'Dernière lettre',
      'Niveau',
    ],
    rounding: 'Arrêté au',
  },
  lawyer: {
    title: 'Fiche pour l’avocat',
    parties: 'Parties et juridiction',
    undisputed: 'Aucune contestation n’est enregistrée.',
    story: 'Chronologie',
    day: 'Date',
    event: 'Fait',
    invoiced: (number: string, due: string) => `Facture ${number}, échéance le ${due}`,
    handed: 'Remise du dossier',
    toShow: 'À établir',
    points: [
      'L’existence de l’obligation : commande ou contrat, livraison ou réception, facture non contestée. Le débiteur doit montrer une contestation sérieuse (CPC 873 al. 2 ; Cass. civ. 1, 25 mars 2010, 09-13382).',
      'La provision peut porter sur la seule part non sérieusement contestable.',
      'Avocat obligatoire au-dessus de 10 000 € devant le tribunal de commerce (CPC 853).',
      'Demander les intérêts à échoir, la capitalisation (C. civ. 1343-2), l’indemnité de D441-5, l’article 700 et les dépens.',
    ],
  },
}
export type PaperWords = typeof fr

const en: PaperWords = {
  mandate: {
    title: 'Mandate for amicable collection',
    subtitle: 'Written agreement required by CPCE R124-3',
    parties: 'Between',
    creditor: 'The creditor',
    agency: 'The collection agency',
    object: 'Claims handed over, their ground and amount',
    objectText: (debtor) =>
      `The creditor charges the agency with the amicable collection of these claims on ${debtor}:`,
    amounts: (day) => `Amounts as of ${day}, principal, interest and accessories apart:`,
    ground:
      'Ground: goods or services ordered and invoiced; late-payment interest and fixed recovery sum of C. com. L441-10 II and D441-5.',
    power: 'Power to receive funds',
    powerText:
      'The agency may receive the debtor’s payments for the creditor’s account and give receipt. It grants neither reduction nor time without the creditor’s written consent, and starts no court action without a mandate of its own.',
    fee: 'Fee',
    feeMissing: 'Fee basis: …',
    payingOver: 'Paying over',
    payingOverText:
      'The agency pays what it receives over to the creditor, with a statement by invoice, within this time.',
    payingOverField: 'Time and account to be credited',
    liability: 'Professional liability',
    liabilityText:
      'The agency covers the creditor against the consequences of its professional liability and keeps funds received for others on a dedicated account.',
    liabilityField: 'Insurer, policy number, dedicated account',
    costs: 'Recovery costs',
    costsText:
      'Without an enforceable title the costs of recovery stay with the creditor (CPCE L111-8): the agency does not claim them from the debtor. The fixed sum of €40 an invoice and further proved costs (C. com. L441-10 II) are a right of the creditor’s own. The agency’s first letter bears what CPCE R124-4 requires.',
    signed: (city, day) => `done at ${city}, ${day}`,
    read: 'stamp, name, capacity and signature',
  },
  sheet: {
    title: 'Claims handed over',
    columns: [
      'Account',
      'Debtor',
      'SIREN',
      'Street',
      'Postal code',
      'City',
      'Country',
      'Contact',
      'Telephone',
      'E-mail',
      'Invoice',
      'Date',
      'Due',
      'Currency',
      'Incl. VAT',
      'Principal due',
      'Interest',
      'Fixed sums',
      'Total due',
      'Disputed',
      'Last letter',
      'Level',
    ],
    rounding: 'As of',
  },
  lawyer: {
    title: 'Sheet for the lawyer',
    parties: 'Parties and court',
    undisputed: 'No dispute is recorded.',
    story: 'Chronology',
    day: 'Date',
    event: 'Event',
    invoiced: (number, due) => `Invoice ${number}, due on ${due}`,
    handed: 'File handed over',
    toShow: 'To be shown',
    points: [
      'That the debt exists: order or contract, delivery or acceptance, invoice not contested. The debtor has to show a serious dispute (CPC 873 al. 2; Cass. civ. 1, 25 March 2010, 09-13382).',
      'The provision may be of the part alone that cannot be seriously disputed.',
      'A lawyer is compulsory above €10,000 before the commercial court (CPC 853).',
      'Ask for the interest to come, its capitalisation (C. civ. 1343-2), the fixed sum of D441-5, article 700 and costs.',
    ],
  },
}

export const paperWords: Record<Language, PaperWords> = { fr, en }
