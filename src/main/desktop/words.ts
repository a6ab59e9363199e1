const french = {
  file: 'Fichier',
  newBook: 'Nouveau dossier…',
  openBook: 'Ouvrir un dossier…',
  book: 'Dossier Encours',
  quit: 'Quitter',
  edit: 'Édition',
  view: 'Affichage',
  window: 'Fenêtre',
  help: 'Aide',
  about: 'À propos d’Encours',
  crashed: 'Encours s’est arrêté',
  crashedDetail: 'Ce qui était enregistré l’est toujours. Relancez le programme.',
}

export type Words = typeof french

const english: Words = {
  file: 'File',
  newBook: 'New book…',
  openBook: 'Open a book…',
  book: 'Encours book',
  quit: 'Quit',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  about: 'About Encours',
  crashed: 'Encours has stopped',
  crashedDetail: 'What was saved is still saved. Start the program again.',
}

/** The words of menus and dialogs, which the system shows outside the page. */
export const wordsFor = (locale: string): Words => (locale.toLowerCase().startsWith('fr') ? french : english)
