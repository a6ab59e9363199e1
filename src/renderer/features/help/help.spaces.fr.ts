import type { HelpTexts } from './help.topics.ts'

export const spaceTopicsFr: Pick<HelpTexts, 'spaces'> = {
  spaces: {
    title: 'Espaces clients',
    lead: 'Chaque client voit son compte et y répond, dans un fichier chiffré qui s’ouvre dans un navigateur. Il n’y a pas de serveur.',
    sections: [
      {
        title: 'Établir un espace',
        text: 'L’espace montre le compte du jour\u202f: solde, pièces ouvertes et leur ancienneté, de quoi régler avec le code de virement. Le relevé, les copies de factures, l’encours autorisé, les motifs de la dernière décision et de quoi répondre s’ajoutent au choix.',
        steps: [
          'Sur la fiche du client, onglet Compte › Espace client\u202f; pour plusieurs, Créances › Espaces clients › À établir.',
          'Choisissez ce qu’il montre, jusqu’à quand il s’ouvre, et sa sortie\u202f: un fichier, ou un brouillon de message qui le porte.',
          'Notez la phrase secrète\u202f: elle n’est montrée qu’une fois. Pour plusieurs, enregistrez le classeur qui les réunit.',
        ],
      },
      {
        title: 'La phrase secrète',
        text: 'Donnez-la par un autre moyen que le fichier\u202f: téléphone, courrier, SMS. Elle n’est écrite ni dans le dossier, ni dans le fichier, ni dans le message. Perdue, elle ne se retrouve pas\u202f: établissez un nouvel espace. Accents, majuscules et tirets n’y comptent pas.',
      },
      {
        title: 'Ce qui protège le fichier',
        text: 'Le contenu est chiffré (AES-256-GCM)\u202f; la clé vient de la phrase par 600\u202f000 tours de PBKDF2. La page ne charge rien, n’envoie rien et ne conserve rien. En clair n’y figurent que votre nom, la langue et les dates.',
        points: [
          'Le jour d’expiration est celui de l’appareil du client\u202f: il ferme la page, il n’efface pas un fichier gardé.',
          'Retirer un espace fait refuser les réponses qui en viennent. Le fichier déjà remis ne peut pas être repris.',
        ],
      },
      {
        title: 'Qui a reçu quoi',
        text: 'La liste et l’historique du client gardent à qui, quand et jusqu’à quand, avec l’empreinte SHA-256 du fichier. Le fichier lui-même n’est pas conservé.',
      },
      {
        title: 'Payer en ligne',
        text: 'Une adresse de paiement, si vous en avez une, se règle dans Réglages › Société\u202f; l’espace y porte le client, la référence et le montant.',
      },
    ],
  },
}
