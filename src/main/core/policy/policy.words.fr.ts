/** The sentences of the printed policy in French. */
export const policyWordsFr = {
  title: 'Politique de crédit et de recouvrement',
  fileName: 'politique-de-credit',
  inForce: (version: number, day: string) => `Version ${version}, en vigueur à compter du ${day}`,
  shipped: 'Politique fournie avec le programme, pas encore adoptée',
  printed: (day: string) => `Imprimée le ${day}`,
  author: (name: string) => `Établie par ${name}`,
  states: { current: 'En vigueur', coming: 'À venir', former: 'Remplacée', shipped: 'Non adoptée' },
  preamble:
    'Ces règles s’appliquent à toute vente à terme de la société. Une décision garde la version sous laquelle elle a été prise : une version nouvelle ne change rien à ce qui est décidé.',
  changes: {
    title: (version: number) => `Ce qui change depuis la version ${version}`,
    titleShipped: 'Ce qui change depuis la politique fournie',
    columns: ['Clause', 'Point', 'Avant', 'Désormais'],
    none: 'Rien ne change dans les clauses.',
  },
  none: '–',
  writeOff: {
    text: 'Un écart de règlement peut être passé en perte sans avoir jusqu’aux montants suivants.',
    none: 'Aucun écart de règlement ne peut être passé en perte sans avoir.',
    columns: ['Devise', 'Écart maximal'],
    others:
      'Au-delà, et dans toute autre devise, un avoir est établi, ou la créance est passée en perte comme il suit.',
  },
  losses: {
    text: 'Une créance qui ne sera plus recouvrée est passée en perte sur proposition motivée, pièces à l’appui, puis approuvée. La créance passée en perte sort de la balance et des relances ; ce qui en est encaissé ensuite est une rentrée.',
    anyone: 'Toute personne autre que l’auteur de la proposition peut l’approuver.',
    columns: ['Personne', 'Plafond d’approbation'],
    fourEyes: 'Nul n’approuve sa propre proposition, quel qu’en soit le montant.',
    alone: (amount: string) =>
      `Jusqu’à ${amount}, l’auteur d’une proposition peut l’approuver lui-même ; au-delà, une autre personne l’approuve.`,
  },
  disputes: {
    text: (days: string) => `Un litige est réglé sous ${days}. Il porte l’un des motifs suivants.`,
    retired: (names: string) => `Ne sont plus proposés pour un nouveau litige : ${names}.`,
    effect: 'La part contestée sort des relances et reste dans la balance ; la part non contestée est relancée.',
  },
  proofs: {
    text: 'Une créance est prouvable quand le dossier contient chacune des pièces suivantes.',
    none: 'Aucune pièce n’est demandée : toute créance compte comme prouvable.',
  },
  invoicing: {
    text: (delay: string) => `Une livraison est facturée sous ${delay}.`,
    atOnce: 'Une livraison est facturée le jour même.',
  },
  instalments: {
    text: (days: string) =>
      `Un échéancier est rompu quand une échéance reste impayée plus de ${days} après son terme. Les relances reprennent alors sur la totalité du solde.`,
    none: 'Un échéancier est rompu dès le lendemain d’une échéance impayée. Les relances reprennent alors sur la totalité du solde.',
    promise: (days: string) =>
      `Une promesse de règlement est tenue quand le paiement arrive dans les ${days} qui suivent le jour promis. Les relances de ses factures attendent jusque-là, puis reprennent au niveau suivant.`,
    promiseAtOnce:
      'Une promesse de règlement est tenue quand le paiement arrive au plus tard le jour promis. Les relances de ses factures attendent jusque-là, puis reprennent au niveau suivant.',
  },
  charges: {
    contractual: (rate: string) =>
      `Les pénalités de retard courent de plein droit, du lendemain de l’échéance au paiement, au taux conventionnel de ${rate} l’an.`,
    statutory: (rate: string) =>
      `Les pénalités de retard courent de plein droit, du lendemain de l’échéance au paiement, au taux légal supplétif : taux de refinancement de la Banque centrale européenne majoré de 10 points (C. com. L441-10 II)${rate}.`,
    statutoryRate: (rate: string, semester: string) => `, soit ${rate} pour le ${semester}`,
    semester: (year: string, half: string) => `${half === '1' ? '1er' : '2e'} semestre ${year}`,
    floorKept: (floor: string, semester: string) =>
      `Ce taux respecte le plancher de trois fois le taux d’intérêt légal, ${floor} au ${semester}.`,
    floorBroken: (floor: string, semester: string) =>
      `Ce taux est inférieur au plancher de trois fois le taux d’intérêt légal, ${floor} au ${semester} (C. com. L441-10 II) : il est à revoir.`,
    counting: (days: string) => `Les intérêts se calculent jour par jour : ${days}.`,
    follows: (rate: string) => `Taux retenu : ${rate}.`,
    foreign: 'Les pénalités de retard courent au taux légal du pays de la société.',
    indemnity:
      'S’y ajoute l’indemnité forfaitaire pour frais de recouvrement de 40 € par facture payée en retard (C. com. D441-5).',
    discount: (discount: string) => `Un escompte de ${discount} est accordé pour paiement anticipé.`,
    noDiscount: 'Aucun escompte n’est accordé pour paiement anticipé ; les factures le mentionnent (C. com. L441-9).',
  },
  limits: {
    text: 'La limite de crédit est l’encours que la société accepte de porter sur un client. Elle se calcule par les méthodes suivantes ; le calcul de chacune est gardé avec la décision.',
    columns: ['Méthode', 'Calcul', 'Paramètre'],
    methods: {
      need: ['Besoin', 'achats annuels HT × (1 + TVA) × jours / 360, délai accordé et retard usuel compris'],
      equity: ['Fonds propres', 'part des capitaux propres du client ; zéro s’ils sont négatifs'],
      supplier: ['Dettes fournisseurs', 'part des dettes fournisseurs du client'],
      revenue: ['Chiffre d’affaires', 'chiffre d’affaires du client × part × jours / 360'],
      workingCapital: ['Fonds de roulement', 'part du fonds de roulement net global du client'],
      ownRevenue: ['Notre capacité', 'part de notre chiffre d’affaires annuel, pour un client ou son groupe'],
      external: ['Avis externe', 'limite conseillée par l’agence ou l’assureur, telle quelle'],
    },
    need: (tax: string, days: string) => `TVA ${tax}, retard usuel ${days}`,
    ownRevenue: (percent: string, revenue: string) => `${percent} de ${revenue}`,
    leftOut: 'non retenue',
    asIs: 'sans coefficient',
    blend:
      'La limite recommandée est le plus faible de trois montants : le besoin ; l’assise financière, c’est-à-dire le plus faible des fonds propres, des dettes fournisseurs et du fonds de roulement, multipliée par le coefficient de la classe ; notre capacité. S’y ajoutent les garanties reçues et la part assurée. Le chiffre d’affaires et l’avis externe sont donnés pour comparaison.',
    lowest: 'La limite recommandée est la plus faible des méthodes qui ont pu être calculées.',
    factors: 'Coefficient appliqué à l’assise financière',
    classes: 'Classe',
    zero: 'Une limite de zéro n’est pas une absence de limite : le client règle au comptant.',
  },
  terms: {
    company: (terms: string) => `Sauf accord particulier, les factures sont payables ${terms}.`,
    segments: 'Les segments suivants ont leur propre délai.',
    columns: ['Segment', 'Délai', 'Plafond légal'],
    kept: 'respecté',
    broken: 'dépassé',
    others: 'Autres clients',
    check:
      'Contrôle fait sur le mois de la version, au regard du plafond de 60 jours date de facture ou 45 jours fin de mois (C. com. L441-10 I). Les plafonds particuliers (denrées périssables, transport, boissons…) restent à vérifier.',
    suppliers: (days: string) =>
      `Nos fournisseurs nous accordent ${days} en moyenne : tout délai supérieur accordé à un client est à financer.`,
  },
  scorecard: {
    text: 'La note interne, de 0 à 100, est la moyenne des critères pondérée par leur poids. Un critère inconnu n’est jamais compté zéro : son poids est réparti sur les autres, et la part connue est indiquée.',
    columns: ['Critère', 'Origine', 'Poids', 'Part'],
    total: 'Total',
    sources: {
      behaviour: 'nos encaissements',
      structure: 'comptes annuels, structure',
      profitability: 'comptes annuels, rentabilité',
      external: 'agence de notation',
      'age-size': 'ancienneté et taille',
      guarantees: 'garanties reçues',
      manual: 'appréciation de l’analyste',
    },
    classes: 'La note donne la classe de risque.',
    classColumns: ['Classe', 'Risque', 'Note'],
    from: (low: number, high: number) => `de ${low} à ${high}`,
    below: (bound: number) => `moins de ${bound}`,
  },
  documents: {
    text: 'Le dossier contient, selon le montant de la limite :',
    columns: ['À partir de', 'Pièces demandées'],
    empty: 'Aucune pièce n’est demandée.',
  },
  reviews: {
    text: 'Chaque client qui a une limite est revu au moins à la fréquence de sa classe, et plus tôt si une alerte le demande.',
    row: 'Revue tous les',
    stale: (months: string) => `Un rapport d’agence ou des comptes annuels de plus de ${months} ne comptent plus.`,
  },
  newCustomers: {
    text: (months: string, ceiling: string) =>
      `Pendant ses ${months} premiers mois, un client n’a pas plus de ${ceiling} d’encours sans décision expresse, quelle que soit la recommandation.`,
    none: 'Les nouveaux clients ne suivent aucune règle particulière.',
  },
  exposure: {
    text: 'L’encours est la somme des composantes suivantes.',
    columns: ['Composante', 'Dans l’encours'],
    yes: 'comptée',
    no: 'non comptée',
    watch: (percent: string) => `À partir de ${percent} de la limite, le compte est surveillé.`,
    tolerance: (percent: string) =>
      `Une commande qui dépasse la limite de ${percent} au plus est signalée sans être refusée.`,
    noTolerance: 'Une commande qui dépasse la limite est refusée, sans tolérance.',
    delivered: 'Une facture de marchandises livrées n’est jamais refusée.',
  },
  late: {
    text: (minimum: string, warn: string, refuse: string) =>
      `Dès qu’un client doit plus de ${minimum} échus et non contestés : depuis ${warn}, ses commandes sont signalées ; depuis ${refuse}, elles sont refusées, sauf décision d’une personne habilitée.`,
    brokenPromise: {
      none: 'Une promesse de paiement non tenue ne change rien aux commandes.',
      warn: 'Tant qu’une promesse de paiement non tenue reste à régler, les commandes sont signalées.',
      refuse:
        'Tant qu’une promesse de paiement non tenue reste à régler, les commandes sont refusées, sauf décision d’une personne habilitée.',
    },
  },
  authority: {
    text: 'Les personnes suivantes décident d’une limite, jusqu’au montant indiqué pour la classe du client. Une personne qui n’est pas nommée ne décide pas.',
    anyone: 'Personne n’est nommé : toute personne qui travaille dans le dossier décide, quel que soit le montant.',
    person: 'Personne',
    class: (one: string) => `Classe ${one}`,
    nothing: 'aucun',
    deputies: 'Suppléances',
    deputyColumns: ['Titulaire', 'Suppléant', 'Du', 'Au'],
    noDeputies: 'Aucune suppléance n’est prévue.',
    deputyRule: 'Le suppléant décide dans les limites du titulaire, et la décision nomme les deux.',
    escalation: (days: string) => `Une demande restée ${days} sans réponse passe au niveau supérieur.`,
    fourEyes: (amount: string) =>
      `À partir de ${amount}, nul n’approuve sa propre proposition, quel que soit son plafond.`,
  },
  actions: { columns: ['Classe', 'Conduite à tenir'], none: 'Aucune conduite particulière n’est écrite.' },
  alerts: {
    text: 'Une revue est proposée sans attendre quand, d’une revue à l’autre :',
    lateRise: (days: string) => `le retard moyen des trois derniers mois augmente d’au moins ${days}`,
    scoreDrop: (points: string) => `le score de paiement perd au moins ${points} en trois mois`,
    inactive: (months: string) => `une limite reste sans facture pendant ${months}`,
    ending: (days: string) => `une limite, une garantie ou une couverture prend fin dans les ${days}`,
    always:
      'la limite est dépassée, une procédure collective est publiée, un échéancier ou une promesse de paiement n’est pas tenu, un impayé assuré est à déclarer ou un document du dossier est périmé',
  },
  approval: {
    title: 'Adoption',
    author: 'Établie par',
    board: 'Adoptée par la direction',
    hint: 'date et signature',
  },
}
