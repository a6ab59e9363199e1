/** What is said of limits, reviews, reports and accounts. */
export const creditErrorsFr = {
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
}
