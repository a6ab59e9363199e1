export const aboutFr = {
  title: 'À propos d’Encours',
  palette: 'À propos d’Encours\u202F: version et licences',
  version: 'Version {{version}}',
  offline:
    'Encours travaille hors ligne\u202F: il ne cherche aucune mise à jour, n’envoie aucun rapport, ne charge rien du réseau. Seuls vos messages partent, par votre serveur, quand vous les envoyez.',
  own: 'Logiciel libre sous licence MPL 2.0\u202F; © les contributeurs d’Encours.',
  laws: {
    title: 'Textes en ligne',
    asked: 'S’ouvrent dans votre navigateur\u202F; l’application de bureau le demande d’abord.',
    commerce: 'Code de commerce (Légifrance)',
    directive: 'Directive 2011/7/UE, retards de paiement',
    privacy: 'Règlement 2016/679, données personnelles',
    licence: 'Mozilla Public License 2.0',
  },
  licences: {
    title: 'Ce qui vient d’autres',
    count_one: '{{count}} composant, chacun sous sa licence.',
    count_other: '{{count}} composants, chacun sous sa licence.',
    beside:
      'S’y ajoutent SQLite (domaine public) et SQLite3 Multiple Ciphers (MIT) dans better-sqlite3, Typst (Apache 2.0) et ses polices dans typst-ts, et, dans l’application installée, Chromium, Node.js et FFmpeg, dont les licences sont dans LICENSES.chromium.html à côté du programme.',
    search: 'Chercher un composant ou une licence',
    none: 'Aucun composant ne correspond.',
    noText: 'Ce composant nomme sa licence sans en joindre le texte.',
    missing: 'La liste des licences manque à cette installation.',
    of: 'Licence de {{name}}',
  },
}
