import { isDay } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { ReadOptions } from '../source.ts'
import { child, readXml, textOf, type XmlEvent, type XmlNode } from '../xml.reader.ts'
import { dayOf, readEntry } from './camt.entry.ts'
import type { StatementWriter, ToldBalance } from './statement.writer.ts'
import { accountOf, plainAmount } from './values.ts'

// By their structure: the version at the end of the namespace says nothing that the elements do not.
const MESSAGES = new Set(['BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn'])
const INTRADAY = 'BkToCstmrAcctRpt'
const STATEMENTS = new Set(['Stmt', 'Ntfctn'])

type Told = { type: string; balance: ToldBalance }

/** Opening OPBD, else the closing before (PRCD), else an interim one that another follows; closing CLBD, else the last interim. */
const choose = (told: readonly Told[]): { opening?: ToldBalance | undefined; closing?: ToldBalance | undefined } => {
  const of = (type: string) => told.find((one) => one.type === type)?.balance
  const interim = told.filter(({ type }) => type === 'ITBD').map(({ balance }) => balance)
  const stated = of('CLBD')
  const opening = of('OPBD') ?? of('PRCD') ?? (stated || interim.length > 1 ? interim[0] : undefined)
  const last = interim.at(-1)
  return { opening, closing: stated ?? (last === opening ? undefined : last) }
}

const balanceOf = (node: XmlNode, writer: StatementWriter, currency: string): Told | null => {
  const type =
    textOf(node, 'Tp', 'CdOrPrtry', 'Cd') || textOf(node, 'Tp', 'Cd') || textOf(node, 'Tp', 'CdOrPrtry', 'Prtry')
  if (!['OPBD', 'PRCD', 'CLBD', 'ITBD'].includes(type)) return null
  const text = textOf(node, 'Amt')
  const amount = plainAmount(text, currency)
  if (typeof amount !== 'number') {
    writer.refuse(node.line, `Bal ${type}`, text, amount)
    return null
  }
  const day = dayOf(child(node, 'Dt'))
  const signed = textOf(node, 'CdtDbtInd') === 'DBIT' ? 0 - amount : amount
  return { type, balance: { day: isDay(day) ? day : null, amount: signed } }
}

const createReader = (writer: StatementWriter, file: string, homeCurrency: string) => {
  const path: string[] = []
  let message = false
  let currency = ''
  let told: Told[] = []

  // The account's currency where it is told, else that of the first amount.
  const settle = (stated: string | undefined): void => {
    if (currency !== '') return
    currency = stated !== undefined && /^[A-Z]{3}$/.test(stated) ? stated : homeCurrency
    writer.describe({ currency })
  }
  const take = new Map<string, (node: XmlNode) => void>([
    ['Id', (node) => writer.describe({ number: node.text.trim() })],
    [
      'Acct',
      (node) => {
        const account = accountOf(textOf(node, 'Id', 'IBAN') || textOf(node, 'Id', 'Othr', 'Id') || textOf(node, 'Id'))
        writer.describe({ account })
        const stated = textOf(node, 'Ccy')
        if (/^[A-Z]{3}$/.test(stated)) settle(stated)
      },
    ],
    [
      'Bal',
      (node) => {
        settle(child(node, 'Amt')?.attributes.Ccy)
        const balance = balanceOf(node, writer, currency)
        if (balance) told.push(balance)
      },
    ],
    [
      'Ntry',
      (node) => {
        settle(child(node, 'Amt')?.attributes.Ccy)
        readEntry(node, writer, currency)
      },
    ],
  ])

  const open = (name: string, line: number): void => {
    path.push(name)
    if (name === INTRADAY) throw new Refusal('import.intraday', 'CAMT.052 is an intraday report', { file, line })
    if (MESSAGES.has(name)) message = true
    else if (path.at(-2) === 'Document')
      throw new Refusal('import.format-unknown', `${name} is no bank statement`, { file, line, message: name })
    if (message && STATEMENTS.has(name)) {
      currency = ''
      told = []
      writer.begin({ line, account: '', currency: homeCurrency, number: '' })
    }
  }
  const close = (name: string): void => {
    path.pop()
    if (!message || !STATEMENTS.has(name)) return
    const { opening, closing } = choose(told)
    if (opening) writer.open(opening)
    if (closing) writer.close(closing)
    writer.end()
  }

  return {
    take(event: XmlEvent): void {
      if (event.kind === 'node') {
        if (message && STATEMENTS.has(event.parent)) take.get(event.node.name)?.(event.node)
      } else if (event.kind === 'open') open(event.name, event.line)
      else close(event.name)
    },
    end(): void {
      if (!message) throw new Refusal('import.format-unknown', 'The XML is no bank statement', { file })
    },
  }
}

/**
 * Reads CAMT.053 and CAMT.054 of any version. Throws `import.intraday` for CAMT.052, `import.format-unknown` for another
 * message, and what `readXml` throws.
 */
export async function* readCamt(
  { name, pieces }: { name: string; pieces: AsyncIterable<Buffer> },
  writer: StatementWriter,
  options: ReadOptions & { currency: string },
): AsyncGenerator<void> {
  const reader = createReader(writer, name, options.currency)
  const collect = (_: string, parent: string) => STATEMENTS.has(parent) || parent === 'Header'
  for await (const events of readXml(pieces, { signal: options.signal, collect })) {
    for (const event of events) reader.take(event)
    yield
  }
  reader.end()
}
