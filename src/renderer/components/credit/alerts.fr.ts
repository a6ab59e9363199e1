export const alertWordsFr = {
  kind: {
    insolvency: 'Procédure collective',
    'limit-passed': 'Limite dépassée',
    'plan-broken': 'Échéancier rompu',
    'late-rising': 'Retards en hausse',
    'score-drop': 'Score en baisse',
    'cover-ending': 'Couverture assurance',
    'limit-ending': 'Limite qui prend fin',
    'guarantee-ending': 'Garantie qui prend fin',
    'document-stale': 'Document périmé',
    inactive: 'Sans activité',
  },
  grave: 'grave',
}
