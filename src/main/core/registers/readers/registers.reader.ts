import type { ReadOptions, Source } from '../../imports/readers/source.ts'
import { child, readXml, textOf } from '../../imports/readers/xml.reader.ts'
import { Refusal } from '../../kernel/errors.ts'
import { isNotice, type Notice, noticeOfRecord, readNotice } from '../bodacc.rules.ts'
import { gleifRecord, gleifRows, leiOf } from '../gleif.rules.ts'
import type { FileRegister } from '../registers.contract.ts'
import { sireneRows } from '../sirene.rules.ts'
import type { Reading, Wanted } from '../told.model.ts'
import { type Entry, entriesOf } from './archive.ts'
import { noticeOfNode } from './bodacc.xml.ts'
import { createJsonRecords } from './json.records.ts'
import { createScan, readHeader } from './rows.scan.ts'

export type Read = Reading & { withdraws: string[] }
/** `bytes`: of the file, read so far. */
export type Step = Read & { bytes: number }

/** A step for every piece would cost more than reading it. */
const STEP = 1024 * 1024
const LONGEST_HEADER = 64 * 1024

const unknown = (name: string) =>
  new Refusal('register.unknown-file', `${name} is no extract of a register that Encours reads`, { file: name })

const reading = (register: FileRegister): Read => ({ register, records: 0, told: [], problems: [], withdraws: [] })

async function* rowsOf(
  name: string,
  pieces: AsyncIterator<Buffer>,
  wanted: Wanted,
  first: Buffer,
): AsyncGenerator<Read> {
  let start = first
  let end = start.indexOf(10)
  while (end < 0) {
    const piece = await pieces.next()
    if (piece.done) end = start.length
    else start = Buffer.concat([start, piece.value])
    if (start.length > LONGEST_HEADER && !start.includes(10)) throw unknown(name)
    if (end < 0) end = start.indexOf(10)
  }
  const header = readHeader(start.toString('utf8', 0, end))
  const sirene = sireneRows(header.names)
  const read = sirene ?? gleifRows(header.names)
  if (!read) throw unknown(name)
  const register = sirene ? 'sirene' : 'gleif'
  const scan = sirene
    ? createScan(header, 9, (key) => wanted.sirens.has(key))
    : createScan(header, 20, (key) => wanted.leis.has(key))
  const taken = (): Read => {
    const { records, rows, problems } = scan.take()
    const out = { ...reading(register), records, problems }
    for (const { line, cells } of rows) {
      const { told, problem } = read(cells)
      if (told) out.told.push(told)
      if (problem) out.problems.push({ line, ...problem })
    }
    return out
  }
  scan.write(start.subarray(Math.min(end + 1, start.length)))
  let unheard = 0
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    scan.write(piece.value)
    unheard += piece.value.length
    if (unheard < STEP) continue
    unheard = 0
    yield taken()
  }
  scan.end()
  yield taken()
}

const takeNotice = (out: Read, notice: Notice, place: number, wanted: Wanted) => {
  const { told, withdraws, problem } = readNotice(notice)
  const own = told.filter(({ siren }) => wanted.sirens.has(siren))
  out.told.push(...own)
  if (withdraws !== '') out.withdraws.push(withdraws)
  if (problem && (told.length === 0 || own.length > 0)) out.problems.push({ line: place, ...problem })
}

async function* recordsOf(name: string, pieces: AsyncIterable<Buffer>, wanted: Wanted): AsyncGenerator<Read> {
  const records = createJsonRecords()
  const decoder = new TextDecoder('utf-8')
  let register: FileRegister | null = null
  for await (const piece of pieces) {
    records.write(decoder.decode(piece, { stream: true }))
    const found = records.take()
    for (const { value } of found) register ??= value && (isNotice(value) ? 'bodacc' : leiOf(value) ? 'gleif' : null)
    const out = reading(register ?? 'bodacc')
    for (const { place, value } of found) {
      out.records += 1
      const lei = value && register === 'gleif' ? leiOf(value) : null
      if (value && lei !== null) {
        if (!wanted.leis.has(lei)) continue
        const { told, problem } = gleifRecord(value)
        if (told) out.told.push(told)
        if (problem) out.problems.push({ line: place, ...problem })
      } else if (value && isNotice(value)) takeNotice(out, noticeOfRecord(value), place, wanted)
      else out.problems.push({ line: place, value: '', reason: 'json' })
    }
    yield out
  }
  records.end()
  if (register === null) throw unknown(name)
}

