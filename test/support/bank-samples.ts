import { addDays, type Day } from '../../src/main/core/kernel/day.ts'
import { type Minor, toDecimal } from '../../src/main/core/kernel/money.ts'

/** One movement, as every builder below writes it in its own format. */
export type SampleLine = {
  /** Signed minor units: positive is money received. */
  amount: Minor
  booked?: Day
  valued?: Day
  party?: string
  partyAccount?: string
  /** The remittance; several are pieces of one. */
  text?: string | string[]
  /** End-to-end reference. */
  reference?: string
  creditorReference?: string
  /** Document numbers of a structured remittance (CAMT). */
  documents?: string[]
  bankReference?: string
  /** In the format's own words: `PMNT/RCDT/ESCT`, `05`, `NTRF`. */
  code?: string
  returnReason?: string
  reversal?: boolean
  /** `BOOK` unless told (CAMT). */
  status?: string
  /** The details of a batch entry (CAMT). */
  details?: SampleLine[]
  /** What was ordered, in another currency (CAMT). */
  ordered?: { amount: Minor; currency: string }
}

export type SampleStatement = {
  account?: string
  currency?: string
  number?: string
  day?: Day
  opening?: Minor
  /** Opening and lines, unless told. */
  closing?: Minor
  lines: SampleLine[]
}

const DAY = '2026-03-02'
const IBAN = 'FR7630006000011234567890189'

