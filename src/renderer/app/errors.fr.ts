import type { AnyErrorCode } from '../api/errors.ts'

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
    'Ce fichier est endommagé et ne peut pas être ouvert sans risque. Il n’a pas été modifié\u202f: ouvrez une sauvegarde.',
  'book.unreadable': 'Ce fichier ne peut pas être lu\u202f: vérifiez ses droits d’accès. Il n’a pas été modifié.',
  'book.newer-version':
    'Ce dossier vient d’une version plus récente d’Encours. Il n’a pas été modifié\u202f: mettez le programme à jour pour l’ouvrir.',
  'book.read-only':
    'Ce dossier est ouvert en lecture seule\u202f: un autre programme le tient. Rien n’a été enregistré.',
  'book.migration-blocked':
    'Ce dossier doit d’abord être mis à niveau, mais il est déjà ouvert ou protégé en écriture. Il n’a pas été modifié.',
  'book.migration-failed':
    'La mise à niveau de ce dossier a échoué. Il a été laissé tel qu’il était, et une copie se trouve à côté de lui.',
  'permission.denied': 'Vous n’avez pas le droit de faire cela. Rien n’a été changé.',
  'input.invalid': 'Une valeur saisie n’est pas valable. Rien n’a été enregistré\u202f: vérifiez les champs.',
  'not-found': 'Cet élément n’est plus dans le dossier. Il a pu être supprimé ou fusionné.',
  'customer.code-used': 'Le code {{code}} est déjà celui d’un autre client. Choisissez-en un autre.',
  'customer.merge-itself': 'Un client ne peut pas être fusionné avec lui-même.',
  'customer.name-missing': 'Un client doit avoir un nom.',
  'identifier.siren':
    '«\u202f{{value}}\u202f» n’est pas un numéro SIREN\u202f: neuf chiffres, dont une clé de contrôle.',
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
  'interest.rate-missing':
    'Le taux légal du semestre {{semester}} manque dans la table. Les intérêts ne peuvent pas être calculés.',
  'interest.amount-not-positive': 'Les intérêts se calculent sur un montant supérieur à zéro.',
  'interest.country-unknown': 'Aucun taux légal n’est connu pour ce pays.',
  'interest.payment-invalid': 'Un des règlements indiqués n’est pas valable.',
  'dunning.plan-invalid': 'Ce plan de relance n’est pas cohérent. Il n’a pas été enregistré.',
  'dunning.run-before-last': 'Une relance plus récente existe déjà. Choisissez un jour qui ne la précède pas.',
  'dunning.confirmation-needed': 'Cette relance contient une mise en demeure et doit être confirmée.',
  'dunning.no-bank-account':
    'Aucun compte bancaire n’est enregistré pour la devise {{currency}}. Ajoutez-le dans les réglages de la société.',
  'dunning.nothing-to-issue': 'Il n’y a aucune lettre à émettre.',
  'dunning.letter-cancelled': 'Cette lettre est annulée.',
  'dunning.letter-sent': 'Cette lettre a déjà été envoyée\u202f: elle ne peut plus être annulée.',
  'wording.invalid': 'Ce texte contient une erreur et n’a pas été enregistré.',
  'company.logo-invalid': 'Ce logo ne peut pas être utilisé\u202f: PNG, JPEG ou SVG, 1\u202fMo au plus.',
  'document.too-large': 'Ce document est trop volumineux.',
  'view.name-used': 'Un filtre porte déjà ce nom.',
  cancelled: 'Opération annulée. Rien n’a été changé.',
  connection: 'Le programme ne répond plus. Rien de ce qui était enregistré n’est perdu\u202f: redémarrez-le.',
  internal: 'Une erreur imprévue s’est produite. Rien n’a été enregistré.',
  'file.too-large': 'Ce fichier est trop volumineux. Rien n’a été importé.',
} satisfies Record<AnyErrorCode, string>
