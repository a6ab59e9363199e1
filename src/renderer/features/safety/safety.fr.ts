import { safetyActivityFr } from './safety.activity.fr.ts'
import { safetyChecksFr } from './safety.checks.fr.ts'
import { safetyPassphraseFr } from './safety.passphrase.fr.ts'
import { safetyPeopleFr } from './safety.people.fr.ts'
import { safetyPrivacyFr } from './safety.privacy.fr.ts'

export const safetyFr = {
  nav: 'Sécurité',
  title: 'Sécurité',
  sections: {
    people: 'Utilisateurs',
    passphrase: 'Phrase secrète',
    backups: 'Sauvegardes',
    activity: 'Activité',
    checks: 'Contrôles',
    privacy: 'Données personnelles',
  },
  palette: {
    people: 'Utilisateurs et rôles',
    passphrase: 'Phrase secrète et chiffrement',
    backups: 'Sauvegardes',
    activity: 'Journal d’activité',
    checks: 'Vérifier le dossier',
    privacy: 'Données personnelles (RGPD)',
  },
  people: safetyPeopleFr,
  passphrase: safetyPassphraseFr,
  activity: safetyActivityFr,
  checks: safetyChecksFr,
  privacy: safetyPrivacyFr,
}
