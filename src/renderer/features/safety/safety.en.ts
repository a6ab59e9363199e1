import type { Words } from '../../app/words.ts'
import { safetyActivityEn } from './safety.activity.en.ts'
import { safetyChecksEn } from './safety.checks.en.ts'
import type { safetyFr } from './safety.fr.ts'
import { safetyPassphraseEn } from './safety.passphrase.en.ts'
import { safetyPeopleEn } from './safety.people.en.ts'
import { safetyPrivacyEn } from './safety.privacy.en.ts'

export const safetyEn = {
  nav: 'Safety',
  title: 'Safety',
  sections: {
    people: 'People',
    passphrase: 'Passphrase',
    backups: 'Backups',
    activity: 'Activity',
    checks: 'Checks',
    privacy: 'Personal data',
  },
  palette: {
    people: 'People and roles',
    passphrase: 'Passphrase and encryption',
    backups: 'Backups',
    activity: 'Activity log',
    checks: 'Check the book',
    privacy: 'Personal data (GDPR)',
  },
  people: safetyPeopleEn,
  passphrase: safetyPassphraseEn,
  activity: safetyActivityEn,
  checks: safetyChecksEn,
  privacy: safetyPrivacyEn,
} satisfies Words<typeof safetyFr>
