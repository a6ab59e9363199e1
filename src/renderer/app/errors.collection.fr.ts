/** What is said of reminders, charges, claims and messages. */
export const collectionErrorsFr = {
  'charges.above-open':
    'Il reste {{open, money}} à payer de ces frais et pénalités, moins que {{amount, money}}. Rien n’a été enregistré.',
  'charges.split-differs':
    'La répartition fait {{split, money}}, le règlement {{amount, money}}. Rien n’a été enregistré.',
  'charges.day-invalid': 'Ce jour n’est pas encore venu.',
  'charges.not-undoable': 'Cette écriture ne s’annule pas, ou ne compte déjà plus.',
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
  'statement.day-ahead': 'Le {{asOf, day}} est encore à venir\u202f: ce qui sera dû ce jour-là n’est pas connu.',
  'statement.none':
    'Aucun client de ce choix n’a de relevé au {{asOf, day}}. Choisissez un autre jour ou d’autres clients.',
  'statement.too-many':
    '{{count}} relevés d’un coup, c’est trop\u202f: {{limit}} au plus. Choisissez un segment ou un commercial.',
  'confirmation.day-ahead': 'Le {{asOf, day}} est encore à venir\u202f: ses soldes ne sont pas connus.',
  'confirmation.nobody':
    'Ces critères ne retiennent aucun client. Choisissez les plus grands soldes, un montant, un tirage ou des clients.',
  'confirmation.too-many': '{{count}} demandes d’un coup, c’est trop\u202f: {{limit}} au plus.',
  'confirmation.deadline-past': 'La date limite de réponse vient avant l’envoi\u202f: choisissez-en une plus tard.',
  'confirmation.auditor-address':
    'Les clients répondent à l’auditeur lui-même\u202f: indiquez son adresse postale ou électronique.',
  'confirmation.not-different': 'Le solde indiqué est celui de nos livres\u202f: c’est un accord, non un désaccord.',
  'confirmation.reason-missing': 'Indiquez à quoi tient l’écart, ou qu’il reste inexpliqué.',
  'confirmation.day-invalid':
    'Le {{day, day}} ne convient pas\u202f: la réponse ne peut ni précéder la demande ni être encore à venir.',
  'confirmation.nothing-recorded': 'Rien n’est enregistré pour cette demande\u202f: il n’y a rien à reprendre.',
  'statement.days-invalid': 'Le premier jour du relevé vient après le dernier\u202f: choisissez-en un plus tôt.',
  'posting.not-by-post': 'Cette lettre ne part pas par la poste.',
  'posting.number-invalid':
    'Ce numéro ne convient pas\u202f: il faut un numéro par lettre, ou un premier numéro de série qui finit par des chiffres.',
  'posting.number-used': 'Le numéro {{number}} est déjà celui d’une autre lettre\u202f: vérifiez l’étiquette.',
  'posting.number-missing': 'Une lettre recommandée n’a pas encore de numéro\u202f: donnez-le avant de la déposer.',
  'posting.deposited': 'Une de ces lettres est déjà déposée\u202f: retirez-la du choix.',
  'posting.not-deposited': 'Cette lettre n’est pas encore déposée\u202f: enregistrez d’abord son dépôt.',
  'posting.day-invalid': 'Ce jour ne convient pas\u202f: ni avant la lettre ou son dépôt, ni après aujourd’hui.',
  'dunning.run-ahead':
    'Ce jour n’est pas encore venu\u202f: une relance datée d’avance bloquerait les suivantes. Choisissez aujourd’hui ou un jour passé.',
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
}
