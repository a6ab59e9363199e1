import type { HelpTexts } from './help.topics.ts'

export const mailTopicsFr: Pick<HelpTexts, 'mail'> = {
  mail: {
    title: 'Envoi par courriel',
    lead: 'Vos lettres partent quand vous le décidez, chacune une seule fois.',
    sections: [
      {
        title: 'Depuis votre messagerie',
        text: 'Sans serveur indiqué, chaque lettre s’enregistre comme brouillon (.eml) avec son PDF\u202f: votre messagerie l’ouvre prête à partir. Marquez ensuite l’émission envoyée.',
      },
      {
        title: 'Depuis Encours',
        text: 'Indiquez le serveur sous Messagerie et essayez-le\u202f: rien n’est envoyé à l’essai.',
        steps: [
          'Sous Lettres émises, «\u202fCourriels…\u202f» met l’émission dans la boîte d’envoi, avec le relevé de compte et les copies des factures si vous le voulez. Les lettres laissées de côté sont nommées avec la raison.',
          'Relisez les messages, puis envoyez-les\u202f: chaque lettre partie est marquée envoyée à ce jour.',
          'Un refus reste dans la boîte avec la réponse du serveur. Corrigez l’adresse sur la fiche, retirez le message et remettez la lettre, ou réessayez.',
        ],
      },
      {
        title: 'Sort inconnu',
        text: 'Si la connexion se coupe après la remise, personne ne sait si le message est arrivé. Il ne repart pas tout seul\u202f: vérifiez, puis dites s’il est arrivé.',
      },
      {
        title: 'Mot de passe',
        text: 'Il est conservé par le trousseau du système, ou chiffré sous une clé qui reste sur cette machine. Sinon il est demandé à chaque envoi. Il n’est remis qu’au serveur pour lequel il a été donné.',
      },
    ],
  },
}
