import type { AnyErrorCode } from '../api/errors.ts'
import { collectionErrorsFr } from './errors.collection.fr.ts'
import { creditErrorsFr } from './errors.credit.fr.ts'
import { passphraseErrorsFr } from './errors.passphrase.fr.ts'
import { peopleErrorsFr } from './errors.people.fr.ts'

/** What happened, what was not lost, what to do. */
export const errorsFr = {
  'book.none-open': 'Aucun dossier n’est ouvert. Ouvrez ou créez un dossier pour continuer.',
  'book.missing': 'Ce fichier n’existe plus à cet emplacement. Il a peut-être été déplacé, renommé ou supprimé.',
  'book.exists':
    'Un fichier porte déjà ce nom à cet emplacement. Rien n’a été écrasé\u202f: choisissez un autre nom ou ouvrez ce fichier.',
  'book.folder-not-writable':
    'Impossible d’écrire dans ce dossier. Rien n’a été créé\u202f: choisissez un autre emplacement.',
  'book.not-a-book': 'Ce fichier n’est pas un dossier Encours. Il n’a pas été modifié.',
  'book.damaged':
    'Ce dossier est endommagé, et ce qui est demandé ne peut pas y être lu. Il n’a pas été modifié\u202f: restaurez une sauvegarde.',
  'book.unreadable': 'Ce fichier ne peut pas être lu\u202f: vérifiez ses droits d’accès. Il n’a pas été modifié.',
  'book.newer-version':
    'Ce dossier vient d’une version plus récente d’Encours. Il n’a pas été modifié\u202f: mettez le programme à jour pour l’ouvrir.',
  'book.read-only':
    'Ce dossier est ouvert en lecture seule\u202f: un autre programme le tient. Rien n’a été enregistré.',
  'book.disk-full':
    'Le disque est plein\u202f: l’opération n’a pas pu être enregistrée, et rien n’en a été gardé. Le dossier est intact\u202f: libérez de la place, puis recommencez.',
  'book.not-written':
    'Le dossier n’a pas pu être écrit\u202f: le disque ou le réseau ne répond plus, ou une limite de taille est atteinte. Rien de l’opération n’a été gardé.',
  'book.busy':
    'Un autre programme est en train d’écrire dans ce dossier. Rien n’a été enregistré\u202f: recommencez dans un instant.',
  'book.migration-blocked':
    'Ce dossier doit d’abord être mis à niveau, mais il est déjà ouvert ou protégé en écriture. Il n’a pas été modifié.',
  'book.migration-failed':
    'La mise à niveau de ce dossier a échoué. Il a été laissé tel qu’il était, et une copie se trouve à côté de lui.',
  'book.replaced':
    'Le fichier de ce dossier a été supprimé, déplacé ou remplacé pendant qu’il était ouvert. Rien n’a été enregistré\u202f: enregistrez une copie (Sécurité, Sauvegardes), puis rouvrez le dossier.',
  'book.lock-lost':
    'Un autre programme a ouvert ce dossier pour y écrire, ou le fichier de verrou a été supprimé\u202f: ce dossier partagé ne garde peut-être pas les verrous. Rien n’a été enregistré ici. Fermez le dossier partout, puis ouvrez-le sur un seul poste.',
  'book.in-use': 'Un autre programme a ouvert ce dossier\u202f: fermez-le là-bas d’abord.',
  'backup.folder-missing':
    'Le dossier des sauvegardes est introuvable\u202f: {{folder}}. Si c’est un disque externe, branchez-le\u202f; sinon choisissez un autre dossier.',
  'backup.folder-not-writable':
    'Rien ne peut être écrit dans le dossier des sauvegardes\u202f: {{folder}}. Choisissez-en un autre, ou demandez-en l’accès.',
  'backup.no-room': 'Il n’y a plus assez de place pour une sauvegarde dans {{folder}}.',
  'backup.not-verified':
    'La sauvegarde écrite ne correspond pas au dossier et n’a pas été gardée. Le disque est peut-être défaillant\u202f: vérifiez-le, et choisissez-en un autre.',
  'backup.interrupted': 'La sauvegarde a été interrompue avant sa fin et n’a pas été gardée.',
  'backup.failed': 'La sauvegarde n’a pas pu être faite\u202f: {{cause}}',
  'backup.of-itself': 'Un dossier ne peut pas être restauré à partir de lui-même\u202f: choisissez un autre fichier.',
  ...peopleErrorsFr,
  'clock.behind':
    'La date du jour, {{today, day}}, précède celle du {{since, day}}, où ceci a commencé : vérifiez la date de l’ordinateur.',
  'file.not-written':
    'Ce fichier n’a pas pu être écrit\u202f: le disque est plein ou le dossier refuse l’écriture. Rien n’en est resté.',
  'input.invalid': 'Une valeur saisie n’est pas valable. Rien n’a été enregistré\u202f: vérifiez les champs.',
  'not-found': 'Cet élément n’est plus dans le dossier. Il a pu être supprimé ou fusionné.',
  'customer.code-used': 'Le code {{code}} est déjà celui d’un autre client. Choisissez-en un autre.',
  'customer.merge-itself': 'Un client ne peut pas être fusionné avec lui-même.',
  'customer.name-missing': 'Un client doit avoir un nom.',
  'identifier.siren':
    '«\u202f{{value}}\u202f» n’est pas un numéro SIREN\u202f: neuf chiffres, dont une clé de contrôle.',
  'identifier.siret':
    '«\u202f{{value}}\u202f» n’est pas un SIRET de cette société\u202f: quatorze chiffres, qui commencent par son SIREN.',
  'identifier.lei':
    '«\u202f{{value}}\u202f» n’est pas un LEI\u202f: vingt lettres et chiffres, dont les deux derniers sont une clé de contrôle.',
  'identifier.vat': '«\u202f{{value}}\u202f» n’est pas un numéro de TVA valable.',
  'identifier.iban': '«\u202f{{value}}\u202f» n’est pas un IBAN valable\u202f: vérifiez les chiffres.',
  'identifier.bic': '«\u202f{{value}}\u202f» n’est pas un BIC valable\u202f: huit ou onze caractères.',
  'terms.unreadable':
    'Conditions de règlement illisibles. Écrivez par exemple 30, 45eom-a (45 jours puis fin de mois) ou 30eom+10.',
  'import.format-unknown': 'Ce fichier n’est pas d’un format reconnu. Rien n’a été importé.',
  'import.empty': 'Ce fichier ne contient aucune ligne. Rien n’a été importé.',
  'import.lines-refused':
    'Des lignes sont refusées. Rien n’a été importé\u202f: corrigez le fichier ou laissez-les de côté.',
  'import.mapping-needed': 'Indiquez d’abord à quoi correspondent les colonnes de ce fichier.',
  'import.mapping-incomplete': 'Il manque une colonne indispensable dans la correspondance.',
  'import.encoding': 'Les caractères de ce fichier sont illisibles. Rien n’a été importé.',
  'import.unreadable': 'Ce fichier ne peut pas être lu. Rien n’a été importé.',
  'import.cfonb240':
    'Ce fichier est au format CFONB 240, qui n’est pas un relevé de compte. Demandez à la banque un relevé CFONB 120 ou CAMT.053.',
  'import.intraday':
    'Ce fichier CAMT.052 est un relevé en cours de journée, dont les écritures peuvent encore changer. Demandez à la banque un relevé CAMT.053.',
  'interest.rate-missing':
    'Le taux du semestre {{semester}} manque dans la table ({{country}}). Les intérêts ne peuvent pas être calculés\u202f: ajoutez-le sous Taux de pénalité, avec sa source.',
  'interest.amount-not-positive': 'Les intérêts se calculent sur un montant supérieur à zéro.',
  'interest.country-unknown':
    'Aucun taux de pénalité n’est connu pour «\u202f{{country}}\u202f». Ajoutez une série sous Taux de pénalité.',
  'rates.semester-outside':
    'Cette série va de {{from}} à {{until}}\u202f: le semestre {{semester}} n’en fait pas partie.',
  'rates.value-there':
    'Le semestre {{semester}} a déjà un taux, {{rate}}\u202f%. Pour le remplacer, cochez «\u202fcorrige la valeur en place\u202f» et donnez la source.',
  'rates.key-used': 'Le code {{key}} désigne déjà une série.',
  'rates.shipped': 'Cette série est fournie avec le programme\u202f: elle ne se retire pas.',
  'rates.in-use': 'Des clients relèvent de cette série ({{customers}}). Changez d’abord leur régime de pénalités.',
  'match.of-charges':
    'Ce règlement a payé des frais et pénalités\u202f: annulez-le dans la fiche du client, sous Frais et pénalités.',
  'interest.payment-invalid': 'Un des règlements indiqués n’est pas valable.',
  'company.payment-link-invalid':
    '«\u202f{{value}}\u202f» n’est pas une adresse de paiement\u202f: elle commence par https://.',
  'space.until-invalid': 'Un espace client vaut jusqu’à un jour entre aujourd’hui et dans deux ans.',
  'space.passphrase-weak':
    'Cette phrase secrète serait vite trouvée par qui aurait le fichier. Allongez-la, ou laissez le programme en tirer une.',
  'space.nobody': 'Aucun client ne répond à ce choix\u202f: aucun fichier n’a été établi.',
  'space.too-many': '{{count}} espaces d’un coup, c’est trop\u202f: {{limit}} au plus.',
  'space.too-large':
    'Le fichier de {{name}} dépasserait {{limit}}\u202fMo avec les copies de factures. Établissez-le sans elles.',
  'space.withdrawn': 'Cet espace client est déjà retiré.',
  'answer.too-large': 'Cette réponse est trop volumineuse\u202f: {{limit}} Mo au plus, pièces jointes comprises.',
  'answer.damaged': 'Ce fichier n’est pas une réponse, ou il est abîmé. Demandez au client de l’envoyer de nouveau.',
  'answer.newer-format':
    'Cette réponse vient d’une version plus récente d’Encours. Mettez le logiciel à jour, puis relisez-la.',
  'answer.space-unknown': 'Cette réponse vient d’un espace que ce dossier n’a jamais établi.',
  'answer.not-taken': 'L’espace que cette réponse nomme a été établi sans réponses.',
  'answer.erased': 'Le client de cette réponse a été effacé du dossier\u202f: rien n’en a été conservé.',
  'answer.forged':
    'La signature de cette réponse n’est pas celle de l’espace qu’elle nomme\u202f: elle a été falsifiée ou modifiée en chemin. Rien n’en a été gardé.',
  'answer.other-customer': 'Cette réponse ne concerne pas le compte de ce client.',
  'answer.replayed': 'Cette réponse a déjà été lue, le {{day, day}}.',
  'answer.space-withdrawn': 'L’espace d’où vient cette réponse a été retiré\u202f: ses réponses ne sont plus reçues.',
  'answer.clock':
    'Cette réponse porte une date impossible, le {{day, day}}\u202f: l’horloge de l’appareil du client est fausse.',
  'answer.expired':
    'Cette réponse vient d’un espace qui a pris fin le {{until, day}}. Établissez-en un nouveau pour le client.',
  'answer.too-old':
    'Cette réponse date du {{day, day}}, trop ancienne pour valoir encore. Demandez-en une nouvelle au client.',
  'answer.attachment-refused':
    'La pièce jointe {{name}} n’est ni un PDF, ni un PNG, ni un JPEG\u202f: la réponse n’a pas été reçue.',
  'answer.decided': 'Cette réponse a déjà reçu une décision, le {{day, day}}.',
  'answer.other-kind': 'Cette réponse demande autre chose.',
  'company.logo-invalid': 'Ce logo ne peut pas être utilisé\u202f: PNG, JPEG ou SVG, 1\u202fMo au plus.',
  'document.too-large': 'Ce document est trop volumineux.',
  'view.name-used': 'Un filtre porte déjà ce nom.',
  'policy.before-last':
    'Une version de la politique est en vigueur depuis le {{last}}. La nouvelle ne peut pas commencer avant elle.',
  'policy.reason-in-use':
    'Des litiges portent ce motif\u202f: il ne peut pas être supprimé. Désactivez-le pour qu’il ne soit plus proposé.',
  'dispute.reason-unknown':
    'Ce motif n’est pas dans la politique de crédit ou n’y est plus actif. Choisissez-en un autre.',
  'dispute.not-a-claim':
    'Seule une créance se conteste\u202f: facture, solde repris ou débit divers. Rien n’a été enregistré.',
  'dispute.above-open':
    'Le montant contesté dépasse ce qui reste dû, litiges en cours déduits. Rien n’a été enregistré\u202f: réduisez-le.',
  'dispute.day-invalid':
    'Le litige s’ouvre entre la date de la pièce et aujourd’hui, et son échéance ne précède pas l’ouverture.',
  'dispute.closed': 'Ce litige est clos. Rouvrez-le pour le modifier.',
  'dispute.open': 'Ce litige est déjà ouvert.',
  'dispute.conceded-invalid':
    'Le montant accordé ne convient pas à cette issue\u202f: un avoir est supérieur à zéro et n’excède ni le montant contesté ni ce qui reste dû\u202f; une créance maintenue n’accorde rien.',
  'dispute.nothing-left': 'Tout ce qui était contesté a été accordé. Ouvrez un nouveau litige.',
  'proof.empty': 'Ce fichier est vide. Rien n’a été enregistré.',
  'proof.disguised':
    'Le contenu de «\u202f{{name}}\u202f» est un programme ({{type}}), ce que son nom cache. Il n’a pas été enregistré\u202f: ne l’ouvrez pas et prévenez l’expéditeur.',
  'proof.kept-already':
    'Ce fichier est déjà dans le dossier, au même endroit, sous le nom «\u202f{{name}}\u202f». Rien n’a été ajouté.',
  'delivery.reference-used': 'Une livraison {{reference}} existe déjà pour ce client. Rien n’a été enregistré.',
  'delivery.day-invalid':
    'Ce jour ne convient pas\u202f: ni livraison ni envoi après aujourd’hui, ni envoi avant la date de la facture. Rien n’a été enregistré.',
  'match.same-side':
    '{{debit}} et {{credit}} sont du même côté\u202f: un lettrage rapproche un débit d’un crédit. Rien n’a été lettré.',
  'match.other-customer': '{{debit}} et {{credit}} ne sont pas du même client. Rien n’a été lettré.',
  'match.other-currency':
    '{{debit}} est en {{debitCurrency}} et {{credit}} en {{creditCurrency}}. Rien n’a été lettré.',
  'match.above-open':
    'Il ne reste que {{open, money}} à solder sur {{number}}, moins que {{amount, money}}. Rien n’a été enregistré.',
  'match.day-too-early':
    '{{debit}} et {{credit}} ne peuvent pas être lettrés avant le {{earliest, day}}. Rien n’a été lettré.',
  'match.undone': 'Le lettrage de {{debit}} avec {{credit}} est déjà annulé.',
  'match.of-bounce':
    'Ce lettrage est celui de l’impayé {{debit}}\u202f: supprimez l’impayé, et {{credit}} reprend ses lettrages.',
  'payment.not-a-receipt': '{{number}} n’est pas un règlement reçu.',
  'payment.not-a-debt': '{{number}} n’est pas une créance\u202f: il n’y a rien à y déduire.',
  'payment.already-bounced': '{{number}} est déjà revenu impayé le {{day, day}}.',
  'payment.day-too-early':
    '{{number}} date du {{earliest, day}}\u202f: le jour indiqué est antérieur. Rien n’a été enregistré.',
  'payment.split-above-amount': 'Les montants répartis dépassent celui du mouvement. Rien n’a été enregistré.',
  'payment.above-credit':
    'Ce client n’a que {{credit, money}} à son crédit, moins que {{amount, money}}. Rien n’a été enregistré.',
  'payment.nothing-open': 'Il n’y a rien à solder pour {{number}}. Rien n’a été enregistré.',
  'payment.above-write-off-limit':
    'La politique de crédit permet de passer {{limit, money}} au plus en écart par pièce\u202f; {{already, money}} l’ont été déjà sur {{number}}. Demandez un avoir.',
  'payment.not-removable': '{{number}} vient d’un fichier\u202f: seul un mouvement saisi à la main peut être supprimé.',
  'payment.still-matched': '{{number}} est lettré. Annulez d’abord ses lettrages.',
  'payment.cleared': '{{number}} est rapproché d’une ligne de relevé. Annulez d’abord ce rapprochement.',
  'payment.in-use':
    'Une lettre, un litige, un échéancier, une promesse, un échange, un contentieux ou une pièce se rapporte à {{number}}\u202f: il ne peut plus être supprimé.',
  'exchange.home-currency': '{{currency}} est la devise de la société\u202f: elle n’a pas de cours.',
  'exchange.too-large':
    'Au cours de {{rate}}, un montant en {{currency}} dépasse ce que le dossier sait additionner au centime. Vérifiez le cours. Rien n’a été enregistré.',
  'exchange.rate-needless':
    'Un règlement en {{currency}}, devise de la société, n’a pas de cours. Rien n’a été enregistré.',
  'bank.line-closed': 'Cette ligne de banque est déjà traitée. Rouvrez-la pour la rapprocher autrement.',
  'bank.line-open': 'Cette ligne de banque n’est pas traitée\u202f: il n’y a rien à rouvrir.',
  'bank.wrong-role':
    'Cette opération ne convient pas à cette ligne de banque\u202f: un encaissement se rapproche, un impayé se rejette. Rien n’a été enregistré.',
  'bank.above-line':
    'Le total réparti dépasse ce qui reste de la ligne de banque\u202f: {{left, money}}. Rien n’a été enregistré.',
  'bank.amount-differs':
    'Le règlement {{number}} n’a pas le même montant que la ligne de banque. Rien n’a été enregistré.',
  'bank.other-currency': '{{number}} n’est pas dans la devise de la ligne de banque. Rien n’a été enregistré.',
  'provision.note-missing': 'Dites pourquoi\u202f: ce motif ne dit rien à lui seul.',
  'provision.day-future': 'Le {{day, day}} n’est pas encore arrivé. Rien n’a été enregistré.',
  'provision.not-open': '{{number}} n’est pas ouverte au {{day, day}}\u202f: il n’y a rien à déprécier.',
  'provision.later-closing':
    'La clôture au {{asOf, day}} est déjà arrêtée. Retirez-la d’abord, ou arrêtez un jour qui la suit.',
  'provision.reason-missing':
    'Les taux sont ajustés ou donnés à la main\u202f: dites pourquoi, l’auditeur le demandera.',
  'provision.rates-missing':
    'La matrice ne peut pas être calculée\u202f: un solde n’a pas de taux. Donnez-le à la main, ou n’enregistrez que le cas par cas.',
  'provision.withdrawn': 'La clôture au {{asOf, day}} est déjà retirée.',
  'provision.not-last': 'La clôture au {{last, day}} part de celle-ci. Retirez d’abord la plus récente.',
  'match.of-write-off':
    '{{reference}} a passé cette créance en perte\u202f: enregistrez une rentrée ou annulez ce passage en perte, en tout ou en partie.',
  'privacy.hindered':
    'Ces données ne peuvent pas être effacées\u202f: quelque chose est encore en cours, ou la loi impose de les garder. Rien n’a été effacé.',
  'privacy.confirmation-differs': 'Le nom saisi n’est pas celui de la personne. Rien n’a été effacé.',
  'privacy.not-due':
    'La durée de conservation n’est pas écoulée. Rien n’a été effacé\u202f: seule une demande de la personne permet d’effacer avant.',
  'privacy.erased-already': 'Ce client est déjà anonymisé\u202f: il n’y a plus rien à effacer.',
  'privacy.period-below-law':
    'La loi demande de garder ces données {{months}} mois au moins. La durée n’a pas été changée.',
  'privacy.source-missing': 'Dites d’où vient cette durée\u202f: un texte, une décision, un registre.',
  'privacy.under-way': 'Un effacement est en cours. Attendez qu’il soit terminé.',
  cancelled: 'Opération annulée. Rien n’a été changé.',
  connection: 'Le programme ne répond plus. Rien de ce qui était enregistré n’est perdu\u202f: redémarrez-le.',
  internal: 'Une erreur imprévue s’est produite. Rien n’a été enregistré.',
  'file.too-large': 'Ce fichier est trop volumineux. Rien n’a été importé.',
  ...collectionErrorsFr,
  ...creditErrorsFr,
  ...passphraseErrorsFr,
} satisfies Record<AnyErrorCode, string>