const filled = ({
  account = IBAN,
  currency = 'EUR',
  number = '2026-001',
  day = DAY,
  opening = 100_000,
  ...rest
}: SampleStatement) => ({
  account,
  currency,
  number,
  day,
  opening,
  closing:
    rest.closing ??
    opening + rest.lines.reduce((sum, { amount, status = 'BOOK' }) => sum + (status === 'BOOK' ? amount : 0), 0),
  lines: rest.lines,
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const tag = (name: string, content: string | undefined, attributes = ''): string =>
  content === undefined || content === '' ? '' : `<${name}${attributes}>${content}</${name}>`
const pieces = (text: string | string[] | undefined): string[] => (text === undefined ? [] : [text].flat())

const money = (amount: Minor, currency: string): string =>
  tag('Amt', toDecimal(Math.abs(amount), currency), ` Ccy="${currency}"`)
const side = (amount: Minor): string => tag('CdtDbtInd', amount < 0 ? 'DBIT' : 'CRDT')

/** Versions differ in where names and states stand; from 8 on, the newer way. */
type CamtOptions = { version?: number; message?: '052' | '053' | '054' }

const camtDetail = (line: SampleLine, currency: string, version: number): string => {
  const role = line.amount < 0 ? 'Cdtr' : 'Dbtr'
  const name = tag('Nm', line.party && escaped(line.party))
  return tag(
    'TxDtls',
    tag('Refs', tag('EndToEndId', line.reference)) +
      money(line.amount, currency) +
      side(line.amount) +
      tag('AmtDtls', tag('InstdAmt', line.ordered && money(line.ordered.amount, line.ordered.currency))) +
      tag(
        'RltdPties',
        tag(role, version >= 8 ? tag('Pty', name) : name) +
          tag(`${role}Acct`, tag('Id', tag('IBAN', line.partyAccount))),
      ) +
      tag(
        'RmtInf',
        pieces(line.text)
          .map((piece) => tag('Ustrd', escaped(piece)))
          .join('') +
          tag(
            'Strd',
            (line.documents ?? []).map((number) => tag('RfrdDocInf', tag('Nb', number))).join('') +
              tag('CdtrRefInf', tag('Ref', line.creditorReference)),
          ),
      ) +
      tag('RtrInf', tag('Rsn', tag('Cd', line.returnReason))),
  )
}

const camtEntry = (line: SampleLine, currency: string, day: Day, version: number): string => {
  const [domain = '', family = '', subFamily = ''] = (
    line.code ?? (line.amount < 0 ? 'PMNT/ICDT/ESCT' : 'PMNT/RCDT/ESCT')
  ).split('/')
  const status = line.status ?? 'BOOK'
  return tag(
    'Ntry',
    money(line.amount, currency) +
      side(line.amount) +
      tag('RvslInd', line.reversal ? 'true' : undefined) +
      tag('Sts', version >= 8 ? tag('Cd', status) : status) +
      tag('BookgDt', tag('Dt', line.booked ?? day)) +
      tag('ValDt', tag('Dt', line.valued ?? line.booked ?? day)) +
      tag('AcctSvcrRef', line.bankReference) +
      tag('BkTxCd', tag('Domn', tag('Cd', domain) + tag('Fmly', tag('Cd', family) + tag('SubFmlyCd', subFamily)))) +
      tag('NtryDtls', (line.details ?? [line]).map((detail) => camtDetail(detail, currency, version)).join('')),
  )
}

const camtBalance = (type: string, amount: Minor, currency: string, day: Day): string =>
  tag(
    'Bal',
    tag('Tp', tag('CdOrPrtry', tag('Cd', type))) + money(amount, currency) + side(amount) + tag('Dt', tag('Dt', day)),
  )

/** A CAMT file of one statement or several; one element to a line. CAMT.054 has no balances. */
export const camt = (statements: SampleStatement[], { version = 8, message = '053' }: CamtOptions = {}): string => {
  const [root, one] = {
    '052': ['BkToCstmrAcctRpt', 'Rpt'],
    '053': ['BkToCstmrStmt', 'Stmt'],
    '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
  }[message] as [string, string]
  const told = statements
    .map(filled)
    .map(({ account, currency, number, day, opening, closing, lines }) =>
      tag(
        one,
        tag('Id', number) +
          tag('Acct', tag('Id', tag('IBAN', account)) + tag('Ccy', currency)) +
          (message === '053'
            ? camtBalance('OPBD', opening, currency, day) + camtBalance('CLBD', closing, currency, day)
            : '') +
          lines.map((line) => `\n${camtEntry(line, currency, day, version)}`).join(''),
      ),
    )
  const namespace = `urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.0${version}`
  const body = tag(root, `${tag('GrpHdr', tag('MsgId', 'MSG1'))}\n${told.join('\n')}\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}">${body}</Document>\n`
}

export const camt053 = (statement: SampleStatement, options: CamtOptions = {}): string => camt([statement], options)

const PLUS = '{ABCDEFGHI'
const MINUS = '}JKLMNOPQR'
const overpunched = (amount: Minor): string => {
  const digits = String(Math.abs(amount)).padStart(14, '0')
  return digits.slice(0, -1) + ((amount < 0 ? MINUS : PLUS)[Number(digits.at(-1))] ?? '')
}
const shortDay = (day: Day): string => day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4)

/** A CFONB movement adds its complements by qualifier, in order. */
export type CfonbLine = SampleLine & {
  label?: string
  complements?: [qualifier: string, content: string][]
  rejection?: string
}
export type CfonbStatement = Omit<SampleStatement, 'lines'> & { lines: CfonbLine[]; decimals?: number }

/** CFONB 120; `lineEnd: ''` gives one long line. `account` is bank, branch and account digits: 21 of them. */
export const cfonb120 = (statements: CfonbStatement | CfonbStatement[], { lineEnd = '\r\n' } = {}): string => {
  const records = [statements].flat().flatMap((statement) => {
    const { account, currency, day, opening, closing } = filled(statement)
    const number = /^\d{21}$/.test(account) ? account : '300060000112345678901'
    const decimals = statement.decimals ?? 2
    const start = (kind: string, internal: string) =>
      `${kind}${number.slice(0, 5)}${internal.padEnd(4)}${number.slice(5, 10)}${currency}${decimals} ${number.slice(10)}`
    const balance = (kind: string, amount: Minor, on: Day) =>
      `${start(kind, '')}  ${shortDay(on)}`.padEnd(90) + overpunched(amount)
    const movements = statement.lines.flatMap((line) => {
      const booked = line.booked ?? day
      const code = line.code ?? (line.amount < 0 ? '06' : '05')
      const head = `${start('04', '')}${code}${shortDay(booked)}${(line.rejection ?? '').padEnd(2)}${shortDay(line.valued ?? booked)}`
      const told: [string, string][] = [
        ...(line.party === undefined ? [] : [[line.amount < 0 ? 'NBE' : 'NPY', line.party] as [string, string]]),
        ...pieces(line.text).map((piece): [string, string] => ['LCC', piece]),
        ...(line.reference === undefined ? [] : [['RCN', line.reference] as [string, string]]),
        ...(line.complements ?? []),
      ]
      return [
        `${head}${(line.label ?? (line.amount < 0 ? 'VIR EMIS' : 'VIR RECU')).slice(0, 31).padEnd(32)}`.padEnd(90) +
          overpunched(line.amount) +
          (line.bankReference ?? ''),
        ...told.map(
          ([qualifier, content]) =>
            `${start('05', '')}${code}${shortDay(booked)}     ${qualifier}${content.slice(0, 70)}`,
        ),
      ]
    })
    return [balance('01', opening, addDays(day, -1)), ...movements, balance('07', closing, day)]
  })
  return records.map((record) => record.padEnd(120) + lineEnd).join('')
}

const swiftDay = (day: Day): string => day.slice(2).replaceAll('-', '')
const swiftMoney = (amount: Minor, currency: string): string => toDecimal(Math.abs(amount), currency).replace('.', ',')

/** An MT940 line says its information in full in `info`, or its text is written in German subfields. */
export type SwiftSample = SampleLine & { info?: string; mark?: string; supplement?: string }
export type SwiftStatement = Omit<SampleStatement, 'lines'> & { lines: SwiftSample[] }

export const mt940 = (statements: SwiftStatement | SwiftStatement[], { lineEnd = '\r\n' } = {}): string =>
  [statements]
    .flat()
    .flatMap((statement) => {
      const { account, currency, number, day, opening, closing } = filled(statement)
      const balance = (field: string, amount: Minor, on: Day) =>
        `:${field}:${amount < 0 ? 'D' : 'C'}${swiftDay(on)}${currency}${swiftMoney(amount, currency)}`
      const lines = statement.lines.flatMap((line) => {
        const booked = line.booked ?? day
        const mark = line.mark ?? (line.amount < 0 ? 'D' : 'C')
        const said = [line.reference && `EREF+${line.reference}`, `SVWZ+${pieces(line.text).join('')}`]
          .filter(Boolean)
          .join('')
        const subfields = (said.match(/.{1,27}/g) ?? [])
          .slice(0, 10)
          .map((piece, i) => `?2${i}${piece}`)
          .join('')
        const german = `166?00GUTSCHRIFT${subfields}?31${line.partyAccount ?? ''}?32${(line.party ?? '').slice(0, 27)}`
        return [
          `:61:${swiftDay(line.valued ?? booked)}${swiftDay(booked).slice(2)}${mark}${swiftMoney(line.amount, currency)}${line.code ?? 'NTRF'}NONREF//${line.bankReference ?? ''}`,
          ...(line.supplement === undefined ? [] : [line.supplement]),
          `:86:${line.info ?? german}`,
        ]
      })
      return [
        ':20:STARTUMSE',
        `:25:${account}`,
        `:28C:${number}`,
        balance('60F', opening, addDays(day, -1)),
        ...lines,
        balance('62F', closing, day),
        '-',
      ]
    })
    .map((line) => line + lineEnd)
    .join('')

const ofxLine = (line: SampleLine, currency: string, day: Day, close: (name: string) => string): string => {
  const leaf = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<${name}>${escaped(text)}${close(name)}\n`
  return `<STMTTRN>\n${leaf('TRNTYPE', line.code ?? (line.amount < 0 ? 'DEBIT' : 'CREDIT'))}${leaf('DTPOSTED', (line.booked ?? day).replaceAll('-', ''))}${leaf('TRNAMT', toDecimal(line.amount, currency))}${leaf('FITID', line.bankReference ?? '1')}${leaf('NAME', line.party)}${leaf('MEMO', pieces(line.text).join(' ') || undefined)}</STMTTRN>\n`
}

const ofx = (statement: SampleStatement, head: string, close: (name: string) => string): string => {
  const { account, currency, day, closing, lines } = filled(statement)
  return `${head}<OFX>\n<BANKMSGSRSV1>\n<STMTTRNRS>\n<STMTRS>\n<CURDEF>${currency}${close('CURDEF')}\n<BANKACCTFROM>\n<ACCTID>${account}${close('ACCTID')}\n</BANKACCTFROM>\n<BANKTRANLIST>\n${lines.map((line) => ofxLine(line, currency, day, close)).join('')}</BANKTRANLIST>\n<LEDGERBAL>\n<BALAMT>${toDecimal(closing, currency)}${close('BALAMT')}\n<DTASOF>${day.replaceAll('-', '')}${close('DTASOF')}\n</LEDGERBAL>\n</STMTRS>\n</STMTTRNRS>\n</BANKMSGSRSV1>\n</OFX>\n`
}

export const ofx1 = (statement: SampleStatement): string =>
  ofx(statement, 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n', () => '')
export const ofx2 = (statement: SampleStatement): string =>
  ofx(
    statement,
    '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n',
    (name) => `</${name}>`,
  )

export const qif = (statement: SampleStatement): string => {
  const { currency, day, lines } = filled(statement)
  const records = lines.map(
    (line) =>
      `D${(line.booked ?? day).split('-').reverse().join('/')}\nT${toDecimal(line.amount, currency)}\nP${line.party ?? ''}\nM${pieces(line.text).join(' ')}\n^\n`,
  )
  return `!Type:Bank\n${records.join('')}`
}

/** A French bank's table, newest movement first where `newestFirst`. */
export const bankCsv = (statement: SampleStatement, { newestFirst = false } = {}): string => {
  const { currency, day, opening, lines } = filled(statement)
  let balance = opening
  const french = (amount: Minor) => toDecimal(amount, currency).replace('.', ',')
  const rows = lines.map((line) => {
    balance += line.amount
    const [debit, credit] = line.amount < 0 ? [french(line.amount), ''] : ['', french(line.amount)]
    const booked = (line.booked ?? day).split('-').reverse().join('/')
    return `${booked};${booked};"${pieces(line.text).join('\n')}";${debit};${credit};${french(balance)}\r\n`
  })
  return `Date;Date de valeur;Libellé;Débit euros;Crédit euros;Solde\r\n${(newestFirst ? rows.reverse() : rows).join('')}`
}
