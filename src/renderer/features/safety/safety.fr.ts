import { recordedCallsFr } from './recordedCalls.fr.ts'
import { safetyPeopleFr } from './safety.people.fr.ts'

export const safetyFr = {
  nav: 'Sécurité',
  title: 'Sécurité',
  sections: {
    people: 'Utilisateurs',
    activity: 'Activité',
  },
  palette: {
    people: 'Utilisateurs et rôles',
    activity: 'Journal d’activité',
  },
  people: safetyPeopleFr,
  activity: {
    about: 'Tout ce qui a été écrit dans le dossier, du plus récent au plus ancien.',
    at: 'Fait le',
    today: 'Jour de travail',
    user: 'Par',
    call: 'Action',
    count_one: '{{count, number}} action',
    count_other: '{{count, number}} actions',
    empty: {
      title: 'Rien n’a encore été fait',
      text: 'Chaque import, modification ou émission de relances s’inscrira ici.',
    },
    calls: recordedCallsFr,
  },
}
