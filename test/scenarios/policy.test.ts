import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PolicyContent } from '../../src/main/core/policy/policy.contract.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'

const TODAY = '2026-04-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const shipped = async (): Promise<PolicyContent> => (await book.client.policy.get({})).content
const save = async (changes: Partial<PolicyContent>, rest: { summary?: string; inForceFrom?: string } = {}) =>
  book.client.policy.save({ content: { ...(await shipped()), ...changes }, ...rest })

describe('a book without a policy of its own', () => {
  test('follows the one shipped with the program: small differences, reasons for disputes, proofs', async () => {
    const { version, inForceFrom, content } = await book.client.policy.get({})
    expect([version, inForceFrom]).toEqual([0, null])
    expect(content).toMatchObject({
      disputeDays: 30,
      invoicingHours: 48,
      instalmentGraceDays: 5,
      promiseGraceDays: 2,
    })
    expect(content.writeOffLimits).toEqual({ EUR: 500, GBP: 500, CHF: 500, USD: 500 })
    expect(content.disputeReasons.find(({ code }) => code === 'already-paid')).toEqual({
      code: 'already-paid',
      fr: 'Déjà payé',
      en: 'Already paid',
      active: true,
    })
  })
})

describe('a policy that changes', () => {
  test('each saving makes a version; the older ones stay as they were', async () => {
    await save({ disputeDays: 20 }, { summary: 'Litiges plus courts' })
    await save({ disputeDays: 15 })
    const { versions } = await book.client.policy.versions({})
    expect(
      versions.map(({ version, summary, author, content }) => [version, summary, author, content.disputeDays]),
    ).toEqual([
      [2, '', 'test', 15],
      [1, 'Litiges plus courts', 'test', 20],
      [0, '', '', 30],
    ])
  })

  test('says how late days are counted and whether the rate follows the law; older versions count as they did', async () => {
    // As a program before these two saved it.
    const { dayCount: _days, rateFollows: _follows, ...older } = (await shipped()).charges
    await save({ charges: older as never })
    expect((await book.client.policy.get({})).content.charges).toMatchObject({
      dayCount: 'act/365',
      rateFollows: 'law',
    })
    const { charges } = await shipped()
    await save({ charges: { ...charges, dayCount: '30/360', rateFollows: 'frozen' } })
    expect((await book.client.policy.versions({})).versions.map(({ content }) => content.charges.dayCount)).toEqual([
      '30/360',
      'act/365',
      'act/365',
    ])
    expect(await refusalOf(save({ charges: { ...charges, dayCount: 'act/364' as never } }))).toBe('BAD_REQUEST')
  })

  test('a version that begins later leaves today to the one before it', async () => {
    await save({ disputeDays: 20 }, { inForceFrom: '2026-05-01' })
    const daysOn = async (day: string) => (await book.on(day).policy.get({})).content.disputeDays
    expect(await daysOn('2026-04-30')).toBe(30)
    expect(await daysOn('2026-05-01')).toBe(20)
  })

  test('a version cannot begin before the last one', async () => {
    await save({ disputeDays: 20 }, { inForceFrom: '2026-05-01' })
    expect(await refusal(save({ disputeDays: 10 }, { inForceFrom: '2026-04-30' }))).toEqual({
      code: 'policy.before-last',
      details: { inForceFrom: '2026-04-30', last: '2026-05-01' },
    })
    expect((await save({ disputeDays: 10 }, { inForceFrom: '2026-05-01' })).version).toBe(2)
    // Without a day it begins with the working day, or with the last version when that begins later.
    expect((await save({ disputeDays: 12 })).inForceFrom).toBe('2026-05-01')
    expect((await book.on('2026-05-01').policy.get({})).content.disputeDays).toBe(12)
  })

  test('what cannot be a policy is refused', async () => {
    const [reason] = (await shipped()).disputeReasons
    if (!reason) throw new Error('no reason is shipped')
    for (const wrong of [
      { disputeReasons: [] },
      { disputeReasons: [reason, reason] },
      { disputeReasons: [{ ...reason, code: 'Prix & co' }] },
      { disputeDays: 0 },
      { writeOffLimits: { EUR: -1 } },
      { requiredProofs: [[]] },
    ])
      expect(await refusalOf(save(wrong))).toBe('BAD_REQUEST')
    expect((await book.client.policy.get({})).version).toBe(0)
  })
})
