import { expect, test } from 'vitest'
import { toMime } from './mail.mime.ts'

test('an attachment bears a name that is safe wherever it is opened', async () => {
  const bytes = await toMime({
    from: { name: '', address: 'a@rivelaine.example' },
    replyTo: null,
    to: [{ name: '', address: 'b@alpha.example' }],
    cc: [],
    subject: 'Relance',
    text: 'Bonjour',
    messageId: '<1@rivelaine.example>',
    dated: '2026-11-22T12:00:00.000Z',
    attachments: [
      { name: '../../releve\u202Efdp.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([1]) },
      { name: 'CON\r\nBcc: x@y.example', mediaType: 'application/pdf', bytes: new Uint8Array([2]) },
    ],
    draft: false,
  })
  const text = Buffer.from(bytes).toString('latin1')
  expect([...text.matchAll(/filename="?([^"\r\n]*)/g)].map(([, name]) => name)).toEqual([
    'relevefdp.pdf',
    'CON--Bcc- x@y.example',
  ])
  expect(text).not.toMatch(/^Bcc:/m)
})
