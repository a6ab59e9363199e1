/** What is said of people, rights and sign-in. */
export const peopleErrorsFr = {
  'people.sign-in-needed': 'Ce dossier a des utilisateurs\u202f: identifiez-vous pour continuer. Rien n’a été changé.',
  'people.locked': 'Cette fenêtre est verrouillée par {{name}}. Rien n’a été changé.',
  'people.not-allowed':
    'Votre rôle ne comprend pas le droit «\u202f$t(people:permissions.{{permission}}.name)\u202f». Rien n’a été changé\u202f: demandez-le à un administrateur du dossier.',
  'people.wrong-password': 'Nom ou mot de passe incorrect.',
  'people.wait': 'Trop de mots de passe incorrects\u202f: réessayez dans {{waitSeconds, number}} s.',
  'people.new-password-needed':
    'Ce mot de passe a été donné par un administrateur\u202f: choisissez le vôtre pour entrer.',
  'people.password-weak':
    'Choisissez un mot de passe d’au moins {{least}} caractères, autre que le nom. Rien n’a été changé.',
  'people.password-same': 'C’est le mot de passe actuel\u202f: choisissez-en un autre.',
  'people.inactive': 'Cette personne ne peut plus entrer dans ce dossier. Un administrateur peut la réactiver.',
  'people.last-administrator':
    'Plus personne ne pourrait administrer le dossier. Rien n’a été changé\u202f: donnez d’abord ce droit à quelqu’un d’autre.',
  'people.name-used': '{{name}} figure déjà parmi les utilisateurs. Rien n’a été ajouté.',
  'people.on': 'Ce dossier a déjà des utilisateurs. Rien n’a été changé.',
  'people.off': 'Ce dossier n’a pas d’utilisateurs\u202f: il n’y a personne à identifier. Rien n’a été changé.',
  'people.not-alone':
    'D’autres personnes figurent encore dans ce dossier. Rien n’a été changé\u202f: retirez-les d’abord.',
  'people.role-in-use': 'Ce rôle est celui de {{people, number}} personne(s)\u202f: donnez-leur d’abord un autre rôle.',
  'people.role-name-used': 'Un rôle s’appelle déjà {{name}}. Rien n’a été enregistré.',
  'people.role-unnamed': 'Donnez un nom à ce rôle. Rien n’a été enregistré.',
}
