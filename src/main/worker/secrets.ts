import type { MessagePort } from 'node:worker_threads'
import type { Secrets } from '../core/kernel/context.ts'

export type { Secrets }

type Question = { id: number } & ({ seal: string } | { open: Uint8Array })
type Answer = { id: number; value: Uint8Array | string | null }

/** The host's keychain as the core's thread has it: each question travels on the port, and so does its answer. */
export const askSecrets = (port: MessagePort): Secrets => {
  const waiting = new Map<number, (value: Answer['value']) => void>()
  let last = 0
  port.on('message', ({ id, value }: Answer) => {
    waiting.get(id)?.(value)
    waiting.delete(id)
  })
  // What nobody is left to answer is answered: the password is then asked of the user.
  port.on('close', () => {
    for (const answer of waiting.values()) answer(null)
  })
  // The thread ends when the host says so, whatever ports are open.
  port.unref()
  const ask = (question: { seal: string } | { open: Uint8Array }): Promise<Answer['value']> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      port.postMessage({ id: last, ...question } satisfies Question)
    })
  return {
    seal: async (text) => {
      const sealed = await ask({ seal: text })
      return sealed instanceof Uint8Array ? sealed : null
    },
    open: async (sealed) => {
      const text = await ask({ open: sealed })
      return typeof text === 'string' ? text : null
    },
  }
}

/** Answers the core's thread from the host's keychain; one that fails keeps and opens nothing. */
export const answerSecrets = (port: MessagePort, secrets: Secrets): void => {
  port.on('message', async (question: Question) => {
    const answer = 'seal' in question ? secrets.seal(question.seal) : secrets.open(question.open)
    port.postMessage({ id: question.id, value: await answer.catch(() => null) } satisfies Answer)
  })
  port.unref()
}
