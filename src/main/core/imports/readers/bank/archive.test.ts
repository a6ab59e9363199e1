import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { camt053, cfonb120 } from '../../../../../../test/support/bank-samples.ts'
import { bankSource, readAll } from '../../../../../../test/support/statements.ts'
import { detectBankFormat } from './detect.bank.ts'

const zip = (files: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  )

const sample = (number: string) => camt053({ number, lines: [{ amount: 100 }] })

describe('an archive', () => {
  it('gives the statements of all its files, and passes over what is beside them', async () => {
    const bytes = zip({
      'a.xml': sample('A'),
      'lisez-moi.txt': 'bonjour',
      'dossier/b.xml': sample('B'),
      'vide.xml': '',
    })
    const { statements, problems } = await readAll(bankSource(bytes), 'camt')
    expect(problems).toEqual([])
    expect(statements.map(({ number, lines }) => [number, lines.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ])
  })

  it('gives text formats too', async () => {
    const { statements } = await readAll(bankSource(zip({ r: cfonb120({ lines: [{ amount: 100 }] }) })), 'cfonb120')
    expect(statements[0]?.lines).toMatchObject([{ amount: 100 }])
  })

  it('gives a large file in pieces', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => ({ amount: 1 + i, text: `F${(i * 7919) % 10_007}` }))
    const { statements } = await readAll(bankSource(zip({ a: camt053({ lines }) })), 'camt')
    expect(statements[0]?.lines).toHaveLength(5000)
  })

  const failure = (bytes: Uint8Array<ArrayBuffer>, archive = {}) =>
    readAll(bankSource(bytes), 'camt', { archive }).then(
      () => 'read',
      (error) => error.code,
    )

  it('is refused when it unpacks to too much, in bytes, in files or in proportion', async () => {
    const bytes = zip({ a: sample('A'), b: sample('B') })
    expect(await failure(bytes, { bytes: 1000 })).toBe('document.too-large')
    expect(await failure(bytes, { entries: 1 })).toBe('document.too-large')
    expect(await failure(bytes, {})).toBe('read')
    const bomb = zip({ a: `${sample('A').slice(0, -20)}${' '.repeat(64 * 1024 * 1024)}` })
    expect(await failure(bomb)).toBe('document.too-large')
  })

  it('is refused when it is damaged, or holds no statement', async () => {
    const bytes = zip({ a: sample('A') })
    expect(await failure(bytes.slice(0, 300))).toBe('import.unreadable')
    const damaged = bytes.slice()
    damaged.fill(0xff, 60, 120)
    expect(await failure(damaged)).toBe('import.unreadable')
    expect(await failure(zip({ a: 'bonjour' }))).toBe('import.format-unknown')
    expect(await failure(zip({ a: zip({ b: sample('B') }) }))).toBe('import.format-unknown')
    expect(await failure(zip({ a: camt053({ lines: [] }, { message: '052' }) }))).toBe('import.intraday')
  })

  it('is no bank format by its own bytes', () => {
    expect(detectBankFormat(zip({ a: sample('A') }))).toBeNull()
  })
})
