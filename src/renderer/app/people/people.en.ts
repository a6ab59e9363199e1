import type { Words } from '../words.ts'
import type { peopleFr } from './people.fr.ts'

/** Who works in the book and what they may do: what the frame, the sign-in and the page of people say. */
export const peopleEn: Words<typeof peopleFr> = {
  permissions: {
    read: { name: 'Look', text: 'See customers, balances, reminders and credit files' },
    collect: { name: 'Collect', text: 'Calls, promises, disputes, receipts, matching, bank lines' },
    edit: { name: 'Keep credit', text: 'Customer files, limits within one’s ceiling, credit reviews' },
    import: { name: 'Import', text: 'Ledgers, registers, agency reports, column mappings' },
    issue: { name: 'Issue', text: 'Reminders, formal notices, letters, messages' },
    approve: { name: 'Decide', text: 'Approve reminders, write-offs, credit reviews and exceptions' },
    configure: { name: 'Set up', text: 'Company, credit policy, dunning plans, wording, rates, mail' },
    audit: { name: 'Check', text: 'Activity and checks of the book' },
    administer: { name: 'Administer', text: 'People, roles, encryption, backups, personal data' },
  },
  roles: {
    reader: 'Reader',
    collector: 'Collector',
    controller: 'Credit controller',
    manager: 'Manager',
    administrator: 'Administrator',
  },
  signIn: {
    title: 'Sign in',
    name: 'Name',
    password: 'Password',
    show: 'Show or hide what is typed',
    enter: 'Sign in',
    other: 'Open another book',
    wait_one: 'Next try in {{count, number}} second.',
    wait_other: 'Next try in {{count, number}} seconds.',
    forgotten: 'Forgot the password? An administrator of the book can give you a new one.',
  },
  own: {
    title: 'Change my password',
    current: 'Current password',
    next: 'New password',
    again: 'The same, once more',
    rule: 'Eight characters at least. Several words that have nothing to do with each other are better than signs.',
    differs: 'The two differ.',
    action: 'Change the password',
    done: 'Password changed. Your other windows will ask for it.',
  },
  lock: {
    title: 'Locked by {{name}}',
    text: 'What was being typed is kept.',
    open: 'Unlock',
    other: 'Somebody else',
    otherText: 'What is not saved will be lost.',
  },
  menu: {
    label: '{{name}}, {{role}}',
    lock: 'Lock',
    password: 'Change my password…',
    signOut: 'Sign out',
    limits: 'What this role does not allow is not offered.',
  },
  status: 'role {{role}}: what it does not allow is not offered',
  reserved: {
    title: 'Your role does not include this page',
    text: 'It asks for the right “{{permission}}”. An administrator of the book can give it to you.',
  },
}
