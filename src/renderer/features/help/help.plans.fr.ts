import type { HelpText } from './help.topics.ts'

/** Several plans, their levels, approvals and what happens at the end. */
export const planSectionsFr: HelpText['sections'] = [
  {
    title: 'Plusieurs plans',
    text: 'Sous Plus, Plans de relance. Le plus proche l’emporte\u202f: celui de la facture, puis du client, du segment, enfin le plan par défaut. Le plan d’un client ou d’une facture se choisit sur sa fiche, celui d’un segment sur le plan.',
    points: [
      'Un niveau compte ses jours depuis l’échéance, la fin de son mois ou la lettre précédente, et attend la fin du délai que celle-ci accordait.',
      'Un avis avant échéance part une fois par facture et ne réclame rien.',
      'Les jours chômés du dossier décalent les niveaux, si le plan le dit.',
    ],
  },
  {
    title: 'Approbations et effets',
    text: 'Un niveau peut demander l’approbation d’une deuxième personne\u202f: elle approuve depuis la proposition, une autre émet. Il peut aussi arrêter les livraisons, demander une revue de crédit ou transmettre le dossier\u202f: c’est annoncé avant l’émission, et annuler la lettre l’annule. Au bout du plan, les clients attendent sous « À transmettre ».',
  },
]
