import type { HelpTexts } from './help.topics.ts'

export const answerTopicsFr: Pick<HelpTexts, 'answers'> = {
  answers: {
    title: 'Réponses des clients',
    lead: 'Depuis son espace, un client répond par un petit fichier signé. Rien n’entre dans le dossier sans votre décision.',
    sections: [
      {
        title: 'Ce qu’un client peut dire',
        text: 'Il annonce un paiement, conteste une facture, demande plus de crédit ou un délai plus long, ou corrige ses coordonnées. La page prépare un fichier chiffré, qu’il joint lui-même à un courriel\u202f: le message ne contient rien d’autre.',
      },
      {
        title: 'Lire et décider',
        text: 'Une réponse lue attend votre décision\u202f; une tâche le rappelle dans la liste du jour.',
        steps: [
          'Déposez le fichier .encours-answer, ou plusieurs à la fois, sur l’écran Importer ou dans Créances › Réponses. Chacun est lu pour lui-même\u202f; ceux qui sont refusés sont listés avec leur motif.',
          'Lisez ce que dit le client à côté de ce que dit le dossier\u202f; les coordonnées montrent l’avant et l’après.',
          'Changez les valeurs si besoin, puis acceptez\u202f: une promesse, un litige, une demande de crédit ou une fiche corrigée en naît. Ou déclinez, avec un motif.',
        ],
        points: [
          'Les pièces jointes (PDF, PNG, JPEG) et le fichier reçu restent dans le dossier\u202f; une pièce jointe y porte l’extension de ce qu’elle est vraiment.',
          'Qui reçoit les relances, c’est vous qui le dites\u202f: une correction de coordonnées n’y change rien sans votre coche.',
          'Le client n’est pas averti de votre décision\u202f: dites-la-lui.',
        ],
      },
      {
        title: 'Ce qui est refusé, et pourquoi',
        text: 'La signature doit être celle d’un espace que ce dossier a établi pour ce client. Une réponse falsifiée, abîmée, déjà lue, trop volumineuse, d’un autre client, d’un espace retiré ou passé, trop ancienne ou d’une version plus récente est refusée avec son motif\u202f; rien n’en est gardé.',
        points: [
          'Une réponse écrite à temps se lit encore quatorze jours après la fin de l’espace.',
          'Au-delà de quatre-vingt-dix jours, demandez-en une nouvelle.',
        ],
      },
    ],
  },
}
