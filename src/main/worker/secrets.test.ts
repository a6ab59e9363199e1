import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { answerSecrets, askSecrets, type Secrets } from './secrets.ts'

const over = (secrets: Secrets) => {
  const { port1, port2 } = new MessageChannel()
  answerSecrets(port1, secrets)
  const asked = askSecrets(port2)
  // The test itself waits for the answers.
  port1.ref()
  port2.ref()
  return { asked, close: () => port1.close() }
}

const reversed: Secrets = {
  seal: async (text) => new TextEncoder().encode([...text].reverse().join('')),
  open: async (sealed) => [...new TextDecoder().decode(sealed)].reverse().join(''),
}

test('questions and answers find each other on the port', async () => {
  const { asked, close } = over(reversed)
  const sealed = await Promise.all(['un', 'deux'].map((text) => asked.seal(text)))
  expect(await Promise.all(sealed.map((one) => asked.open(one ?? new Uint8Array())))).toEqual(['un', 'deux'])
  close()
})

test('a keychain that fails keeps nothing, and one that is gone answers', async () => {
  const fails = async () => {
    throw new Error('locked')
  }
  const failing = over({ seal: fails, open: fails })
  expect([await failing.asked.seal('a'), await failing.asked.open(new Uint8Array(1))]).toEqual([null, null])
  failing.close()
  const gone = over({ ...reversed, seal: () => new Promise(() => {}) })
  const answer = gone.asked.seal('a')
  gone.close()
  expect(await answer).toBeNull()
})
