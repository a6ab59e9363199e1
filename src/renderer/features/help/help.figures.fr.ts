import type { HelpTexts } from './help.topics.ts'

export const figureTopicsFr: Pick<HelpTexts, 'figures'> = {
  figures: {
    title: 'Chiffres clés',
    lead: 'Ce que dit le grand livre d’un jour, passé ou présent, avec le calcul et la liste derrière chaque chiffre.',
    sections: [
      {
        title: 'Lire l’écran',
        text: 'En haut, six chiffres et leurs vingt-quatre mois. Plus bas, tous les autres\u202f: valeur, courbe, calcul avec les montants du jour, liste.',
        steps: [
          'Choisissez un jour\u202f: seuls comptent les pièces et les règlements datés jusqu’à lui. Un chiffre d’hier est celui qu’on aurait lu hier.',
          'Choisissez la période\u202f: ses ventes servent au DSO, ses règlements, promesses, litiges et relances aux autres.',
          'Ouvrez la courbe d’un chiffre\u202f: ses vingt-quatre mois, tels que le grand livre se lisait à chacun d’eux\u202f; un jour choisi y ramène tout l’écran. Les niveaux et les personnes des relances ont la leur.',
          'Ouvrez la liste à droite\u202f: une balance, ou un volet dont la somme est celle du calcul. Échap le ferme.',
        ],
      },
      {
        title: 'DSO et retard',
        text: 'Encours et ventes sont tous deux TTC. Le DSO idéal ne garde que le non échu\u202f; la différence, les jours dus au retard, est ce que le recouvrement peut gagner.',
        points: [
          'Par épuisement\u202f: les ventes des derniers mois sont retranchées de l’encours, en remontant. Juste quand les ventes varient.',
          'Retard pondéré\u202f: par montant, une avance comptant en moins. Par échéance\u202f: chaque échéance d’une facture compte pour une, un acompte pour sa part.',
          'Efficacité\u202f: toujours sur un mois\u202f; sur plusieurs, les ventes la gonfleraient.',
          'Coût du retard\u202f: échu × taux de financement × jours dus au retard ÷ 365. Le taux se règle en haut.',
        ],
      },
      {
        title: 'Pertes, litiges, promesses, limites',
        text: 'Ils viennent du travail fait dans Encours, tel qu’il était ce jour-là.',
        points: [
          'Créances irrécouvrables\u202f: hors taxes sur ventes hors taxes. Une perte dont la TVA n’est pas connue, et les ventes, y sont ramenées au taux réglé en haut.',
          'Promesses tenues\u202f: en nombre, seules celles payées en entier et à temps\u202f; en montant, un acompte compte pour sa part. Reportée avant son jour, une promesse ne compte pas\u202f; ce jour-là ou après, elle n’est pas tenue.',
          'Limites utilisées\u202f: un groupe qui a une limite est un seul compte. Les dépassements sont ceux de la liste des encours. Ce qui compte dans l’encours est ce que la politique d’aujourd’hui y compte, pour les mois passés aussi.',
          'Concentration\u202f: un groupe compte pour un client\u202f; les clients créditeurs n’y pèsent rien.',
        ],
      },
      {
        title: 'Ce que rapportent les relances',
        text: 'Compte ce qui a été réglé après une lettre ou un appel, jusqu’à la demande suivante pour la même facture. Un règlement du jour même est venu avant. Par niveau, seules les lettres se suivent\u202f; par personne, la dernière à avoir demandé, par lettre ou au téléphone.',
      },
      {
        title: 'Quand un chiffre manque',
        text: 'Il dit pourquoi\u202f: pas de vente, historique trop court, aucune promesse échue… Jamais un zéro à la place d’un chiffre inconnu. Une pièce en devise sans cours connu n’entre dans aucun, et l’écran le dit.',
      },
    ],
  },
}
