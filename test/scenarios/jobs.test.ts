import { expect, test } from 'vitest'
import { openTestBook } from '../support/book.ts'

test('a job cancelled after its last step is not committed', async () => {
  const book = await openTestBook({ today: '2026-01-31' })
  try {
    const controller = new AbortController()
    const file = new File(
      ['kind,number,customer,name,issued,due,amount,currency\ninvoice,F-1,C1,Alpha,2026-01-01,,10.00,EUR\n'],
      'a.csv',
    )
    const stream = await book.client.imports.run({ name: 'a.csv', file }, { signal: controller.signal })
    const readToEnd = async () => {
      for (;;) {
        const step = await stream.next()
        if (step.done) return step.value
        // As a host hears it: in a later turn of the event loop, while the job is already at its next step.
        setImmediate(() => controller.abort())
      }
    }
    await expect(readToEnd()).rejects.toThrow()
    expect((await book.client.imports.history({})).files).toEqual([])
    expect((await book.client.customers.list({})).total).toBe(0)
  } finally {
    await book.close()
  }
})
