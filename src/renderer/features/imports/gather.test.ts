import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { gatherChosen, packInvoices } from './gather.ts'

const file = (name: string, text: string) => new File([text], name)
const named = (...files: File[]) => files.map((one) => ({ file: one, path: one.name }))
const ubl = '<?xml version="1.0"?>\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
const cii = '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">'

test('several electronic invoices become one archive, other files stay as they are', async () => {
  const statement = file('releve.xml', '<Document><BkToCstmrStmt/></Document>')
  const dropped = named(file('a.pdf', '%PDF-1.7'), statement, file('b.xml', ubl), file('c.xml', cii))
  const [archive, ...others] = await packInvoices(dropped, (count) => `${count} factures.zip`)
  expect(others).toEqual([statement])
  expect(archive?.name).toBe('3 factures.zip')
  const inside = unzipSync(new Uint8Array(await (archive as File).arrayBuffer()))
  expect(Object.keys(inside)).toEqual(['a.pdf', 'b.xml', 'c.xml'])
  expect(new TextDecoder().decode(inside['b.xml'])).toBe(ubl)
})

test('a single invoice stays itself; what a system leaves in its folders is nobody’s file', async () => {
  const one = file('a.pdf', '%PDF-1.7')
  expect(await packInvoices(named(one, file('.DS_Store', ''), file('Thumbs.db', '')), () => 'x.zip')).toEqual([one])
})

test('two files of one name stay two', async () => {
  const twice = [
    { file: file('a.pdf', '%PDF 1'), path: 'a.pdf' },
    { file: file('a.pdf', '%PDF 2'), path: 'a.pdf' },
  ]
  const [archive] = await packInvoices(twice, () => 'x.zip')
  expect(Object.keys(unzipSync(new Uint8Array(await (archive as File).arrayBuffer())))).toEqual(['a.pdf', 'a (2).pdf'])
})

test('a chosen folder names the archive, not each file in it', () => {
  const chosen = Object.defineProperty(file('a.pdf', ''), 'webkitRelativePath', { value: 'factures/mars/a.pdf' })
  const { gathered, folder } = gatherChosen([chosen])
  expect([folder, gathered[0]?.path]).toEqual(['factures', 'mars/a.pdf'])
})

test('files chosen one by one are of no folder', () => {
  expect(gatherChosen([file('a.pdf', '')])).toMatchObject({ folder: null })
})
