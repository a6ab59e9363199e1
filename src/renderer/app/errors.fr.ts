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
  'charges.above-open':
    'Il reste {{open, money}} à payer de ces frais et pénalités, moins que {{amount, money}}. Rien n’a été enregistré.',
  'charges.split-differs':
    'La répartition fait {{split, money}}, le règlement {{amount, money}}. Rien n’a été enregistré.',
  'charges.day-invalid': 'Ce jour n’est pas encore venu.',
  'charges.not-undoable': 'Cette écriture ne s’annule pas, ou ne compte déjà plus.',
  'match.of-charges':
    'Ce règlement a payé des frais et pénalités\u202f: annulez-le dans la fiche du client, sous Frais et pénalités.',
  'interest.payment-invalid': 'Un des règlements indiqués n’est pas valable.',
  'dunning.plan-invalid': 'Ce plan de relance n’est pas cohérent. Il n’a pas été enregistré.',
  'dunning.run-before-last': 'Une relance plus récente existe déjà. Choisissez un jour qui ne la précède pas.',
  'dunning.confirmation-needed': 'Cette relance contient une mise en demeure et doit être confirmée.',
  'dunning.no-bank-account':
    'Aucun compte bancaire n’est enregistré pour la devise {{currency}}. Ajoutez-le dans les réglages de la société.',
  'dunning.notice-incomplete':
    'Il manque à des mises en demeure un élément indispensable (clients {{customers}}). Ouvrez leur détail pour le compléter, ou décochez-les.',
  'dunning.nothing-to-issue': 'Il n’y a aucune lettre à émettre.',
  'dunning.letter-cancelled': 'Cette lettre est annulée.',
  'dunning.run-under-way': 'Une émission de lettres est en cours. Attendez qu’elle soit terminée.',
  'dunning.approval-needed':
    'Des lettres attendent l’approbation d’une deuxième personne. Faites-les approuver, ou décochez-les.',
  'dunning.approval-own': 'Vous avez approuvé une partie de ces lettres\u202f: une autre personne doit les émettre.',
  'dunning.approval-not-needed': 'Cette lettre n’a pas besoin d’une deuxième personne.',
  'dunning.plan-name-used': 'Un autre plan s’appelle déjà {{name}}. Choisissez un autre nom.',
  'dunning.plan-default':
    '{{name}} sert à tous ceux qui n’ont pas d’autre plan. Choisissez d’abord un autre plan par défaut.',
  'dunning.plan-in-use':
    '{{name}} sert encore à des segments, des clients ou des factures. Donnez-leur d’abord un autre plan.',
  'dunning.plan-archived': '{{name}} est archivé et ne peut plus être choisi.',
  'dunning.letter-sent': 'Cette lettre a déjà été envoyée\u202f: elle ne peut plus être annulée.',
  'dunning.letter-in-mail':
    'Un message qui porte cette lettre est parti, ou peut-être parti\u202f: elle ne peut plus être annulée.',
  'wording.in-use':
    'Le texte «\u202f{{name}}\u202f» sert à un niveau d’un plan de relance. Choisissez un autre texte pour ce niveau, puis retirez-le.',
  'wording.name-used': 'Un texte porte déjà le nom «\u202f{{name}}\u202f». Choisissez-en un autre.',
  'wording.invalid': 'Ce texte contient une erreur et n’a pas été enregistré.',
  'company.logo-invalid': 'Ce logo ne peut pas être utilisé\u202f: PNG, JPEG ou SVG, 1\u202fMo au plus.',
  'document.too-large': 'Ce document est trop volumineux.',
  'statement.days-invalid': 'Le premier jour du relevé vient après le dernier\u202f: choisissez-en un plus tôt.',
  'posting.not-by-post': 'Cette lettre ne part pas par la poste.',
  'posting.number-invalid':
    'Ce numéro ne convient pas\u202f: il faut un numéro par lettre, ou un premier numéro de série qui finit par des chiffres.',
  'posting.number-used': 'Le numéro {{number}} est déjà celui d’une autre lettre\u202f: vérifiez l’étiquette.',
  'posting.number-missing': 'Une lettre recommandée n’a pas encore de numéro\u202f: donnez-le avant de la déposer.',
  'posting.deposited': 'Une de ces lettres est déjà déposée\u202f: retirez-la du choix.',
  'posting.not-deposited': 'Cette lettre n’est pas encore déposée\u202f: enregistrez d’abord son dépôt.',
  'posting.day-invalid': 'Ce jour ne convient pas\u202f: ni avant la lettre ou son dépôt, ni après aujourd’hui.',
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
  'dunning.run-ahead':
    'Ce jour n’est pas encore venu\u202f: une relance datée d’avance bloquerait les suivantes. Choisissez aujourd’hui ou un jour passé.',
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
  'exchange.rate-needless':
    'Un règlement en {{currency}}, devise de la société, n’a pas de cours. Rien n’a été enregistré.',
  'instalments.sum-differs':
    'Les échéances font {{sum, money}}, les pièces du plan {{open, money}}. Rien n’a été enregistré.',
  'instalments.days-invalid':
    'Les échéances doivent se suivre dans l’ordre, sans précéder l’accord. Rien n’a été enregistré.',
  'instalments.item-invalid':
    '{{number}} ne peut pas entrer dans ce plan\u202f: il faut des créances non soldées d’un même client, dans une même devise.',
  'instalments.item-covered': '{{number}} est déjà dans un plan en cours. Mettez d’abord fin à celui-ci.',
  'instalments.ended': 'Ce plan est déjà terminé.',
  'promise.day-invalid': 'Une promesse se donne pour aujourd’hui ou plus tard. Rien n’a été enregistré.',
  'promise.nothing-open': 'Ce client ne doit rien en {{currency}}\u202f: il n’y a rien à promettre.',
  'promise.item-invalid':
    '{{number}} ne peut pas être promis\u202f: il faut une créance non soldée de ce client en {{currency}}. Rien n’a été enregistré.',
  'promise.above-open':
    'Sur {{open, money}} ouverts, {{promised, money}} sont déjà promis\u202f: {{available, money}} au plus peuvent l’être encore. Baissez le montant, ou remplacez la promesse en cours.',
  'promise.ended': 'Cette promesse est déjà terminée\u202f: elle ne peut plus être retirée.',
  'call.outcome-incomplete':
    'Cette issue demande un complément\u202f: la promesse ou le litige dont il a été question. Rien n’a été enregistré.',
  'call.outcome-mismatch': 'Une promesse ou un litige ne va pas avec cette issue. Rien n’a été enregistré.',
  'call.item-invalid': '{{number}} est d’un autre client. Rien n’a été enregistré.',
  'task.day-invalid': 'Une action se prévoit pour aujourd’hui ou plus tard. Rien n’a été enregistré.',
  'task.done': 'Cette action est déjà faite, depuis le {{day, day}}. Rouvrez-la pour la reporter.',
  'bank.line-closed': 'Cette ligne de banque est déjà traitée. Rouvrez-la pour la rapprocher autrement.',
  'bank.line-open': 'Cette ligne de banque n’est pas traitée\u202f: il n’y a rien à rouvrir.',
  'bank.wrong-role':
    'Cette opération ne convient pas à cette ligne de banque\u202f: un encaissement se rapproche, un impayé se rejette. Rien n’a été enregistré.',
  'bank.above-line':
    'Le total réparti dépasse ce qui reste de la ligne de banque\u202f: {{left, money}}. Rien n’a été enregistré.',
  'bank.amount-differs':
    'Le règlement {{number}} n’a pas le même montant que la ligne de banque. Rien n’a été enregistré.',
  'bank.other-currency': '{{number}} n’est pas dans la devise de la ligne de banque. Rien n’a été enregistré.',
  'score.key-missing': 'Ce score a besoin de {{key}}, qui manque. Aucun score n’est donné.',
  'score.not-meaningful':
    'Ce score n’a pas de sens ici\u202f: {{key}} est nul ou négatif, et un ratio se diviserait par lui. Aucun score n’est donné.',
  'scorecard.mark-refused':
    'Le critère {{code}} ne se note pas à la main\u202f: il est calculé, ou la politique de crédit ne le connaît pas.',
  'financials.other-company':
    'Ces comptes sont ceux de {{found}}, alors que {{name}} est {{expected}}. Rien n’a été enregistré.',
  'financials.day-invalid': 'La clôture du {{closedOn, day}} n’est pas encore venue. Rien n’a été enregistré.',
  'financials.empty': 'Ces comptes n’ont aucune ligne. Rien n’a été enregistré.',
  'financials.closing-used':
    'Des comptes clos le {{closedOn, day}} existent déjà pour ce client. Modifiez-les, ou vérifiez la date de clôture.',
  'financials.customer-missing':
    'Ligne {{line}}\u202f: le fichier ne dit pas à quel client sont ces comptes. Indiquez son code ou son SIREN. Rien n’a été importé.',
  'financials.customer-unknown':
    'Ligne {{line}}\u202f: aucun client n’est «\u202f{{value}}\u202f». Rien n’a été importé\u202f: créez d’abord le client, ou corrigez le fichier.',
  'financials.customer-ambiguous':
    'Ligne {{line}}\u202f: plusieurs clients ont le SIREN {{siren}}. Rien n’a été importé\u202f: indiquez le code du client.',
  'financials.no-lines':
    'Ce fichier n’a aucune date de clôture avec des lignes reconnues. Rien n’a été importé\u202f: partez du modèle.',
  'financials.unreadable':
    'Ligne {{line}}, {{field}}\u202f: «\u202f{{value}}\u202f» ne peut pas être lu. Rien n’a été importé\u202f: corrigez le fichier.',
  'limit.days-invalid':
    'Ces dates ne conviennent pas\u202f: la fin précède le début, ou le jour n’est pas venu. Rien n’a été enregistré.',
  'limit.rate-missing':
    'Il n’y a pas de cours pour la devise {{currency}}. Enregistrez-en un dans les paramètres, puis recommencez.',
  'limit.above-authority':
    'Cette décision dépasse la délégation de {{person}} dans la politique de crédit. Rien n’a été enregistré.',
  'limit.own-proposal':
    'À partir de {{amount, money}}, la politique de crédit demande une deuxième personne\u202f: personne n’approuve seul sa propre proposition. Rien n’a été enregistré.',
  'limit.nothing-to-lift': 'Rien ne bloque une commande de ce montant\u202f: il n’y a pas de dérogation à donner.',
  'limit.not-liftable': 'Personne ne peut lever ce qui bloque cette commande. Rien n’a été enregistré.',
  'limit.block-lifted': 'Cette exclusion est déjà levée, depuis le {{day, day}}.',
  'group.name-used': 'Un groupe {{name}} existe déjà. Rien n’a été enregistré.',
  'handover.open': 'Ce compte est déjà au contentieux, depuis le {{day, day}}. Rien n’a été enregistré.',
  'handover.nothing-owed': 'Ce client ne doit rien\u202f: il n’y a rien à mettre au contentieux.',
  'handover.closed': 'Ce dossier de contentieux est déjà clos, depuis le {{day, day}}.',
  'handover.step-unknown':
    'Cette étape n’existe pas dans la procédure choisie. Choisissez-en une autre, ou changez la procédure.',
  'handover.step-withdrawn': 'Cette étape a déjà été retirée, le {{day, day}}.',
  'handover.day-invalid':
    'Le {{day, day}} est avant la remise du dossier ({{since, day}}) ou n’est pas encore venu\u202f: seule une audience peut être annoncée.',
  'handover.capitalisation-unfounded':
    'Les intérêts ne portent eux-mêmes intérêt que si le contrat ou un juge le dit (C.\u00A0civ. 1343-2)\u202f: indiquez le jour et le fondement.',
  'claim.nothing-due': 'Rien n’est échu à cette date\u202f: il n’y a rien à réclamer.',
  'claim.several-currencies':
    'Ce dossier porte sur plusieurs devises\u202f: une requête ne peut en réclamer qu’une. Choisissez les pièces d’une devise.',
  'claim.not-this-paper': 'Cette pièce n’existe pas pour cette procédure.',
  'claim.above-small-limit':
    'La créance ({{amount, money}}) dépasse {{limit, money}} en principal et intérêts\u202f: la procédure des petites créances n’est pas ouverte.',
  'match.of-write-off':
    '{{reference}} a passé cette créance en perte\u202f: enregistrez une rentrée ou annulez ce passage en perte, en tout ou en partie.',
  'write-off.items-mixed':
    '{{number}} est d’un autre client ou d’une autre devise\u202f: un passage en perte porte sur un seul compte.',
  'write-off.item-proposed':
    '{{number}} est déjà dans la proposition {{reference}}. Répondez d’abord à celle-ci ou retirez-la.',
  'write-off.note-missing': 'Dites en quelques mots pourquoi\u202f: ce motif ne suffit pas seul.',
  'write-off.answered': '{{reference}} a déjà reçu une réponse. Rien n’a été changé.',
  'write-off.own-proposal':
    '{{person}} a fait cette proposition\u202f: une autre personne doit l’approuver. Rien n’a été passé en perte.',
  'write-off.above-authority':
    'Ce montant dépasse ce que la politique de crédit laisse {{person}} passer en perte. Rien n’a été passé en perte.',
  'write-off.rate-missing':
    'Sans cours de {{currency}}, ce montant ne peut pas être comparé aux plafonds de la politique. Saisissez d’abord un cours.',
  'write-off.not-author': 'Cette proposition est de {{person}}\u202f: seul son auteur peut la retirer.',
  'write-off.day-future': 'Une créance ne peut pas être passée en perte à une date à venir ({{day, day}}).',
  'write-off.before-letter':
    'Le courrier {{letter}} du {{sent, day}} réclame encore {{number}}\u202f: choisissez cette date ou une date plus tardive.',
  'write-off.not-booked': '{{reference}} n’est pas passée en perte\u202f: il n’y a rien à reprendre.',
  'write-off.above-written':
    'Il reste {{written, money}} de {{number}} en perte, moins que {{amount, money}}. Rien n’a été repris.',
  'write-off.day-too-early':
    '{{number}} a été passée en perte le {{earliest, day}}\u202f: la reprise ne peut pas la précéder.',
  'write-off.receipt-invalid': '{{number}} n’est pas un règlement de ce client dans cette devise.',
  'write-off.above-receipt':
    'Il reste {{left, money}} à affecter sur {{number}}, moins que {{amount, money}}. Rien n’a été repris.',
  'write-off.no-tax':
    '{{reference}} n’a pas de TVA à récupérer\u202f: elle n’a pas été acquittée à la facturation, ou son montant n’est pas connu.',
  'write-off.not-definitive':
    'L’irrécouvrabilité définitive de {{reference}} n’est pas établie\u202f: enregistrez d’abord l’événement (jugement de liquidation, plan, disparition).',
  'write-off.notice-missing':
    'L’avis au client (article 272 du CGI) n’a pas été établi\u202f: la TVA n’est déductible qu’avec lui.',
  'instalments.no-letter': 'L’accord n’a pas encore été établi. Établissez-le avant d’enregistrer l’exemplaire signé.',
  'instalments.signed-day':
    'L’accord date du {{issued, day}}\u202f: il ne peut avoir été signé ni avant, ni à une date à venir.',
  'review.open':
    'Une revue de crédit est déjà en cours pour ce client, {{reference}}. Rien n’a été enregistré\u202f: poursuivez celle-ci.',
  'review.submitted': 'La proposition de la revue {{reference}} attend sa réponse. Retirez-la d’abord pour la changer.',
  'review.closed': 'La revue {{reference}} est close\u202f: elle reste telle qu’elle est. Ouvrez-en une autre.',
  'review.not-submitted': 'La revue {{reference}} n’attend pas de réponse. Rien n’a été enregistré.',
  'review.kind-amount':
    'Ce montant ne correspond pas à la décision\u202f: une extension dépasse la limite actuelle, une réduction lui est inférieure, un maintien la laisse, un retrait la met à zéro. Rien n’a été soumis.',
  'review.first-ceiling':
    'La politique de crédit accorde aux nouveaux clients {{ceiling, money}} au plus pendant {{months}} mois. Pour proposer davantage, dites-le expressément\u202f: une autre personne décidera.',
  'review.nobody-decides':
    'Personne ne peut décider de cette proposition\u202f: la délégation la plus haute est celle de {{person}}, {{ceiling, money}}. Rien n’a été soumis.',
  'review.own-proposal':
    '{{person}} a fait cette proposition\u202f: une autre personne doit en décider. Rien n’a été enregistré.',
  'review.above-authority':
    'Cette décision dépasse la délégation de {{person}} dans la politique de crédit. Rien n’a été enregistré.',
  'review.not-author': 'Cette proposition est de {{person}}\u202f: son auteur seul peut la retirer.',
  'review.limit-changed':
    'Une autre limite a été décidée depuis que cette proposition a été soumise. Rien n’a été enregistré\u202f: renvoyez-la à son auteur.',
  'review.no-group': 'Ce client n’appartient à aucun groupe. Rien n’a été soumis.',
  'review.day-invalid': 'Le {{day, day}} n’est pas à venir. Indiquez un jour futur.',
  'review.not-approved': 'Aucune revue de crédit n’a approuvé cette limite. Rien n’a été enregistré.',
  'review.not-decided':
    'La revue {{reference}} n’est pas décidée\u202f: il n’y a pas encore de décision à écrire au client.',
  'review.nothing-to-tell':
    'La décision de la revue {{reference}} ne change rien pour le client\u202f: il n’y a pas de lettre à écrire.',
  'review.letter-unconfirmed':
    'La lettre de la revue {{reference}} annonce une décision défavorable\u202f: confirmez-la pour qu’elle parte.',
  'order.number-used': 'Une commande {{number}} existe déjà pour ce client. Rien n’a été enregistré.',
  'order.refused':
    'La commande {{number}} reste bloquée\u202f: les règles de crédit la refusent. Une dérogation peut la libérer.',
  'order.day-invalid': 'La date prévue précède celle de la commande. Rien n’a été enregistré.',
  'register.unknown-file':
    '{{file}} n’est pas un extrait de registre que le programme lit\u202f: fichiers stock Sirene, annonces BODACC ou GLEIF. Rien n’a été enregistré.',
  'register.day-invalid': 'Le {{day, day}} n’est pas encore venu. Rien n’a été enregistré.',
  'register.reference-used': 'L’événement {{reference}} est déjà noté pour ce client.',
  'register.dismissed': 'Cet événement est déjà écarté, depuis le {{day, day}}.',
  'rating.other-company':
    'Ce rapport est celui de {{found}}, alors que {{name}} est {{expected}}. Rien n’a été enregistré.',
  'rating.day-invalid':
    'La date du rapport manque, ou n’est pas encore venue. Indiquez-la, puis recommencez. Rien n’a été enregistré.',
  'rating.empty': 'Ce rapport n’a ni note ni encours conseillé. Rien n’a été enregistré.',
  'rating.value-invalid':
    '«\u202f{{value}}\u202f» n’existe pas sur l’échelle {{scale}}. Rien n’a été enregistré\u202f: vérifiez le rapport.',
  'rating.unreadable':
    'Ligne {{line}}, {{field}}\u202f: «\u202f{{value}}\u202f» ne peut pas être lu. Rien n’a été importé\u202f: corrigez le fichier.',
  'rating.malformed':
    '{{file}} n’est pas un {{format}} bien formé, ligne {{line}}. Rien n’a été enregistré\u202f: demandez le fichier à nouveau.',
  'rating.paths-missing':
    '{{file}} n’a pas ce que la correspondance «\u202f{{mapping}}\u202f» attend\u202f: {{paths}}. Rien n’a été enregistré\u202f: revoyez la correspondance.',
  'rating.row-missing':
    '{{file}} contient plusieurs sociétés, et {{rows}} ligne au SIREN de ce client. Rien n’a été enregistré.',
  'rating.place-unreadable':
    '{{file}}, {{path}}\u202f: «\u202f{{value}}\u202f» ne peut pas être lu comme la correspondance le veut. Rien n’a été enregistré.',
  'rating.mapping-invalid':
    'Cette correspondance est incomplète\u202f: il faut la société (nom, SIREN ou DUNS), une note ou un encours conseillé, et une échelle pour chaque note. Rien n’a été enregistré.',
  'rating.mapping-name-used': 'Une correspondance s’appelle déjà «\u202f{{name}}\u202f». Choisissez un autre nom.',
  'rating.unknown-file':
    '{{file}} n’est pas un rapport que le programme lit. Rien n’a été enregistré\u202f: saisissez-le, et joignez le fichier.',
  'application.closed':
    'Cette demande est décidée ou classée sans suite\u202f: elle ne se modifie plus. Enregistrez-en une nouvelle.',
  'application.day-invalid':
    'Le {{day, day}} ne convient pas\u202f: ce jour n’est pas venu, ou précède ce dont il dépend. Rien n’a été enregistré.',
  'application.in-review': 'La revue de crédit de cette demande est ouverte. Terminez-la ou annulez-la d’abord.',
  'application.overdue-above-balance':
    'La part échue dépasse l’encours indiqué. Rien n’a été enregistré\u202f: vérifiez la réponse.',
  'application.reference-answered': '{{supplier}} a répondu\u202f: cette référence reste au dossier.',
  'application.not-a-form':
    '«\u202f{{file}}\u202f» n’est pas un de nos formulaires de demande, ou il a été numérisé\u202f: ses champs ne peuvent pas être lus. Rien n’a été enregistré\u202f: saisissez la demande, et joignez le fichier aux pièces.',
  'application.field-missing':
    'Sur le formulaire, «\u202f{{field}}\u202f» est vide. Rien n’a été enregistré\u202f: complétez-le, ou saisissez la demande.',
  'application.field-unreadable':
    'Sur le formulaire, «\u202f{{field}}\u202f» porte «\u202f{{value}}\u202f», qui ne peut pas être lu. Rien n’a été enregistré\u202f: corrigez ce champ dans le formulaire, ou saisissez la demande.',
  'application.other-company':
    'Ce formulaire est celui de {{found}}, alors que {{name}} est {{expected}}. Rien n’a été enregistré.',
  'application.form-read':
    'Ce formulaire a déjà été lu\u202f: la demande du {{day, day}} en vient. Rien n’a été ajouté.',
  'limitation.formal-notice':
    'Une mise en demeure, même recommandée, n’interrompt pas la prescription (Cass.\u00A0com. 18\u00A0mai\u00A02022, 20-23.204). Rien n’a été enregistré\u202f: obtenez une reconnaissance écrite ou un paiement partiel, ou agissez en justice.',
  'limitation.reminder':
    'Une relance n’interrompt pas la prescription. Rien n’a été enregistré\u202f: seul un acte du débiteur, du juge ou du commissaire de justice le fait.',
  'limitation.call':
    'Un appel n’interrompt pas la prescription. Rien n’a été enregistré\u202f: demandez au débiteur de confirmer par écrit ce qu’il doit.',
  'limitation.phone-promise':
    'Une promesse faite au téléphone n’est pas un écrit\u202f: elle n’interrompt rien. Demandez-la par courriel ou par courrier, puis enregistrez-la comme reconnaissance de dette.',
  'limitation.agency-letter':
    'La lettre d’une agence de recouvrement n’interrompt pas la prescription. Rien n’a été enregistré.',
  'limitation.order-request':
    'Déposer une requête en injonction de payer n’interrompt rien\u202f: c’est la signification de l’ordonnance qui compte. Enregistrez-la à sa date.',
  'limitation.demand':
    'Sous la règle {{law}}, une réclamation extrajudiciaire n’interrompt pas la prescription\u202f: elle ne le fait que pour les créances de droit espagnol.',
  'limitation.day-invalid':
    'Le {{day, day}} ne convient pas\u202f: il n’est pas encore venu, ou la fin précède le début. Rien n’a été enregistré.',
  'limitation.nothing-owed':
    'Ce client ne devait rien au {{day, day}} qui soit encore ouvert\u202f: il n’y a rien à interrompre.',
  'limitation.item-invalid':
    '{{number}} n’était pas dû au {{day, day}}\u202f: la pièce est plus récente, déjà réglée, ou d’un autre client.',
  'limitation.proof-missing':
    'Un acte écrit se prouve\u202f: joignez le document, ou dites où il est conservé. Rien n’a été enregistré.',
  'limitation.elsewhere':
    'Cet acte vient d’une déclaration de créance ou d’une procédure\u202f: c’est là qu’il se modifie.',
  'limitation.withdrawn': 'Cet acte est déjà retiré, depuis le {{day, day}}.',
  'declaration.no-procedure':
    'Aucune procédure collective n’est ouverte contre ce client\u202f: il n’y a rien à déclarer. Notez d’abord le jugement.',
  'declaration.nothing-to-declare':
    'Rien n’était dû à la veille du jugement ({{judgment, day}}) qui ne soit déjà déclaré ou couvert par des règlements.',
  'declaration.item-declared': 'La pièce {{number}} est déjà déclarée dans cette procédure.',
  'declaration.item-invalid': 'Une des pièces choisies n’était pas due avant le jugement du {{judgment, day}}.',
  'declaration.rate-missing':
    'La créance se déclare au cours du jour du jugement\u202f: il manque celui de {{currency}} au {{day, day}}. Enregistrez-le dans les paramètres.',
  'declaration.addressee-missing':
    'Il faut savoir à qui déclarer\u202f: notez d’abord le mandataire judiciaire ou le liquidateur et son adresse.',
  'declaration.sent': 'Cette déclaration est déjà partie, le {{day, day}}.',
  'declaration.not-sent': 'La déclaration {{reference}} n’est pas encore envoyée\u202f: notez d’abord son envoi.',
  'declaration.cancelled': 'Cette déclaration est annulée depuis le {{day, day}}.',
  'declaration.day-invalid':
    'Le {{day, day}} ne convient pas\u202f: il est antérieur au {{from, day}} ou n’est pas encore venu. Rien n’a été enregistré.',
  'declaration.amounts-differ':
    'Admis, contesté et rejeté font {{sum, money}}, la créance déclarée {{total, money}}. Rien n’a été enregistré\u202f: répartissez le total.',
  'declaration.not-contested':
    'Rien n’est contesté dans la déclaration {{reference}}\u202f: il n’y a pas de réponse à noter.',
  'retention.no-clause':
    '{{description}}\u202f: aucune clause de réserve de propriété n’est enregistrée pour ce client. Ajoutez-la avec la preuve de son acceptation.',
  'retention.agreed-after-delivery':
    '{{description}}\u202f: la clause n’était pas convenue par écrit à la livraison. Elle n’est pas opposable (C.\u00A0com. L624-16).',
  'retention.delivered-after': '{{description}}\u202f: livré après le jugement, rien n’est à revendiquer.',
  'retention.paid': '{{description}}\u202f: la facture était payée, la propriété est transférée.',
  'retention.gone':
    '{{description}}\u202f: le bien n’existe plus en nature. Seul le prix d’un bien revendu et impayé peut être revendiqué.',
  'retention.no-resale-price':
    '{{description}}\u202f: le bien est revendu\u202f; indiquez le prix que le sous-acquéreur doit encore.',
  'retention.nothing-to-claim':
    'Aucun bien ne peut être revendiqué\u202f: enregistrez les biens impayés, et la clause convenue avant leur livraison.',
  'retention.goods-claimed': '{{description}}\u202f: ce bien fait déjà l’objet d’une revendication.',
  'retention.item-invalid': 'La pièce {{number}} n’est pas une facture de ce client\u202f: elle ne porte aucun bien.',
  'retention.too-late':
    'Le délai de trois mois pour revendiquer a pris fin le {{day, day}} (C.\u00A0com. L624-9). Seul un contrat publié en dispense.',
  'retention.sent': 'Cette revendication est déjà partie, le {{day, day}}.',
  'retention.not-sent': 'La revendication {{reference}} n’est pas encore envoyée\u202f: notez d’abord son envoi.',
  'retention.cancelled': 'Cette revendication est annulée depuis le {{day, day}}.',
  'retention.day-invalid': 'Le {{day, day}} ne convient pas\u202f: il n’est pas encore venu, ou précède ce qu’il suit.',
  'mail.no-settings':
    'Aucun serveur de messagerie n’est indiqué. Rien n’est parti\u202f: indiquez-le, ou ouvrez les messages comme brouillons dans votre messagerie.',
  'mail.no-address': '{{name}} n’a pas d’adresse électronique. Ajoutez un contact à sa fiche.',
  'mail.no-sender':
    'Aucune adresse d’expéditeur n’est indiquée, ni dans les réglages des messages ni dans la fiche de la société. Rien n’est parti.',
  'mail.address-invalid': '«\u202f{{value}}\u202f» n’est pas une adresse de messagerie. Rien n’a été enregistré.',
  'mail.plain-refused':
    'Vers {{host}}, les lettres et le mot de passe voyageraient en clair. Choisissez une connexion chiffrée, ou acceptez-le expressément.',
  'mail.password-needed':
    'Le mot de passe de {{user}} n’est pas conservé sur cette machine\u202f: indiquez-le. Rien n’est parti.',
  'mail.unreachable':
    'Le serveur {{host}}, port {{port}}, ne peut pas être joint. Rien n’est parti\u202f: vérifiez l’adresse, le port et la connexion.',
  'mail.certificate':
    'Le certificat de {{host}} n’est pas digne de confiance ({{reason}}). Ni le mot de passe ni un message ne lui ont été remis.',
  'mail.no-encryption':
    '{{host}} ne chiffre pas la connexion comme demandé. Ni le mot de passe ni un message ne lui ont été remis\u202f: essayez l’autre mode de chiffrement.',
  'mail.login-refused': '{{host}} refuse l’identifiant {{user}} ou son mot de passe. Rien n’est parti.',
  'mail.not-waiting': 'Ce message n’est plus en attente\u202f: il est parti, part en ce moment, ou a été retiré.',
  'mail.not-uncertain': 'Le sort de ce message est connu\u202f: il n’y a rien à trancher.',
  'worklist.weight-invalid':
    'Ce poids tire dans le mauvais sens\u202f: ce qui presse vaut zéro ou plus, ce qui peut attendre zéro ou moins.',
  cancelled: 'Opération annulée. Rien n’a été changé.',
  connection: 'Le programme ne répond plus. Rien de ce qui était enregistré n’est perdu\u202f: redémarrez-le.',
  internal: 'Une erreur imprévue s’est produite. Rien n’a été enregistré.',
  'file.too-large': 'Ce fichier est trop volumineux. Rien n’a été importé.',
} satisfies Record<AnyErrorCode, string>
