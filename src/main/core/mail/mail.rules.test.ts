import { expect, test } from 'vitest'
import {
  datedOf,
  distinctNames,
  isAddress,
  isCertificateProblem,
  isLoopback,
  messageIdOf,
  oneLine,
  parseMailbox,
  recipientsOf,
} from './mail.rules.ts'

const contact = (name: string, email: string, dunning = false) => ({ name, email, dunning, role: '', phone: '' })

test.each(['a@b.fr', 'prénom.nom@société.fr', 'compta+relances@sub.firm.example', "o'brien@firm.example"])(
  '%s is an address',
  (text) => {
    expect(isAddress(text)).toBe(true)
  },
)

test.each([
  '',
  'a',
  'a@',
  '@b.fr',
  'a@b',
  'a b@c.fr',
  'a@b.fr\r\nBcc: c@d.fr',
  'a@b.fr,c@d.fr',
  '<a@b.fr>',
  'a@b..fr',
  `${'a'.repeat(65)}@b.fr`,
])('%j is none', (text) => {
  expect(isAddress(text)).toBe(false)
})

test('a mailbox is an address, with or without a name', () => {
  expect(parseMailbox('compta@firm.example')).toEqual({ name: '', address: 'compta@firm.example' })
  expect(parseMailbox('Service clients <compta@firm.example>')).toEqual({
    name: 'Service clients',
    address: 'compta@firm.example',
  })
  expect(parseMailbox('"Martin, Paul" <p@firm.example>')).toEqual({ name: 'Martin, Paul', address: 'p@firm.example' })
  expect(parseMailbox('X\r\nBcc: a@b.fr <p@firm.example>')?.name).toBe('X Bcc: a@b.fr')
  expect(parseMailbox('Nobody')).toBeNull()
})

test('who takes reminders comes first, the others of them in copy', () => {
  const found = recipientsOf([
    contact('Direction', 'dir@a.fr'),
    contact('Compta', 'compta@a.fr', true),
    contact('Trésorerie', 'treso@a.fr; COMPTA@a.fr', true),
    contact('Sans', '', true),
  ])
  expect(found).toEqual({
    to: [{ name: 'Compta', address: 'compta@a.fr' }],
    cc: [{ name: 'Trésorerie', address: 'treso@a.fr' }],
  })
})

test('without any, the first contact with an address; without an address, nobody', () => {
  expect(recipientsOf([contact('A', 'téléphone'), contact('B', 'b@a.fr'), contact('C', 'c@a.fr')])?.to).toEqual([
    { name: 'B', address: 'b@a.fr' },
  ])
  expect(recipientsOf([contact('A', 'not an address', true)])).toBeNull()
  expect(recipientsOf([])).toBeNull()
})

test('a header stays on its line', () => {
  expect(oneLine(' Relance\r\nBcc: a@b.fr\u2028\u0000fin ')).toBe('Relance Bcc: a@b.fr fin')
})

test('a letter’s message has one name for ever, and the day it bears', () => {
  expect(messageIdOf('R2026-0003-0012', '0a1b')).toBe('<R2026-0003-0012@0a1b.encours>')
  expect(datedOf('2026-03-31', '2026-11-22T09:30:00.000Z')).toBe('2026-03-31T09:30:00.000Z')
})

test('files of the same name are told apart', () => {
  expect(distinctNames(['a.pdf', 'A.pdf', 'a.pdf', 'b', 'b'])).toEqual(['a.pdf', 'A-2.pdf', 'a-3.pdf', 'b', 'b-2'])
})

test('this machine is told from the network', () => {
  expect(['localhost', '127.0.0.1', '127.8.1.1', '::1', '[::1]'].map(isLoopback)).toEqual(Array(5).fill(true))
  expect(['mail.firm.example', '10.0.0.1', '127.evil.example', ''].map(isLoopback)).toEqual(Array(4).fill(false))
})

test('what is wrong with a certificate is told from what is wrong with the network', () => {
  const bad = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']
  expect([...bad, 'ERR_TLS_CERT_ALTNAME_INVALID'].map(isCertificateProblem)).toEqual(Array(4).fill(true))
  expect(['ECONNREFUSED', 'ENOTFOUND', ''].map(isCertificateProblem)).toEqual(Array(3).fill(false))
})
