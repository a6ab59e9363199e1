export const helpFr = {
  nav: 'Aide',
  title: 'Aide',
  topics: 'Sujets',
  about: 'À propos d’Encours, licences',
  shortcut: 'Ouvrir l’aide de cet écran',
}
