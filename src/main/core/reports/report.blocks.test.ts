import { expect, test } from 'vitest'
import { breakdownTables, forecastBlocks } from './report.blocks.ts'
import { headOn } from './sheet.fields.ts'
import type { Sources } from './sheets.read.ts'

const head = headOn('Essai', 'EUR', 'en', '2026-10-31')
const told = (value: string) => ({ value, why: null })
const none = { dso: told('30.0'), overdue: told('50.00') }
const row = (key: string | null, total: number) => ({
  ...{ key, label: key ?? '', customers: 1, sales: total, total, notDue: 0, late: [total, 0, 0, 0] },
  ...{ unallocated: 0, disputed: 100, ...none },
})
const week = (n: number) => ({ from: `2026-11-${10 + n}`, until: `2026-11-${10 + n}`, central: 100 })

test('a breakdown of many rows says what the others come to: it adds up to its total', async () => {
  const rows = Array.from({ length: 14 }, (_, n) => row(`S${n}`, 1000))
  const all = { ...row(null, 14_000), disputed: 1400 }
  const breakdown = async (by: string) => ({ rows: by === 'segment' ? rows : [], all })
  const [table] = await breakdownTables(head, { breakdown } as unknown as Sources)
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.rows).toHaveLength(10)
  expect(table.rows.at(-1)).toEqual(['Others', '€50.00', '€50.00', '', '', '€5.00'])
  expect(table.totals).toEqual([['All', '€140.00', '€140.00', '50.00%', '30.0 d', '€14.00']])
})

test('the weeks told, what comes later and what stands apart add up to the balance', async () => {
  const apart = { disputed: 10, insolvent: 20, unknown: 30, credits: -60 }
  const weeks = Array.from({ length: 13 }, (_, n) => week(n))
  const cash = async () => ({ weeks, apart, later: 50, total: 1350, why: null })
  const backTest = async () => ({ points: [] })
  const blocks = await forecastBlocks(head, { cash, backTest } as unknown as Sources)
  const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))
  expect(facts.map(({ value }) => value)).toEqual(['€5.50', '€0.10', '€0.20', '€0.30', '−€0.60', '€13.50'])
  expect(blocks.some(({ kind }) => kind === 'table')).toBe(false)
  const untold = async () => ({ weeks, apart, later: 0, total: 0, why: 'nothing-alike-paid' })
  const silent = await forecastBlocks(head, { cash: untold, backTest } as unknown as Sources)
  expect(silent[0]).toMatchObject({ kind: 'paragraph', text: head.words.report.untold })
})
