import type { HelpTexts } from './help.topics.ts'

export const safetyTopicsFr: Pick<HelpTexts, 'safety'> = {
  safety: {
    title: 'Le fichier et sa sécurité',
    lead: 'Un fichier, chez vous, qui contient tout.',
    sections: [
      {
        title: 'Un seul écrivain',
        text: 'Si le dossier est déjà ouvert ailleurs, il s’ouvre en lecture seule et dit par qui. Un fichier fait par une version plus récente est refusé sans être touché.',
      },
      {
        title: 'Sauvegardes',
        text: 'Sous Sécurité › Sauvegardes. Elles se font d’elles-mêmes à la fermeture, et chaque jour à la première saisie\u202f; chacune est relue et comparée au dossier.',
        points: [
          'Sont conservées la plus récente de chacun des 7 derniers jours, 4 dernières semaines et 12 derniers mois, et toutes celles que vous demandez.',
          'Choisissez un dossier sur un autre disque. S’il est absent, le programme le dit et ne crée rien à sa place.',
          'Une sauvegarde d’un dossier chiffré l’est aussi, sous la phrase secrète de ce jour-là.',
        ],
      },
      {
        title: 'Restaurer',
        text: 'L’aperçu montre la date, la taille et le contenu. La sauvegarde va dans un nouveau dossier, ou à la place de l’ancien, qui est mis de côté sous un autre nom. Rien n’est jamais supprimé ni écrasé.',
      },
      {
        title: 'Dossier endommagé ou disparu',
        text: 'L’écran d’accueil propose ses sauvegardes. Un dossier endommagé peut aussi s’ouvrir en lecture seule\u202f: ce qui touche une page abîmée est refusé, le reste se lit.',
      },
      {
        title: 'Mises à jour',
        text: 'Avant de mettre un dossier au format d’une nouvelle version, le programme en fait une copie à côté.',
      },
      {
        title: 'Journal',
        text: 'Chaque modification est enregistrée avec son auteur et son heure, sous Sécurité › Activité.',
      },
    ],
  },
}
