/** What is said of encrypted books. */
export const passphraseErrorsFr = {
  'book.passphrase-needed': 'Ce dossier est chiffré\u202f: saisissez sa phrase secrète, ou sa clé de secours.',
  'book.passphrase-wrong':
    'Ce n’est pas la phrase secrète de ce dossier, ou le début du fichier est endommagé\u202f: les deux se présentent de la même façon. Le fichier n’a pas été modifié.',
  'book.recovery-key-mistyped':
    'Cette clé de secours comporte une faute de frappe. Vérifiez le ou les groupes\u202f: {{wrongGroups}}.',
  'book.recovery-key-differs':
    'Ce n’est pas le dernier groupe de cette clé de secours. Comparez avec ce que vous avez noté.',
  'book.passphrase-weak':
    'Cette phrase secrète serait vite trouvée. Prenez au moins douze caractères, et plutôt plusieurs mots sans lien entre eux.',
  'book.encrypted': 'Ce dossier est déjà chiffré. Vous pouvez en changer la phrase secrète.',
  'book.not-encrypted': 'Ce dossier n’est pas chiffré\u202f: il n’a pas de phrase secrète.',
  'book.protection-failed':
    'Le dossier n’a pas pu être récrit\u202f: {{cause}} Il est resté tel qu’il était, avec la même protection.',
}
