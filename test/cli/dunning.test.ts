import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, type Reply } from './encours.ts'

const { folder, encours, file, remove } = openFolder()
const book = 'demo.encours'
const day = '2026-10-31'

beforeAll(() => encours('create', book, '--demo'))
afterAll(remove)

describe('reminders from the command line', () => {
  let proposal: Reply
  let run: Reply

  test('are proposed with their items, and every other overdue item says why not', async () => {
    proposal = (await encours('dunning', 'propose', book, '--as-of', day, '--json')).json()
    expect(proposal.asOf).toBe(day)
    for (const letter of proposal.letters) {
      expect(letter).toMatchObject({
        customer: expect.any(String),
        currency: expect.any(String),
        level: expect.any(Number),
        channel: expect.any(String),
        fees: '0.00',
      })
      const cents = (text: string) => Math.round(Number(text) * 100)
      const sum = (key: string) => letter.items.reduce((total: number, item: Reply) => total + cents(item[key]), 0)
      expect([sum('open') - sum('disputed'), sum('interest'), sum('indemnity')]).toEqual(
        [letter.principal, letter.interest, letter.indemnities].map(cents),
      )
    }
    const { items } = (await encours('items', book, '--as-of', day, '--json')).json()
    const overdue = items.filter(({ daysLate }: Reply) => daysLate > 0)
    const spoken = [...proposal.letters.flatMap(({ items: own }: Reply) => own), ...proposal.skipped]
    expect(spoken.map(({ number }: Reply) => number).sort()).toEqual(overdue.map(({ number }: Reply) => number).sort())
  })

  test('a formal notice needs a person’s yes: nothing is written without', async () => {
    const { status, json } = await encours('dunning', 'run', book, '--as-of', day, '--out', 'letters', '--json')
    expect([status, json().error.code]).toEqual([2, 'dunning.confirmation-needed'])
    expect(readdirSync(join(folder, 'letters'))).toEqual([])
    expect((await encours('call', 'dunning.runs', '{}', '--book', book)).json().runs).toHaveLength(4)
  })

  test('are issued as PDF files, each with its SHA-256', async () => {
    run = (await encours('dunning', 'run', book, '--as-of', day, '--out', 'letters', '--confirm', '--json')).json()
    expect(run.run).toMatch(/^[0-9a-f-]{36}$/)
    expect(run.letters.map(({ customer, total }: Reply) => [customer, total])).toEqual(
      proposal.letters.map(({ customer, total }: Reply) => [customer, total]),
    )
    for (const letter of run.letters) {
      const bytes = readFileSync(letter.file)
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.sha256)
    }
    expect(readdirSync(join(folder, 'letters')).sort()).toEqual(
      run.letters.map(({ file: path }: Reply) => basename(path)).sort(),
    )
  })

  test('run again the same day issue nothing', async () => {
    const { status, json } = await encours(
      'dunning',
      'run',
      book,
      '--as-of',
      day,
      '--out',
      'letters',
      '--confirm',
      '--json',
    )
    expect([status, json().run, json().letters]).toEqual([0, null, []])
  })

  test('a run before the last one is refused', async () => {
    const { status, json } = await encours(
      'dunning',
      'run',
      book,
      '--as-of',
      '2026-10-15',
      '--out',
      'letters',
      '--confirm',
      '--json',
    )
    expect([status, json().error.code]).toEqual([2, 'dunning.run-before-last'])
  })

  test('are recorded as sent, once', async () => {
    const sent = await encours('dunning', 'sent', book, '--run', run.run, '--today', day, '--json')
    expect(sent.json()).toEqual({ run: run.run, marked: run.letters.length })
    const again = await encours('dunning', 'sent', book, '--run', String(run.number), '--json')
    expect(again.json()).toEqual({ run: run.run, marked: 0 })
  })

  test('a folder that cannot be written to is refused before anything is issued', async () => {
    file('taken', 'a file')
    const { status, json } = await encours(
      'dunning',
      'run',
      book,
      '--as-of',
      '2026-11-20',
      '--out',
      'taken',
      '--confirm',
      '--json',
    )
    expect([status, json().error.code]).toEqual([2, 'input.invalid'])
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file')
    expect((await encours('call', 'dunning.runs', '{}', '--book', book)).json().runs).toHaveLength(5)
  })

  test('a company without a bank account issues none', async () => {
    await encours('create', 'bare.encours', '--company', 'Sans banque')
    file(
      'late.csv',
      'kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount\ninvoice,F-1,C1,Un,2026-01-01,2026-01-31,500.00,EUR,,,\n',
    )
    await encours('import', 'bare.encours', 'late.csv')
    const { status, json } = await encours(
      'dunning',
      'run',
      'bare.encours',
      '--as-of',
      '2026-02-28',
      '--out',
      'none',
      '--json',
    )
    expect([status, json().error.code]).toEqual([2, 'dunning.no-bank-account'])
    expect(existsSync(join(folder, 'none')) ? readdirSync(join(folder, 'none')) : []).toEqual([])
  })
})
