export const payablesFr = {
  title: 'Face aux fournisseurs',
  about: 'Jours de ventes à encaisser, jours d’achats à payer, de mois en mois jusqu’au jour choisi.',
  dso: 'DSO, clients',
  dpo: 'DPO, fournisseurs',
  days: '{{value}} j',
  gap: 'Écart DSO − DPO',
  pays: 'Vous payez vos fournisseurs {{days}} jours avant d’encaisser vos clients\u202f: cet écart, c’est vous qui le financez.',
  paid: 'Vous encaissez vos clients {{days}} jours avant de payer vos fournisseurs\u202f: cet écart vous finance.',
  even: 'Vous payez vos fournisseurs au rythme où vos clients vous paient.',
  owed: 'Dû aux fournisseurs',
  purchases: '{{amount}} d’achats TTC en {{days}} jours',
  list: 'Fournisseurs',
  until: 'Les écritures fournisseurs du dossier vont du {{from}} au {{until}}.',
  why: {
    'no-suppliers':
      'Un FEC porte aussi vos comptes fournisseurs (401 et 403)\u202f: importez-le, même s’il l’a déjà été, et le délai fournisseurs se calcule à tout jour passé.',
    'ledger-ends': 'Les écritures fournisseurs du dossier s’arrêtent au {{until}}.',
    'history-too-short': 'Les écritures fournisseurs du dossier commencent le {{from}}\u202f: il en faut un mois.',
    'no-purchases': 'Aucun achat n’est comptabilisé dans la période.',
    'credit-balance':
      'Les fournisseurs sont débiteurs dans l’ensemble\u202f: vous leur avez payé plus que vous ne deviez.',
  },
  import: 'Importer un FEC',
  lookAt: 'Voir au {{day}}',
}
