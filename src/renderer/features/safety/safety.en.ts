import type { Words } from '../../app/words.ts'
import { recordedCallsEn } from './recordedCalls.en.ts'
import type { safetyFr } from './safety.fr.ts'
import { safetyPeopleEn } from './safety.people.en.ts'

export const safetyEn = {
  nav: 'Safety',
  title: 'Safety',
  sections: {
    people: 'People',
    activity: 'Activity',
  },
  palette: {
    people: 'People and roles',
    activity: 'Activity log',
  },
  people: safetyPeopleEn,
  activity: {
    about: 'Everything written in the book, newest first.',
    at: 'Done on',
    today: 'Working day',
    user: 'By',
    call: 'Action',
    count_one: '{{count, number}} action',
    count_other: '{{count, number}} actions',
    empty: {
      title: 'Nothing has been done yet',
      text: 'Every import, change or issue of reminders will be listed here.',
    },
    calls: recordedCallsEn,
  },
} satisfies Words<typeof safetyFr>
