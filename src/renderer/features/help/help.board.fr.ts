import type { HelpTexts } from './help.topics.ts'

export const boardTopicsFr: Pick<HelpTexts, 'board'> = {
  board: {
    title: 'Tableau de bord et prévision',
    lead: 'Où est l’argent, et pourquoi\u202f: en dix secondes, puis aussi loin que l’on veut.',
    sections: [
      {
        title: 'Les cinq chiffres',
        text: 'Chacun ouvre la liste d’où il vient. Choisissez un jour passé\u202f: tout se recalcule d’après le grand livre de ce jour, hors la liste du jour.',
        points: [
          'Attendu\u202f: ce que la prévision compte encaisser en quatre semaines, entre une ligne basse et une ligne haute.',
          'Échu\u202f: les colonnes de la balance âgée au-delà de l’échéance, litiges compris.',
          'À risque\u202f: chaque facture une seule fois. D’abord les clients en procédure\u202f; chez les autres, la part en litige\u202f; du reste, ce qui dépasse 90 jours.',
          'À faire aujourd’hui\u202f: les clients qui restent sur la liste du jour, et ceux dont l’encours dépasse la limite.',
          'DSO\u202f: l’encours rapporté aux ventes TTC de douze mois, comme parmi les chiffres clés.',
        ],
      },
      {
        title: 'Pourquoi le DSO a changé',
        text: 'La cascade mène du DSO d’un jour à celui d’un autre, à la décimale près. La première marche est celle des ventes\u202f: le même encours face à d’autres ventes. Chaque marche suivante est ce qu’une partie de l’encours a pris ou perdu, rapporté aux ventes d’aujourd’hui\u202f: le non échu, chaque tranche de retard, les litiges (sortis de leur tranche), les règlements et avoirs non lettrés. Dessous, la même chose par client.',
      },
      {
        title: 'Encours et limites',
        text: 'La barre est l’encours, le trait est la limite, une même échelle pour tous. Ambre près de la limite, rouge au-delà.',
      },
      {
        title: 'Par segment, commercial, pays, groupe',
        text: 'Segment et commercial se saisissent sur la fiche du client ou s’importent. Ceux qui n’en ont pas font une ligne à part\u202f; au-delà de cinquante lignes, les plus petites sont réunies. La somme est toujours la balance âgée du jour.',
      },
      {
        title: 'Habitude de paiement',
        text: 'Sur le compte d’un client, chaque facture payée depuis deux ans est une marque à son jour\u202f: basse et verte à l’heure, d’autant plus haute qu’elle fut payée tard.',
      },
      {
        title: 'Prévision',
        text: 'Chaque facture est attendue le jour où ce client paie d’habitude\u202f; une promesse ou un échéancier en décide autrement. Litiges, procédures et créances sans règlement comparable par le passé restent à part\u202f; quand il n’y a que cela, l’écran dit que rien ne se calcule. Les curseurs montrent ce qui change si un gros client paie plus tard, et le tableau du bas ce que valaient les prévisions passées.',
      },
      {
        title: 'Non calculable',
        text: 'Sans ventes, avec moins d’un mois d’histoire ou des clients créditeurs dans l’ensemble, un DSO ne veut rien dire\u202f: l’écran le dit, avec la raison, plutôt que d’afficher zéro.',
      },
    ],
  },
}
