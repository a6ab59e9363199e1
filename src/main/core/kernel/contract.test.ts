import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret, secretSchema } from './contract.ts'

test('a secret is told when it is asked for, and shown nowhere', () => {
  const secret = secretSchema.parse('mot de passe')
  expect(secret).toBeInstanceOf(Secret)
  expect(secret.reveal()).toBe('mot de passe')
  const input = { settings: { user: 'compta' }, password: secret }
  expect(JSON.stringify(input)).toBe('{"settings":{"user":"compta"},"password":"***"}')
  for (const shown of [inspect(input, { depth: 9, showHidden: true }), `${secret}`, JSON.stringify({ ...secret })])
    expect(shown).not.toContain('mot de passe')
})
