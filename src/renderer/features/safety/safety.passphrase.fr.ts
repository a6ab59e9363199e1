/** Le chiffrement du dossier. */
export const safetyPassphraseFr = {
  strength: 'Résistance de la phrase secrète',
  strong: {
    none: 'Sa résistance s’affiche pendant la saisie.',
    judging: 'Évaluation…',
    enough:
      'Suffisante\u202f: une machine faite pour cela mettrait des jours ou des semaines. Un mot de plus vaudrait mieux.',
    very: 'Très bonne\u202f: la trouver par essais demanderait des années à qui aurait le fichier.',
  },
  weakness: {
    short: 'Trop courte\u202f: douze caractères au moins. Plusieurs mots sans lien se retiennent bien.',
    keyboard: 'Trop facile\u202f: des touches voisines du clavier. Prenez plusieurs mots sans lien.',
    repeat: 'Trop facile\u202f: elle se répète. Prenez plusieurs mots sans lien.',
    sequence: 'Trop facile\u202f: une suite comme abc ou 1234. Prenez plusieurs mots sans lien.',
    date: 'Trop facile\u202f: une date ou une année. Ajoutez des mots sans lien.',
    known: 'Trop facile\u202f: des mots ou une formule que tout le monde essaie. Ajoutez des mots sans lien.',
    own: 'Trop facile\u202f: le nom de la société ou le vôtre. Prenez des mots sans lien.',
  },
  new: {
    label: 'Nouvelle phrase secrète',
    about: 'Douze caractères au moins. Quatre ou cinq mots sans lien valent mieux qu’un mot compliqué.',
    again: 'La même, une seconde fois',
    differs: 'Les deux saisies diffèrent.',
  },
  current: 'Phrase secrète actuelle, ou clé de secours',
  lostTitle: 'Perdues toutes les deux, le dossier est perdu',
  lost: 'Sans la phrase secrète et sans la clé de secours, personne ne peut ouvrir le dossier, l’éditeur du programme non plus. Gardez la clé de secours sur papier, loin de cet ordinateur.',
  notAllowed: 'Votre rôle permet de voir cet état, pas de le changer.',
  off: {
    title: 'Ce dossier n’est pas chiffré',
    about:
      'Quiconque copie le fichier, trouve une sauvegarde ou emporte l’ordinateur peut lire vos clients, leurs soldes et vos lettres.',
    what: 'Chiffré, il ne s’ouvre qu’avec une phrase secrète, et ses sauvegardes aussi. Les fichiers que vous exportez restent lisibles.',
  },
  on: {
    title: 'Ce dossier est chiffré',
    since: 'Phrase secrète choisie le {{moment}} par {{user}}.',
    about:
      'Le fichier entier, son journal et ses nouvelles sauvegardes ne se lisent qu’avec la phrase secrète ou la clé de secours. Les fichiers que vous exportez restent lisibles.',
    notedTitle: 'La clé de secours est notée',
    notNotedTitle: 'La clé de secours n’est pas encore notée',
    notNoted:
      'Si la phrase secrète est oubliée, le dossier est perdu. Affichez la clé de secours, imprimez-la et confirmez qu’elle est notée.',
  },
  protect: {
    open: 'Chiffrer le dossier…',
    title: 'Chiffrer le dossier',
    about:
      'Le dossier est récrit chiffré à côté de l’ancien, contrôlé, puis mis à sa place. Une clé de secours vous est ensuite montrée.',
    action: 'Chiffrer le dossier',
    done: 'Le dossier est chiffré.',
  },
  change: {
    open: 'Changer la phrase secrète…',
    title: 'Changer la phrase secrète',
    about:
      'Le dossier est récrit sous la nouvelle phrase, avec une nouvelle clé de secours. Les sauvegardes d’avant gardent l’ancienne phrase et l’ancienne clé.',
    action: 'Changer la phrase secrète',
    done: 'La phrase secrète est changée.',
  },
  unprotect: {
    open: 'Retirer le chiffrement…',
    title: 'Retirer le chiffrement',
    about:
      'Le dossier est récrit en clair\u202f: quiconque a le fichier pourra le lire. Les sauvegardes déjà faites restent chiffrées.',
    action: 'Écrire le dossier en clair',
    done: 'Le dossier n’est plus chiffré.',
  },
  show: {
    open: 'Afficher la clé de secours…',
    title: 'Afficher la clé de secours',
    action: 'Afficher la clé',
  },
  recovery: {
    title: 'Clé de secours',
    about:
      'Elle ouvre le dossier à la place de la phrase secrète, dans le même champ. Le cinquième signe de chaque groupe contrôle les autres\u202f: une faute de frappe est signalée.',
    print: 'Feuille à imprimer (PDF)',
    copy: 'Copier',
    copied: 'Copiée. Ne la collez pas dans un fichier de cet ordinateur.',
    warningTitle: 'Imprimez-la ou recopiez-la maintenant',
    warning:
      'Perdre la phrase secrète et cette clé, c’est perdre le dossier. Gardez la feuille sous clé, loin de l’ordinateur\u202f: qui a la feuille et le fichier lit tout.',
    last: 'Dernier groupe de la clé',
    lastAbout: 'Recopié depuis ce que vous avez noté.',
    later: 'Plus tard',
    confirm: 'La clé est notée',
    noted: 'Clé de secours notée.',
  },
  copies: {
    title: 'Des copies lisibles de ce dossier subsistent',
    about: 'Elles datent d’avant le chiffrement\u202f: quiconque les trouve les lit sans phrase secrète.',
    none: 'Aucune copie lisible n’a été trouvée à côté du dossier ni parmi ses sauvegardes. Ce qui a été copié ailleurs n’est pas connu du programme.',
    facts: '{{size}} Mo, {{moment}}',
    removeOpen_one: 'Supprimer cette copie…',
    removeOpen_other: 'Supprimer ces {{count, number}} copies…',
    remove_one: 'Supprimer la copie',
    remove_other: 'Supprimer {{count, number}} copies',
    confirmTitle_one: 'Supprimer une copie lisible',
    confirmTitle_other: 'Supprimer {{count, number}} copies lisibles',
    confirm:
      'La suppression ne peut pas être annulée, et plus rien ne permettra de revenir à cet état. Faites d’abord une sauvegarde du dossier chiffré.',
    removed_one: 'Copie supprimée.',
    removed_other: '{{count, number}} copies supprimées.',
  },
}
