import iconv from 'iconv-lite'

/** A small ledger with everything that a FEC says about customers: an opening, sales, a credit note, a receipt, lettering. */
const BASE = `
JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise
AN|À nouveaux|1|20260101|411000|Clients|C003|Société Évrard|RAN|20260101|Report à nouveau|480,00|0,00|||20260131||
AN|À nouveaux|1|20260101|101000|Capital|||RAN|20260101|Report à nouveau|0,00|480,00|||20260131||
VE|Ventes|1|20260105|411000|Clients|C001|Café Hélène|FA-1|20260105|Facture Café Hélène|1200,00|0,00|A|20260120|20260131||
VE|Ventes|1|20260105|706000|Prestations réalisées|||FA-1|20260105|Facture Café Hélène|0,00|1000,00|||20260131||
VE|Ventes|1|20260105|445710|TVA collectée|||FA-1|20260105|Facture Café Hélène|0,00|200,00|||20260131||
VE|Ventes|2|20260110|411000|Clients|C002|Gâteaux & Cie|FA-2|20260110|Facture Gâteaux & Cie|60,30|0,00|||20260131||
VE|Ventes|2|20260110|706000|Prestations réalisées|||FA-2|20260110|Facture Gâteaux & Cie|0,00|50,25|||20260131||
VE|Ventes|2|20260110|445710|TVA collectée|||FA-2|20260110|Facture Gâteaux & Cie|0,00|10,05|||20260131||
VE|Ventes|3|20260115|411000|Clients|C002|Gâteaux & Cie|AV-3|20260115|Avoir à déduire|0,00|12,00|||20260131||
VE|Ventes|3|20260115|706000|Prestations réalisées|||AV-3|20260115|Avoir à déduire|10,00|0,00|||20260131||
VE|Ventes|3|20260115|445710|TVA collectée|||AV-3|20260115|Avoir à déduire|2,00|0,00|||20260131||
BQ|Banque|4|20260120|512000|Crédit coopératif|||VIR|20260120|Virement reçu|1200,00|0,00|||20260131||
BQ|Banque|4|20260120|411000|Clients|C001|Café Hélène|VIR|20260120|Virement reçu|0,00|1200,00|A|20260120|20260131||
`

const [BASE_HEADER = [], ...rows] = BASE.trim()
  .split('\n')
  .map((line) => line.split('|'))
export const BASE_ROWS: string[][] = rows
export const BASE_TOTAL = 295230

type Table = { header: string[]; rows: string[][] }
type Written = Table & {
  separator: string
  lineEnd: string
  encoding: string
  bom: boolean
  finalLineEnd: boolean
  trailing: boolean
}

const columnsOf = (names: string[]) => names.map((name) => BASE_HEADER.indexOf(name))
const reorder = (table: Table, order: number[]): Table => ({
  header: order.map((i) => table.header[i] as string),
  rows: table.rows.map((row) => order.map((i) => row[i] as string)),
})
const mapColumn = (table: Table, name: string, change: (text: string, row: string[]) => string): Table => {
  const at = table.header.indexOf(name)
  return { ...table, rows: table.rows.map((row) => row.map((text, i) => (i === at ? change(text, row) : text))) }
}
const amounts = (change: (text: string) => string) => (table: Table) =>
  mapColumn(mapColumn(table, 'Debit', change), 'Credit', change)
const days = (change: (text: string) => string) => (table: Table) =>
  ['EcritureDate', 'PieceDate', 'DateLet', 'ValidDate'].reduce(
    (changed, name) => mapColumn(changed, name, change),
    table,
  )

const bySense =
  (debit: string, credit: string) =>
  (table: Table): Table => {
    const [d, c] = columnsOf(['Debit', 'Credit']) as [number, number]
    return {
      header: table.header.map((name) => (name === 'Debit' ? 'Montant' : name === 'Credit' ? 'Sens' : name)),
      rows: table.rows.map((row) => {
        const isCredit = row[d] === '0,00'
        return row.map((text, i) =>
          i === d ? (row[isCredit ? c : d] as string) : i === c ? (isCredit ? credit : debit) : text,
        )
      }),
    }
  }

const base: Written = {
  header: BASE_HEADER,
  rows: BASE_ROWS,
  separator: '\t',
  lineEnd: '\n',
  encoding: 'utf8',
  bom: false,
  finalLineEnd: true,
  trailing: false,
}

