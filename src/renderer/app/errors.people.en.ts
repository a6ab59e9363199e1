import type { peopleErrorsFr } from './errors.people.fr.ts'
import type { Words } from './words.ts'

/** What is said of people, rights and sign-in. */
export const peopleErrorsEn: Words<typeof peopleErrorsFr> = {
  'people.sign-in-needed': 'This book has people: sign in to go on. Nothing was changed.',
  'people.locked': 'This window was locked by {{name}}. Nothing was changed.',
  'people.not-allowed':
    'Your role does not include the right “$t(people:permissions.{{permission}}.name)”. Nothing was changed: ask an administrator of the book.',
  'people.wrong-password': 'Wrong name or password.',
  'people.wait': 'Too many wrong passwords: try again in {{waitSeconds, number}} s.',
  'people.new-password-needed': 'This password was given by an administrator: choose your own to come in.',
  'people.password-weak':
    'Choose a password of at least {{least}} characters, other than the name. Nothing was changed.',
  'people.password-same': 'That is the password you have: choose another.',
  'people.inactive': 'This person may no longer come into this book. An administrator can let them in again.',
  'people.last-administrator':
    'Nobody would be left to administer the book. Nothing was changed: give somebody else that right first.',
  'people.name-used': '{{name}} is in the book already. Nobody was added.',
  'people.on': 'This book has people already. Nothing was changed.',
  'people.off': 'This book has no people: there is nobody to sign in. Nothing was changed.',
  'people.not-alone': 'There are others in this book. Nothing was changed: take them off the list first.',
  'people.role-in-use': 'This is the role of {{people, number}} person(s): give them another one first.',
  'people.role-name-used': 'There is a role {{name}} already. Nothing was saved.',
  'people.role-unnamed': 'Give this role a name. Nothing was saved.',
}
