export const helpFr = {
  nav: 'Aide',
  title: 'Aide',
  topics: 'Sujets',
  shortcut: 'Ouvrir l’aide de cet écran',
}
