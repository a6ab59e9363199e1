import { answerTopicsFr } from './help.answers.fr.ts'
import { boardTopicsFr } from './help.board.fr.ts'
import { claimTopicsFr } from './help.claims.fr.ts'
import { figureTopicsFr } from './help.figures.fr.ts'
import { mailTopicsFr } from './help.mail.fr.ts'
import { orderTopicsFr } from './help.orders.fr.ts'
import { payableTopicsFr } from './help.payables.fr.ts'
import { planSectionsFr } from './help.plans.fr.ts'
import { provisionTopicsFr } from './help.provisions.fr.ts'
import { reportTopicsFr } from './help.reports.fr.ts'
import { safetyTopicsFr } from './help.safety.fr.ts'
import { spaceTopicsFr } from './help.spaces.fr.ts'
import { statementsTopicsFr } from './help.statements.fr.ts'
import type { HelpTexts } from './help.topics.ts'
import { writeoffTopicsFr } from './help.writeoffs.fr.ts'

const N = '\u202f'

export const helpTextsFr: HelpTexts = {
  begin: {
    title: 'Par où commencer',
    lead: 'D’un export comptable aux relances, en quelques minutes et sans connexion.',
    sections: [
      {
        title: 'Les quatre étapes',
        text: 'Encours travaille sur un seul fichier, le dossier de votre société, rangé où vous voulez.',
        steps: [
          'Créez votre société, ou déposez directement votre FEC sur l’écran d’accueil.',
          'Complétez Réglages › Société\u202f: adresse, IBAN, logo. Ils figurent sur les lettres.',
          'Contrôlez la balance âgée\u202f: l’écart avec le grand livre doit être nul.',
          'Ouvrez Relances, vérifiez la proposition, émettez.',
        ],
      },
      {
        title: 'La date de travail',
        text: `Elle est affichée en haut à droite et sert à tous les calculs${N}: ce qui est échu, les niveaux, les intérêts. Changez-la pour revoir une situation passée.`,
      },
      {
        title: 'Aller vite',
        text: 'Ctrl+K cherche un client, une pièce, un écran ou une action. « ? » montre les touches de l’écran, F1 ouvre cette aide à la bonne page. La société de démonstration permet d’essayer sans risque.',
      },
    ],
  },
  today: {
    title: 'La liste du jour',
    lead: 'Qui appeler maintenant, pourquoi, et que demander.',
    sections: [
      {
        title: 'Comment elle est rangée',
        text: 'Chaque raison vaut des points selon ses chiffres\u202f: montant, retard, habitude, limite, promesse rompue, délai. Leur somme place le client, et chaque point est écrit à droite. « Poids » les montre et les change.',
        points: [
          'Une promesse rompue revient en tête.',
          'Ce qui est contesté, promis, en échéancier ou suspendu descend d’autant.',
          'Un client traité sort de la liste et revient au jour de l’action suivante.',
        ],
      },
      {
        title: 'Un appel au clavier',
        text: 'Le premier client est prêt\u202f; j et k parcourent la liste.',
        steps: [
          '« t » lance le chronomètre.',
          'Cochez les factures dont vous parlez, posez les questions dans l’ordre.',
          'Les touches 1 à 7 notent le résultat. L’action suivante est toujours proposée, avec son jour.',
          'Entrée enregistre et passe au client suivant.',
        ],
      },
    ],
  },
  imports: {
    title: 'Importer des fichiers',
    lead: 'Le format est reconnu à son contenu, jamais à son nom.',
    sections: [
      {
        title: 'Ce qui se lit',
        text: 'FEC de tous les logiciels, modèles de créances et de clients (CSV ou Excel), tout autre tableau au moyen d’une correspondance de colonnes, relevés bancaires (CAMT.053 et .054, CFONB 120, MT940, OFX, QIF, CSV), factures électroniques (Factur-X, ZUGFeRD, UBL, CII).',
      },
      {
        title: 'Tout ou rien',
        text: 'Un fichier est repris en entier ou pas du tout, sauf si vous choisissez d’écarter les lignes refusées\u202f: chacune est listée avec son numéro, sa colonne et la raison. Relire le même fichier ne change rien\u202f; un export plus long n’ajoute que ce qui est nouveau.',
      },
      {
        title: 'Échéances d’un FEC',
        text: 'Un FEC ne contient pas les échéances\u202f: elles sont calculées d’après les conditions du client, sinon celles de la société, et signalées comme telles. Une facture électronique apporte la vraie date.',
      },
    ],
  },
  customers: {
    title: 'La fiche client',
    lead: 'Tout ce que l’on sait d’un client, sur une page.',
    sections: [
      {
        title: 'Situation',
        text: 'Solde, échu, postes ouverts, âge de la dette, et à droite la chronologie\u202f: factures, règlements, lettres, litiges, pièces.',
      },
      {
        title: 'Contrôles',
        text: 'SIREN, numéro de TVA et IBAN sont vérifiés par leur clé. Un SIREN déjà utilisé est signalé avec le nom de l’autre client\u202f; deux fiches du même client peuvent être fusionnées sans rien perdre.',
      },
      {
        title: 'Conditions de paiement',
        text: 'Changer les conditions d’un client recalcule les échéances qui en dépendaient, jamais celles qui figurent sur une facture. Un délai supérieur au plafond légal est signalé.',
      },
      {
        title: 'Segment et commercial',
        text: 'Tous deux sont libres et peuvent venir du modèle de clients ou de tout tableau (colonnes «\u202fsegment\u202f», «\u202fcommercial\u202f», «\u202fvendeur\u202f»…). Ils filtrent la liste, et les chiffres se lisent par segment comme par commercial.',
      },
    ],
  },
  receivables: {
    title: 'Créances et balance âgée',
    lead: 'Ce qui est dû, à n’importe quelle date passée.',
    sections: [
      {
        title: 'Balance âgée',
        text: 'Elle range ce qui reste dû par retard. Une échéance du jour n’est pas en retard\u202f; trente jours exactement font partie de 1–30. Un lettrage daté d’après n’est pas vu. Les crédits non lettrés ont leur colonne, et la ligne de contrôle compare au grand livre.',
      },
      {
        title: 'Dont contesté, à recevoir',
        text: 'Le montant contesté reste dans la balance et s’affiche à part. Un règlement daté d’après la balance figure dans « à recevoir », sans réduire ce qui est dû ce jour-là.',
      },
      {
        title: 'Exporter',
        text: 'Excel, CSV ou PDF, avec les mêmes chiffres qu’à l’écran.',
      },
    ],
  },
  payments: {
    title: 'Règlements et lettrage',
    lead: 'Les deux côtés d’un lettrage baissent du même montant, jamais au-delà de ce qui reste ouvert.',
    sections: [
      {
        title: 'Saisir un règlement',
        text: 'Cochez les factures réglées, ou laissez imputer sur les plus anciennes. Ce qui n’est pas imputé reste en crédit non lettré. Une traite porte son échéance, une devise son cours.',
      },
      {
        title: 'Impayés et rejets',
        text: 'Un chèque sans provision ou un prélèvement rejeté rouvre les factures à leur propre échéance, à la date du rejet. Pour les intérêts de retard, ce paiement n’a jamais eu lieu.',
      },
      {
        title: 'Petits écarts, escompte, compensation',
        text: 'Un écart se solde dans la limite de la politique. L’escompte corrige la TVA. La compensation éteint les deux dettes à hauteur de la plus faible.',
      },
      {
        title: 'Délettrer',
        text: 'Un lettrage défait reste visible, barré, avec sa raison\u202f: le dossier garde la trace de tout.',
      },
      {
        title: 'Échéanciers',
        text: 'Tant qu’un échéancier est tenu, ses factures ne sont pas relancées. Il est rompu quand une échéance n’est pas payée après le délai de grâce de la politique\u202f; les relances reprennent alors.',
      },
    ],
  },
  bank: {
    title: 'Banque et rapprochement',
    lead: 'Les lignes du relevé à gauche, les factures qu’elles règlent à droite.',
    sections: [
      {
        title: 'Rapprocher au clavier',
        text: 'Entrée accepte la proposition choisie et passe à la ligne suivante.',
        points: [
          'Les chiffres choisissent parmi les propositions.',
          '« a » accepte d’un coup celles dont la référence et le montant sont exacts.',
          '« m » répartit à la main, « c » désigne un autre client, « s » met de côté ce qui n’est pas un règlement client.',
          '« u » annule la dernière acceptation.',
        ],
      },
      {
        title: 'Pourquoi cette proposition',
        text: 'Chaque proposition donne ses raisons\u202f: numéro cité, même abrégé, référence RF, IBAN ou libellé déjà vu, nom, montant d’une facture, de plusieurs, du solde, ou escompte déduit. Vos choix passés comptent.',
      },
      {
        title: 'Relevés',
        text: 'Un relevé qui ne tombe pas juste est repris avec un avertissement qui donne l’écart. Un mouvement déjà repris par un relevé précédent n’est pas compté deux fois. Un rejet n’est jamais pris pour un règlement.',
      },
    ],
  },
  disputes: {
    title: 'Litiges et suspensions',
    lead: 'Ce qui est contesté sort des relances, pas de la balance.',
    sections: [
      {
        title: 'Ouvrir et suivre',
        text: 'Un litige porte un motif, un montant, un responsable et une date limite. La partie non contestée continue d’être relancée. Chaque étape est notée.',
      },
      {
        title: 'Conclure',
        text: 'La créance est maintenue, ou une partie est abandonnée\u202f: l’avoir est alors créé et lettré en une étape. L’âge et la durée des litiges sont mesurés par motif.',
      },
      {
        title: 'Suspendre',
        text: 'Une suspension arrête les relances d’un client ou d’une facture, avec un motif, un responsable et une fin. Elle se termine d’elle-même, et le poste revient le lendemain.',
      },
    ],
  },
  proofs: {
    title: 'Pièces et délai de facturation',
    lead: 'Une créance vaut ce que l’on peut prouver.',
    sections: [
      {
        title: 'Le dossier de preuves',
        text: 'Commande, contrat, conditions acceptées, bon de livraison, reconnaissance de dette\u202f: déposez les fichiers sur le client ou sur la facture. Ils sont gardés dans le dossier avec leur empreinte\u202f; 20 Mo au plus chacun. Un fichier exécutable ne s’ouvre qu’après un avertissement.',
      },
      {
        title: 'Cette créance est-elle prouvable\u202f?',
        text: 'La liste de contrôle de la politique dit, facture par facture, ce qui est là et ce qui manque. Un document expiré ne compte plus.',
      },
      {
        title: 'Délai de facturation',
        text: 'Livré, facturé, envoyé\u202f: l’écart entre ces dates retarde le paiement d’autant. L’écran montre les livraisons non facturées après le délai de la politique, et ce que le retard coûte en jours de DSO.',
      },
    ],
  },
  credit: {
    title: 'Revues de crédit et alertes',
    lead: 'Qui accorde combien, sur quels éléments, par qui et pourquoi\u202f: lisible deux ans plus tard.',
    sections: [
      {
        title: 'La liste à décider',
        text: 'Une ligne par client qui demande quelque chose, la plus pressante d’abord\u202f: propositions qui vous attendent, alertes graves, revues renvoyées ou en retard, alertes, revues à venir. Entrée ouvre la revue, ou la commence. Le calendrier compte les revues des douze mois qui viennent\u202f; un clic les montre.',
      },
      {
        title: 'Une revue, du début à la fin',
        text: 'Ouvrir une revue fige ce que l’on sait du client ce jour-là. Les chiffres 1 à 0 mènent d’une partie à l’autre.',
        steps: [
          'Lisez les éléments\u202f: encours, comportement, notation, comptes, alertes. « g » les fige à nouveau tant que rien n’est soumis.',
          'Proposez un montant (« p »)\u202f: le programme dit s’il relève, maintient ou réduit, et qui décidera selon la politique.',
          'Celui qui décide approuve (« a »), refuse (« r ») ou renvoie avec une question (« q »), toujours avec un motif.',
          'Émettez la lettre au client (« l ») et gardez le dossier en PDF (« d »).',
        ],
      },
      {
        title: 'Le circuit',
        text: 'La délégation de la politique nomme les personnes. Sans réponse dans les délais, la proposition va aussi à l’échelon supérieur\u202f; un suppléant décide pendant une absence. À partir du montant des quatre yeux, personne ne décide seul sa propre proposition. Les versions refusées restent au dossier.',
      },
      {
        title: 'Retirer une limite',
        text: 'Un retrait exclut le client de toute vente et met le compte au contentieux avec ses pièces ouvertes. La confirmation en dit le nombre.',
      },
      {
        title: 'Alertes',
        text: 'Entre deux revues, le programme surveille ce que la politique nomme. Une alerte mène à une revue (Entrée), ou se marque comme vue avec un motif (« v »)\u202f: elle revient si cela se produit de nouveau.',
      },
    ],
  },
  limits: {
    title: 'Limites et encours',
    lead: 'Combien un client peut devoir, ce qu’il doit déjà, et qui l’a décidé.',
    sections: [
      {
        title: 'Le feu et la limite',
        text: 'En tête de chaque client\u202f: vert, rien ne s’oppose à une commande\u202f; orange, elle passe avec réserve\u202f; rouge, elle est refusée. La raison la plus grave est écrite à côté, toutes sont dans l’onglet Crédit. Ce qui est déjà livré n’est jamais bloqué.',
      },
      {
        title: 'Décider une limite',
        text: 'Dans l’onglet Crédit, « l ». Une limite est une décision datée, avec son motif\u202f: elle ne s’efface pas, une autre la remplace. Non fixée et zéro sont deux choses\u202f: zéro n’accepte que le comptant.',
        points: [
          'Interne\u202f: ce que la société accepte.',
          'Temporaire\u202f: tient lieu de l’interne jusqu’à sa fin. Une interne abaissée y met fin.',
          'Assurance-crédit et garantie\u202f: s’affichent à côté et réduisent le risque propre.',
          'Au-delà de votre délégation, la politique nomme qui peut décider\u202f; une revue le leur soumet.',
        ],
      },
      {
        title: 'Encours',
        text: 'Une somme, une ligne par composante\u202f: factures, contesté, livré à facturer, commandes, effets en cours, impayés, moins les crédits non lettrés. La politique dit ce qui compte. Une devise sans cours est nommée, jamais comptée pour zéro. La liste montre aussi les limites qui seront dépassées sous 30 jours.',
      },
      {
        title: 'Groupes',
        text: 'Les sociétés d’un groupe partagent une limite\u202f: la plus basse de celle du client et de celle du groupe s’applique.',
      },
      {
        title: 'Impayés assurés',
        text: 'Chaque facture garde la couverture en vigueur à son émission. Échue, elle apparaît avec la date limite de déclaration\u202f: prorogation puis délai de la police, plus tôt en cas de procédure collective. Le programme n’envoie rien\u202f: notez la déclaration une fois faite.',
      },
      {
        title: 'Exclure, déroger',
        text: 'Une exclusion refuse toute commande, même payée d’avance. Une dérogation laisse passer des commandes jusqu’à un montant et un jour\u202f: elle lève ce qui bloque à ce moment, rien de plus.',
      },
    ],
  },
  creditFile: {
    title: 'Dossier crédit\u202f: registres, comptes, rapports',
    lead: 'Ce que disent les registres, les comptes et les agences, avec la date et la source de chaque information.',
    sections: [
      {
        title: 'La société existe-t-elle encore\u202f?',
        text: 'Crédit › Registres lit les fichiers stock Sirene, les annonces du BODACC et les LEI du GLEIF que vous téléchargez, et les rapproche de tous vos clients par SIREN ou LEI.',
        steps: [
          'Déposez les fichiers\u202f: ils sont lus sans rien enregistrer, même à plusieurs Go. La barre du bas montre l’avancement.',
          'Regardez les événements trouvés, puis enregistrez-les. Relire le même fichier n’ajoute rien.',
          'Dans l’onglet Crédit du client, lisez les délais\u202f: déclaration de créance, revendication, relevé de forclusion. Un homonyme s’écarte avec un motif.',
        ],
      },
      {
        title: 'Les comptes',
        text: 'Dans l’onglet Comptes, « n » ouvre la saisie, par case de la liasse ou par poste\u202f: Entrée descend, Ctrl+Entrée enregistre, et les totaux sont contrôlés au fil de la frappe. Un tableau CSV ou XLSX se dépose aussi. Une ligne qui manque n’est jamais remplacée par zéro\u202f: le score dit qu’il n’est pas calculable, et pourquoi.',
      },
      {
        title: 'Les rapports d’agences',
        text: 'Dans l’onglet Rapports, chaque note reste sur l’échelle de son agence\u202f: rien n’est recalculé.',
        points: [
          'Un rapport JSON, XML ou CSV inconnu se lit après avoir dit une fois où sont ses valeurs\u202f; les suivants se lisent seuls.',
          'Le rapport d’une autre société, une note hors de son échelle ou un fichier mal formé sont refusés avec l’endroit fautif.',
        ],
      },
    ],
  },
  ...figureTopicsFr,
  ...mailTopicsFr,
  ...statementsTopicsFr,
  ...spaceTopicsFr,
  ...answerTopicsFr,
  ...claimTopicsFr,
  ...writeoffTopicsFr,
  ...boardTopicsFr,
  ...reportTopicsFr,
  ...payableTopicsFr,
  ...provisionTopicsFr,
  ...orderTopicsFr,
  dunning: {
    title: 'Relances',
    lead: 'La proposition dit qui relancer, et pourquoi les autres attendent.',
    sections: [
      {
        title: 'Proposer, vérifier, émettre',
        text: 'Les niveaux découlent de l’état de chaque facture, jamais du jour\u202f: une semaine d’absence ne fait rien perdre. Un seul niveau par campagne. À gauche les lettres, à droite les postes écartés avec la raison et la date de retour.',
      },
      {
        title: 'Ce qui est déduit',
        text: 'Règlements, avoirs, crédits non lettrés, parties contestées, échéanciers tenus, suspensions. La date de la dernière écriture de banque est affichée avant l’émission.',
      },
      {
        title: 'Après l’émission',
        text: 'Une lettre émise ne change plus\u202f: elle est gardée avec son empreinte. Marquez la campagne envoyée une fois les lettres parties\u202f: le niveau suivant en dépend. Annuler une lettre laisse sa trace.',
      },
      ...planSectionsFr,
    ],
  },
  letters: {
    title: 'Lettres et textes',
    lead: 'Vos textes, mis en page comme un imprimeur le ferait.',
    sections: [
      {
        title: 'Modifier un texte',
        text: 'Chaque niveau a son texte, en français et en anglais\u202f; la page se met à jour pendant la frappe. Les champs entre accolades sont remplacés par les valeurs du client. Un champ inconnu est signalé avec sa ligne.',
      },
      {
        title: 'Exporter',
        text: 'Un PDF par client dans un dossier ou une archive, ou toutes les lettres en un seul PDF à imprimer, par code postal, avec des séparations. Le code QR permet de payer le bon montant sur le bon compte.',
      },
      {
        title: 'Par la poste',
        text: 'L’adresse paraît dans la fenêtre droite d’une enveloppe DL et de la plupart des C4\u202f: imprimez la feuille de test et essayez les vôtres.',
        steps: [
          'Sous Plus, Courrier postal, donnez leur numéro aux recommandés\u202f: scannez-les un à un, ou donnez le premier d’un rouleau d’étiquettes.',
          'Enregistrez le bordereau de dépôt, faites-le timbrer au guichet, puis enregistrez le dépôt\u202f: les lettres sont envoyées à ce jour.',
          'Notez ce que dit chaque avis, avec son scan. Une lettre refusée ou non réclamée a bien été présentée\u202f; une adresse inconnue laisse une action et un avertissement.',
        ],
      },
    ],
  },
  interest: {
    title: 'Plan, intérêts et indemnité',
    lead: 'Le calcul est celui de la loi, jour par jour, et il s’imprime.',
    sections: [
      {
        title: 'Intérêts de retard',
        text: 'Taux de la BCE majoré de dix points (C. com. L441-10), appliqué jour par jour à chaque semestre, sur ce qui restait dû ce jour-là, arrondi une seule fois. Un semestre dont le taux manque arrête le calcul et le nomme.',
      },
      {
        title: 'Indemnité de 40 €',
        text: 'Une fois par facture payée en retard, jamais par relance.',
      },
      {
        title: 'Le plan',
        text: 'Chaque niveau a un nombre de jours, un écart minimal, un canal, un texte, un nouveau délai. Un plan qui ne peut pas fonctionner est refusé avec la raison.',
      },
    ],
  },
  settings: {
    title: 'Réglages et politique',
    lead: 'Ce que la société a décidé, écrit une fois.',
    sections: [
      {
        title: 'Société',
        text: 'Identité, coordonnées bancaires par devise, papier à en-tête, conditions par défaut, cours des devises.',
      },
      {
        title: 'Politique',
        text: 'Motifs de litige, limite des écarts soldés, pièces exigées, délai de facturation, délai de grâce des échéanciers. Chaque modification fait une nouvelle version\u202f: les décisions gardent celle sous laquelle elles ont été prises.',
      },
    ],
  },
  ...safetyTopicsFr,
}
