import type { HelpTexts } from './help.topics.ts'

export const reportTopicsFr: Pick<HelpTexts, 'reports'> = {
  reports: {
    title: 'Rapport mensuel, tableaux, pertes',
    lead: 'Le mois en quelques pages, avec ce que vous avez à en dire, et chaque tableau dans un classeur.',
    sections: [
      {
        title: 'Le rapport d’un mois',
        text: 'Il se lit dans le grand livre au dernier jour du mois\u202f; le mois en cours s’arrête à la date de travail et porte «\u202fmois en cours\u202f». L’aperçu montre les pages telles qu’elles seront imprimées.',
        steps: [
          'Choisissez le mois et la langue, en haut.',
          'Écrivez à gauche ce qu’il faut dire de chaque partie. Un champ quitté est enregistré et paraît dans l’aperçu.',
          '«\u202fPDF\u202f» enregistre le rapport, «\u202fTableaux (XLSX)\u202f» un classeur de tout ce sur quoi il repose.',
        ],
      },
      {
        title: 'Les commentaires',
        text: 'Ils restent au dossier, mois par mois, avec qui les a écrits et quand. Un champ vidé retire le commentaire. «\u202fL’essentiel\u202f» paraît sous le titre.',
      },
      {
        title: 'Les tableaux en classeur',
        text: 'Le même bouton se trouve sur le tableau de bord, les chiffres clés, la prévision, les dépréciations et les pertes. Il donne une feuille par tableau, au jour choisi\u202f: les montants et les dates y sont de vrais nombres et de vraies dates, jamais des formules. Un chiffre qui ne peut se calculer reste vide, et la feuille dit pourquoi.',
      },
      {
        title: 'D’où viennent les pertes',
        text: 'Crédit › Pertes les compte par origine, puis par décideur, segment, commercial ou ancienneté de la relation, de la première facture du client à celle qui est perdue. Un clic réduit la liste.',
      },
      {
        title: 'Ce que la politique aurait changé',
        text: 'Chaque perte est soumise à la politique en vigueur aujourd’hui, avec ce qui était connu la veille de la vente\u202f: comptes annuels, rapports, habitudes de paiement, retards.',
        points: [
          'Vente refusée\u202f: blocage, procédure, promesse ou échéancier rompu, retards au-delà de la politique. Toute la perte est évitée.',
          'Limite plus basse\u202f: est évité ce dont le compte dépassait la limite recommandée, au plus la perte.',
          'Vente acceptée\u202f: la politique n’aurait rien changé.',
          'Limite non calculable\u202f: rien ne permettait d’en proposer une.',
        ],
      },
      {
        title: 'Ce qu’il faut en penser',
        text: 'C’est un calcul après coup\u202f: il ne dit pas quelles bonnes ventes la même politique aurait refusées. Seules les cent plus grosses pertes de la période sont mesurées\u202f; l’écran dit combien ne le sont pas.',
      },
    ],
  },
}
