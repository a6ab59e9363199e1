import type { HelpTexts } from './help.topics.ts'

export const writeoffTopicsFr: Pick<HelpTexts, 'writeoffs'> = {
  writeoffs: {
    title: 'Passages en perte',
    lead: 'Une créance qui ne sera plus recouvrée est abandonnée à deux, avec le motif et les pièces.',
    sections: [
      {
        title: 'Proposer et approuver',
        text: 'Rien ne change dans la balance avant l’approbation.',
        steps: [
          'Cochez les postes d’un client et appuyez sur w, ou proposez depuis cet écran\u202f: montant, motif, TVA, pièces.',
          'Une autre personne approuve, dans la limite de son plafond (Politique, Passages en perte), et choisit le jour.',
          'Les postes sortent de la balance et des relances\u202f; un échéancier qui les portait prend fin.',
        ],
      },
      {
        title: 'Rentrées et reprises',
        text: 'Un passage en perte ne s’efface pas. Ce que le client paie ensuite s’enregistre sans l’affecter, puis se rattache ici\u202f: la créance est de nouveau due ce jour-là et soldée par le règlement. Une erreur se reprend de la même façon, avec son motif. Les jours d’avant ne changent pas.',
      },
      {
        title: 'Récupérer la TVA (CGI, article 272)',
        text: 'La TVA acquittée à la facturation se déduit quand la perte est définitive.',
        steps: [
          'Enregistrez l’événement et son jour\u202f: jugement de liquidation, plan, disparition.',
          'Établissez l’avis, qui vaut duplicata des factures, et envoyez-le au client ou au liquidateur, même en liquidation.',
          'Déduisez la TVA avant le 31 décembre de la deuxième année qui suit, puis marquez-la déduite.',
        ],
      },
      {
        title: 'Pour le comptable',
        text: 'La liste d’une période donne chaque perte et chaque rentrée, HT, TVA et TTC, la TVA à récupérer, l’écriture proposée (654, 44571, 416) et qui a approuvé.',
      },
    ],
  },
}
