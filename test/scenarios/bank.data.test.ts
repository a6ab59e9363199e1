import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../src/main/core/imports/imports.contract.ts'
import { toDecimal } from '../../src/main/core/kernel/money.ts'
import { openLines } from '../support/bank.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { finish } from '../support/ledger.ts'
import { sharedDataMissing, sharedJson, sharedSource, skippedNote } from '../support/shared-data.ts'

const filesIn = (folder: string): string[] =>
  sharedDataMissing ? [] : readdirSync(`../shared/data/${folder}`).filter((name) => name !== 'EXPECTED.json')

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-22' })
})
afterEach(() => book.close())

const take = async (path: string, skipInvalid = false): Promise<ImportReport> => {
  const { name, blob } = await sharedSource(path)
  const { result } = await finish(book.client.imports.run({ name, file: new File([blob], name), skipInvalid }))
  return result
}

describe.skipIf(sharedDataMissing)(`bank files of others, through the program${skippedNote}`, () => {
  /** Refused whole, with why. Every other file is taken, without the lines that are refused where it has any. */
  const refused: Record<string, string> = {
    'cfonb_silarhi_cfonb.240-complex-test.txt': 'import.cfonb240',
    'genkgo_camt053.v2.wrong.xml': 'import.empty',
  }

  test.each(filesIn('bank'))('%s', async (name) => {
    const before = await refusal(take(`bank/${name}`, true))
    if (before) return expect([name, before.code]).toEqual([name, refused[name]])
    expect(refused[name]).toBeUndefined()
    const { total, lines } = await book.client.bank.lines({ limit: 1000 })
    const { statements } = await book.client.bank.statements({})
    expect(statements.reduce((sum, one) => sum + one.lines, 0)).toBe(total)
    for (const { difference, opening, closing, id } of statements) {
      const sum = lines.filter(({ statementId }) => statementId === id).reduce((all, { amount }) => all + amount, 0)
      if (opening !== null && closing !== null) expect(difference).toBe(closing - opening - sum)
    }
    const again = await take(`bank/${name}`, true)
    expect([again.created.bankLines, again.unchanged]).toEqual([0, total])
    expect((await book.client.bank.statements({})).total).toBe(statements.length)
  })

  test('F4, F13: opening and lines make the closing, or the difference is told', async () => {
    await take('bank/cfonb_silarhi_complex-test.txt')
    const { statements } = await book.client.bank.statements({})
    expect(statements.map(({ difference }) => difference)).toEqual(Array(statements.length).fill(0))
    expect(statements.some(({ opening, closing }) => opening === 1_669_565 && closing === 1_667_286)).toBe(true)
    const report = await take('bank/viafintech_053_valid_example_with_batch.xml')
    expect(report.warnings.map(({ code, details }) => [code, details.difference])).toContainEqual([
      'statement-unbalanced',
      1_277_414,
    ])
  })

  test('F11: one document in two versions gives the same movement, once', async () => {
    for (const version of ['v4', 'v8']) await take(`bank/genkgo_camt053.${version}.xml`)
    const lines = await openLines(book.client)
    expect(
      lines.map(({ amount, booked, valued, party, creditorReference }) => [
        amount,
        booked,
        valued,
        party,
        creditorReference,
      ]),
    ).toEqual([[885, '2014-12-31', '2015-01-02', lines[0]?.party, '4654654654654654']])
  })
})

describe.skipIf(sharedDataMissing)(`electronic invoices of others, through the program${skippedNote}`, () => {
  const expected = sharedDataMissing ? {} : sharedJson('einvoice/EXPECTED.json')
  const refused: Record<string, string> = {
    'akretion_order-x-basic.xml': 'document-kind',
    'mustang_invalid-xml-encoding-attribute.pdf': 'xml',
  }

  test.each(filesIn('einvoice'))('%s', async (name) => {
    const before = await refusal(take(`einvoice/${name}`))
    if (before) {
      const [line] = (before.details as { rejected: { reason: string }[] }).rejected
      return expect([name, line?.reason]).toEqual([name, refused[name]])
    }
    expect(refused[name]).toBeUndefined()
    const figures = Object.entries(expected[name] ?? {}).find(([key]) => key.startsWith('xml:'))?.[1] ?? expected[name]
    const { id, payable } = figures as { id: string; payable: string }
    const { items } = await book.client.receivables.items({ show: 'all' })
    const [document] = items.filter(({ kind }) => kind !== 'payment')
    expect(document?.number).toBe(id)
    // The balance is what is left to pay; a credit note lowers it, whichever way its file writes it.
    const open = items.reduce((sum, item) => sum + item.open, 0)
    expect(Math.abs(open)).toBe(Math.abs(Number(payable.replace('.', '')) * (payable.includes('.') ? 1 : 100)))
    expect(document?.kind === 'credit_note').toBe(/Avoir|creditnote/.test(name))
    if (document?.kind === 'credit_note') expect(open).toBeLessThan(0)
    const kept = await book.client.einvoices.ofItem({ itemId: document?.id ?? '' })
    expect(kept.invoice?.fileName).toBe(name)
    expect(toDecimal(kept.invoice?.payable ?? 0, 'EUR').replace('-', '')).toBe(toDecimal(Math.abs(open), 'EUR'))
    expect(await take(`einvoice/${name}`)).toMatchObject({ created: { invoices: 0, creditNotes: 0 }, unchanged: 1 })
  })

  test('the credit note in both spellings is one', async () => {
    await take('einvoice/fnfe_fail_Avoir_FR_type381_EN16931.pdf')
    const before = (await book.client.receivables.items({ show: 'all' })).items
    await take('einvoice/fnfe_fail_Avoir_FR_type380_EN16931.pdf')
    expect((await book.client.receivables.items({ show: 'all' })).items).toEqual(before)
  })
})
