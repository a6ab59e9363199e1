const french = {
  file: 'Fichier',
  newBook: 'Nouveau dossier…',
  openBook: 'Ouvrir un dossier…',
  book: 'Dossier Encours',
  backupFolder: 'Dossier des sauvegardes',
  backup: 'Sauvegarde à restaurer',
  quit: 'Quitter',
  edit: 'Édition',
  view: 'Affichage',
  window: 'Fenêtre',
  help: 'Aide',
  about: 'À propos d’Encours',
  leave: (host: string) => `Ouvrir ${host} dans votre navigateur ?`,
  leaveDetail: 'Encours lui-même reste hors ligne : rien de vos dossiers n’est envoyé.',
  openLink: 'Ouvrir',
  cancel: 'Annuler',
  crashed: 'Encours s’est arrêté',
  crashedDetail: 'Ce qui était enregistré l’est toujours. Relancez le programme.',
}

export type Words = typeof french

const english: Words = {
  file: 'File',
  newBook: 'New book…',
  openBook: 'Open a book…',
  book: 'Encours book',
  backupFolder: 'Backup folder',
  backup: 'Backup to restore',
  quit: 'Quit',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  about: 'About Encours',
  leave: (host: string) => `Open ${host} in your browser?`,
  leaveDetail: 'Encours itself stays offline: nothing of your books is sent.',
  openLink: 'Open',
  cancel: 'Cancel',
  crashed: 'Encours has stopped',
  crashedDetail: 'What was saved is still saved. Start the program again.',
}

/** The words of menus and dialogs, which the system shows outside the page. */
export const wordsFor = (locale: string): Words => (locale.toLowerCase().startsWith('fr') ? french : english)