type Change = Partial<Written> | ((table: Table) => Table)

/** Every way of writing the base ledger that must read the same. */
export const variants: Record<string, Change[]> = {
  'tabs, UTF-8, LF': [],
  pipes: [{ separator: '|' }],
  'pipes, one at the end of each line': [{ separator: '|', trailing: true }],
  'UTF-8 with a byte order mark': [{ bom: true }],
  'UTF-16 little endian': [{ encoding: 'utf-16le', bom: true }],
  'UTF-16 big endian': [{ encoding: 'utf-16be', bom: true }],
  'ISO-8859-15': [{ encoding: 'iso-8859-15' }],
  'Windows-1252': [{ encoding: 'windows-1252' }],
  CP850: [{ encoding: 'cp850' }],
  CRLF: [{ lineEnd: '\r\n' }],
  CR: [{ lineEnd: '\r' }],
  'CR CR LF': [{ lineEnd: '\r\r\n' }],
  'no line end at the end': [{ finalLineEnd: false }],
  semicolons: [{ separator: ';' }],
  'commas with dots in amounts': [{ separator: ',' }, amounts((text) => text.replace(',', '.'))],
  'quoted cells, commas': [{ separator: ',' }, amounts((text) => `"${text}"`)],
  'dots as decimal mark': [amounts((text) => text.replace(',', '.'))],
  'zero-filled amounts': [amounts((text) => text.padStart(13, '0'))],
  'a space before amounts, zero-filled': [amounts((text) => ` ${text.padStart(18, '0')}`)],
  'amounts without decimals where they are zero': [amounts((text) => text.replace(/,00$/, ''))],
  'empty for zero': [amounts((text) => (text === '0,00' ? '' : text))],
  'credits as negative debits': [
    (table) => {
      const [d, c] = columnsOf(['Debit', 'Credit']) as [number, number]
      const moved = (row: string[]) => (row[d] === '0,00' ? [`-${row[c]}`, '0,00'] : [row[d] as string, '0,00'])
      return {
        ...table,
        rows: table.rows.map((row) =>
          row.map((text, i) => (i === d ? (moved(row)[0] as string) : i === c ? (moved(row)[1] as string) : text)),
        ),
      }
    },
  ],
  'a minus after the amount': [
    (table) => {
      const [d, c] = columnsOf(['Debit', 'Credit']) as [number, number]
      return {
        ...table,
        rows: table.rows.map((row) =>
          row.map((text, i) => (i === d && text === '0,00' ? `${row[c]}-` : i === c ? '0,00' : text)),
        ),
      }
    },
  ],
  'Montant and Sens, D and C': [bySense('D', 'C')],
  'Montant and Sens, +1 and -1': [bySense('+1', '-1')],
  'days as JJ/MM/AAAA': [days((text) => text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$3/$2/$1'))],
  'padded cells': [(table) => ({ ...table, rows: table.rows.map((row) => row.map((text) => text.padEnd(20))) })],
  'columns in another order': [(table) => reorder(table, [...BASE_HEADER.keys()].reverse())],
  'header in capitals': [(table) => ({ ...table, header: table.header.map((name) => name.toUpperCase()) })],
  'header in other words': [
    (table) => ({
      ...table,
      header: table.header.map(
        (name) => ({ Debit: 'Débit', Credit: 'Crédit', Montantdevise: 'Montant devise' })[name] ?? name,
      ),
    }),
  ],
  '22 columns': [
    (table) => ({
      header: [...table.header, 'DateRglt', 'ModeRglt', 'NatOp', 'IdClient'],
      rows: table.rows.map((row) => [...row, '', 'VIR', '', '']),
    }),
  ],
  'blank lines between': [(table) => ({ ...table, rows: table.rows.flatMap((row) => [row, row.map(() => '')]) })],
}

export const writeVariant = (changes: readonly Change[]): Blob => {
  const written = { ...base }
  for (const change of changes) Object.assign(written, typeof change === 'function' ? change(written) : change)
  const end = written.trailing ? written.separator : ''
  const lines = [written.header, ...written.rows].map((row) =>
    row.every((cell) => cell === '') ? '' : row.join(written.separator) + end,
  )
  const text = lines.join(written.lineEnd) + (written.finalLineEnd ? written.lineEnd : '')
  return new Blob([new Uint8Array(iconv.encode(text, written.encoding, { addBOM: written.bom }))])
}