/** Series of the publisher’s files: judgments and new companies in A, changes and strikings-off in B. */
const SERIES: Record<string, string> = { PCL_REDIFF: 'A', 'RCS-A_REDIFF': 'A', 'RCS-B_REDIFF': 'B' }
const HOLDERS = new Set(['annonces/annonce', 'listeAvis/avis'])

async function* noticesOf(
  name: string,
  pieces: AsyncIterable<Buffer>,
  wanted: Wanted,
  options: ReadOptions,
): AsyncGenerator<Read> {
  const file = { letter: '', issue: '', published: '' }
  let place = 0
  const collect = (own: string, parent: string) =>
    HOLDERS.has(`${parent}/${own}`) || (parent in SERIES && (own === 'parution' || own === 'dateParution'))
  for await (const events of readXml(pieces as AsyncIterable<Buffer>, { ...options, collect })) {
    const out = reading('bodacc')
    for (const event of events) {
      if (event.kind === 'open' && file.letter === '') {
        file.letter = SERIES[event.name] ?? ''
        if (file.letter === '') throw unknown(name)
      }
      if (event.kind !== 'node') continue
      const { node } = event
      if (node.name === 'parution') file.issue = textOf(node)
      else if (node.name === 'dateParution') file.published = textOf(node)
      else {
        place += 1
        out.records += 1
        if (child(node, 'numeroAnnonce')) takeNotice(out, noticeOfNode(node, file), place, wanted)
        else out.problems.push({ line: node.line, value: '', reason: 'number' })
      }
    }
    yield out
  }
}

/** The first bytes, and everything from the beginning. */
const peek = async ({ pieces }: Entry) => {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  const bytes = first.done ? Buffer.alloc(0) : first.value
  const all = async function* () {
    if (!first.done) yield bytes
    for (let piece = await iterator.next(); !piece.done; piece = await iterator.next()) yield piece.value
  }
  return { bytes, iterator, all }
}

/** What an extract tells of the customers wanted, piece by piece; refuses a file that is none with `register.unknown-file`. */
async function* readEntry(entry: Entry, wanted: Wanted, options: ReadOptions): AsyncGenerator<Read> {
  const { bytes, iterator, all } = await peek(entry)
  const start = bytes
    .toString('utf8', 0, 200)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) yield* recordsOf(entry.name, all(), wanted)
  else if (start.startsWith('<')) yield* noticesOf(entry.name, all(), wanted, options)
  else yield* rowsOf(entry.name, iterator, wanted, bytes)
}

/** Documents that lie beside the data in the archives of registers. */
const BESIDE = /(\/|\.(pdf|txt|md|html?))$/i

/**
 * Reads an extract of a register, in a ZIP archive or not: Sirene stock files, the golden copy of GLEIF and BODACC
 * notices of any size, in memory that does not grow with them. Tells only of the customers wanted.
 */
export async function* readRegister(source: Source, wanted: Wanted, options: ReadOptions = {}): AsyncGenerator<Step> {
  const meter = { bytes: 0 }
  let files = 0
  for await (const entry of entriesOf(source, meter, options)) {
    if (BESIDE.test(entry.name)) continue
    files += 1
    for await (const read of readEntry(entry, wanted, options)) yield { ...read, bytes: meter.bytes }
  }
  if (files === 0) throw unknown(source.name)
}
