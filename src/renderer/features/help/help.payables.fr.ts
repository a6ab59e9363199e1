import type { HelpTexts } from './help.topics.ts'

export const payableTopicsFr: Pick<HelpTexts, 'payables'> = {
  payables: {
    title: 'Délai fournisseurs (DPO)',
    lead: 'Combien de jours vous attendez vos clients, et combien vos fournisseurs vous attendent.',
    sections: [
      {
        title: 'D’où viennent les chiffres',
        text: 'Un FEC porte aussi vos comptes fournisseurs. À l’import, dans la même lecture que vos clients, Encours garde les écritures des comptes 401 (fournisseurs) et 403 (effets à payer). Le rapport d’import dit combien.',
        points: [
          'N’y entrent pas\u202f: 404 et 405 (immobilisations), 408 (factures non parvenues), 409 (acomptes et avoirs à recevoir).',
          'Chaque écriture est classée par sa contrepartie\u202f: facture ou avoir face à un achat, règlement face à la banque, opération diverse sinon.',
          'Un FEC déjà importé par une version antérieure peut l’être de nouveau\u202f: seules ses écritures fournisseurs s’ajoutent.',
          'Un export plus long de la même année retrouve ses lignes, n’ajoute que les nouvelles et met le lettrage à jour.',
          'Les à-nouveaux disent ce qui est dû au premier jour de l’exercice\u202f: ils ne s’ajoutent pas à l’exercice précédent, même s’il manque. Les définitifs remplacent les provisoires.',
        ],
      },
      {
        title: 'Le calcul',
        text: 'DPO = dû aux fournisseurs ÷ achats TTC de la période × jours de la période. Les achats sont les factures moins les avoirs. L’écart DSO − DPO dit qui finance qui\u202f: positif, vous payez avant d’encaisser. Le tout à n’importe quel jour passé et sur vingt-quatre mois, sous Chiffres, Chiffres clés\u202f; le détail par fournisseur est à un clic.',
      },
      {
        title: 'Quand le chiffre manque',
        text: 'Encours dit pourquoi plutôt que d’afficher un zéro.',
        points: [
          'Aucun compte fournisseur dans le dossier\u202f: importez un FEC.',
          'Le grand livre s’arrête avant ce jour\u202f: il compte jusqu’à la fin du mois de sa dernière écriture fournisseur\u202f; le bouton mène à ce jour-là.',
          'Moins d’un mois d’écritures, aucun achat dans la période, ou des fournisseurs débiteurs dans l’ensemble.',
        ],
      },
    ],
  },
}
