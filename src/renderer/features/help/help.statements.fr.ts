import type { HelpTexts } from './help.topics.ts'

export const statementsTopicsFr: Pick<HelpTexts, 'statements'> = {
  statements: {
    title: 'Relevés et confirmations de soldes',
    lead: 'Le compte de chaque client, tel que la balance âgée et les lettres du même jour le disent, au centime.',
    sections: [
      {
        title: 'Un relevé',
        text: 'Sur la fiche d’un client, «\u202fRelevé de compte\u202f» montre la page avant de l’enregistrer\u202f: pièces ouvertes ou mouvements, dans l’une des quatre langues. Le code QR demande ce qui est à régler\u202f: l’échu moins les litiges, les échéanciers et les crédits. Il n’y en a pas quand rien n’est échu, ni sans compte bancaire en euros, ni pour un jour passé dont il reste moins à payer aujourd’hui.',
      },
      {
        title: 'Des relevés ensemble',
        text: 'Créances, Relevés.',
        steps: [
          'Choisissez le jour, le contenu et les clients\u202f: tous ceux qui ont un solde, un échu ou un mouvement, d’un segment ou d’un commercial. Décochez ceux que vous ne voulez pas, ou tous d’un coup en tête de liste pour en cocher quelques-uns\u202f; les chiffres suivent. Entrée montre la page.',
          '«\u202fÉtablir les relevés\u202f» les compose en arrière-plan, chacun dans la langue du client\u202f; l’annulation ne laisse rien. Ils restent dans le dossier avec leur empreinte, et dans l’histoire de chaque client. Qui n’en a pas est nommé avec la raison.',
          'Sous «\u202fÉtablis\u202f», prenez les brouillons de messages pour ceux qui ont une adresse, un PDF à imprimer rangé par code postal pour les autres, ou le ZIP de tous.',
        ],
      },
      {
        title: 'Confirmations pour l’auditeur',
        text: 'À la clôture, l’auditeur fait confirmer des soldes par les clients eux-mêmes, qui lui répondent directement. Créances, Plus, Confirmations, Nouvelle demande.',
        steps: [
          'Indiquez le jour de clôture, la forme, la date limite et l’adresse de l’auditeur. Forme positive\u202f: le client répond dans tous les cas. Forme négative\u202f: seulement s’il n’est pas d’accord.',
          'Choisissez les clients\u202f: tous, les plus grands soldes, ceux à partir d’un montant, un tirage au sort, ou par leur nom. Les critères s’ajoutent, la couverture s’affiche. Les comptes soldés peuvent en être\u202f: c’est là que se trouvent les oublis.',
          'Établissez les lettres, puis imprimez-les ou prenez les brouillons. Chaque lettre porte un bulletin-réponse à l’adresse de l’auditeur et le détail du solde.',
          'Enregistrez les réponses avec les touches 1 à 3\u202f: d’accord, écart avec le solde du client et le motif, sans réponse. Le bulletin reçu peut être joint. Une erreur se corrige par une nouvelle saisie\u202f: tout reste visible.',
          'Qui n’a pas répondu à la forme positive à la date limite figure trente jours dans la liste d’Aujourd’hui, la demande à un clic\u202f; les brouillons de rappel citent le jour de l’envoi. «\u202fSans réponse\u202f» clôt la demande.',
          'Donnez à l’auditeur la liste en XLSX, CSV ou PDF\u202f: soldes, réponses, écarts, couverture, tirage.',
        ],
      },
      {
        title: 'Le tirage',
        text: 'Les comptes qui ne sont retenus par rien d’autre sont rangés par l’empreinte SHA-256 de la graine, d’un saut de ligne et du code du client\u202f; les premiers sont tirés. Avec la graine imprimée, l’auditeur retrouve les mêmes. Un solde en devise sans cours connu compte parmi les plus grands\u202f: il pourrait l’être.',
      },
      {
        title: 'En ligne de commande',
        text: 'encours statement et encours statements écrivent un relevé ou plusieurs\u202f; encours confirmations draw, run, answer et list font ce que font les écrans. encours help donne leurs options.',
      },
    ],
  },
}
