import type { HelpTexts } from './help.topics.ts'

export const orderTopicsFr: Pick<HelpTexts, 'applications' | 'orders'> = {
  applications: {
    title: 'Demandes de crédit',
    lead: 'Ce qu’un client demande, et ce que le dossier doit contenir avant de décider.',
    sections: [
      {
        title: 'Du formulaire à la revue',
        text: 'Le formulaire est un PDF à remplir à l’écran ou à la main, dans la langue du client, avec les pièces que votre politique exige pour le montant.',
        steps: [
          'Envoyez le formulaire vierge, ou celui d’une demande, où ce que l’on sait du client est déjà inscrit.',
          'Déposez-le rempli sur la demande\u202f: montants, délai, références et interlocuteurs sont repris, le fichier est gardé. Ce qui ne peut pas être lu est refusé en nommant le champ.',
          'Réunissez les pièces qui manquent dans l’onglet Documents du client.',
          'Ouvrez la revue (« r »)\u202f: la demande suit désormais sa décision.',
        ],
      },
      {
        title: 'Références commerciales',
        text: 'Chaque fournisseur nommé peut recevoir une demande de référence en PDF. Sa réponse est notée par son retard moyen\u202f: 100 à l’échéance, 80 jusqu’à 15 jours, 60 jusqu’à 30, 30 jusqu’à 60, 0 au-delà. La note d’ensemble est pondérée par l’encours maximal. Sans retard indiqué, pas de note.',
      },
    ],
  },
  orders: {
    title: 'Commandes et pertes',
    lead: 'Puis-je accepter cette commande\u202f? Et d’où viennent les pertes\u202f?',
    sections: [
      {
        title: 'Accepter, avec réserve, refuser',
        text: 'Le client et le montant suffisent. Chaque règle qui a compté est écrite avec ses chiffres, qui peut la lever et jusqu’à quand. La barre montre l’encours avant et avec la commande, face à la limite.',
        points: [
          'Une commande refusée peut être enregistrée\u202f: elle reste bloquée, hors de l’encours.',
          'Une dérogation la libère, avec un motif, par une personne que la politique nomme.',
          'Payée d’avance, elle n’entre pas dans l’encours\u202f: les règles sont dites et ne refusent pas.',
          'Une commande rouverte est vérifiée comme une nouvelle. Une facture n’est jamais bloquée.',
        ],
      },
      {
        title: 'Importer des commandes',
        text: 'Un tableau CSV ou Excel, lu d’abord à blanc\u202f: vous voyez ce qui serait nouveau, changé ou bloqué. Relire le même fichier ne change rien.',
      },
      {
        title: 'Pertes',
        text: 'Chaque créance passée en perte, ou due par un client en procédure collective, est rattachée à ce qui l’avait laissée entrer le jour de la facture\u202f: revue, limite, dérogation, dépassement. Un clic sur une origine ou un décideur montre ses factures.',
      },
    ],
  },
}
