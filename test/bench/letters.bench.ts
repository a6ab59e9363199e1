import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { rfReference } from '../../src/main/core/customers/identifiers.rules.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { toDecimal } from '../../src/main/core/kernel/money.ts'
import { epcPayload } from '../../src/main/core/letters/epc.rules.ts'
import type { LetterData } from '../../src/main/core/letters/letter.model.ts'
import type { StatementData } from '../../src/main/core/letters/statement.model.ts'
import { createTypesetter } from '../../src/main/core/letters/typesetter.ts'
import { findChromium } from '../e2e/chromium.ts'
import { BENCH_DAY, nameOf } from './books.ts'
import { type Bench, median, millisecondsOf } from './harness.ts'

const LETTERS = 600
const PRINTED = 20
const INVOICES = 12
/** A run that goes out by e-mail, each letter with its statement of account. */
const WITH_STATEMENT = 1000
const IBAN = 'FR7630006000011234567890189'

const root = resolve(import.meta.dirname, '../..')
const worker = join(root, 'out', 'main', 'typesetter.js')

/** A reminder of one page with a table of twelve invoices and a payment QR code. */
const letter = (n: number): LetterData => {
  const items = Array.from({ length: INVOICES }, (_, i) => ({
    number: `FA2026-${String(n * INVOICES + i).padStart(5, '0')}`,
    issued: addDays(BENCH_DAY, -90 + i),
    due: addDays(BENCH_DAY, -60 + i),
    daysLate: 60 - i,
    amount: 120_050 + i * 997,
    open: 120_050 + i * 997,
    disputed: 0,
    interest: null,
    indemnity: null,
  }))
  const principal = items.reduce((sum, item) => sum + item.open, 0)
  return {
    language: 'fr',
    sender: {
      name: 'Emballages Rivelaine',
      legalForm: 'SAS',
      capital: '120 000 €',
      street: ['14 rue des Canuts'],
      postalCode: '69004',
      city: 'Lyon',
      country: 'FR',
      siren: '123456782',
      rcs: 'RCS Lyon',
      vatNumber: 'FR11123456782',
      phone: '+33 4 65 71 00 10',
      email: 'comptabilite@rivelaine.example',
      signatory: 'Hélène Marchetti',
      signatoryRole: 'Responsable du crédit client',
      logo: null,
      accent: '#1f4e79',
    },
    recipient: {
      name: nameOf(n),
      attention: null,
      street: [`${n} rue du Banc`],
      postalCode: '69001',
      city: 'Lyon',
      country: '',
      code: `C-${n}`,
      siren: '',
    },
    reference: `R2026-0001-${String(n).padStart(4, '0')}`,
    date: BENCH_DAY,
    place: 'Lyon',
    subject: 'Relance : factures échues',
    body: 'Madame, Monsieur,\n\nSauf erreur de notre part, les factures ci-dessous, arrivées à échéance, restent impayées à ce jour.\n\nNous vous remercions de bien vouloir procéder à leur règlement sous huit jours. Si votre paiement nous est déjà parvenu, nous vous prions de ne pas tenir compte de ce courrier.\n\nNous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
    formal: false,
    currency: 'EUR',
    items,
    credits: [],
    totals: { principal, credits: 0, interest: 0, indemnities: 0, fees: 0, total: principal },
    showCharges: false,
    interestDetail: [],
    deadline: null,
    payment: {
      iban: IBAN,
      bic: 'AGRIFRPP',
      beneficiary: 'Emballages Rivelaine',
      reference: rfReference(`R2026${n}`),
      qrPayload: epcPayload({
        beneficiary: 'Emballages Rivelaine',
        iban: IBAN,
        bic: 'AGRIFRPP',
        amount: principal,
        currency: 'EUR',
        reference: rfReference(`R2026${n}`),
      }),
    },
    legalMentions: [],
    enclosures: [],
    channelMention: null,
  }
}

/** The statement of account that goes with a letter: what it claims, and what is not due yet. */
const statement = (n: number): StatementData => {
  const { language, sender, recipient, date, items, payment, totals } = letter(n)
  const lines = items.map((item, i) => ({
    itemId: `${n}-${i}`,
    kind: 'invoice' as const,
    number: item.number,
    label: '',
    issued: item.issued,
    due: item.due,
    amount: item.amount,
    open: item.open,
    daysLate: item.daysLate,
    disputed: 0,
    planned: false,
  }))
  const { total } = totals
  const ageing = ['notDue', '1-30', '31-60', '61-90', 'over90'].map((key) => ({
    key,
    amount: key === '31-60' ? total : 0,
  }))
  const account = { currency: 'EUR', total, notDue: 0, overdue: total, unallocated: 0, disputed: 0, toPay: total }
  return {
    language,
    sender,
    recipient,
    reference: `RC-20261031-C-${n}`,
    date,
    kind: 'open',
    from: null,
    plans: [],
    accounts: [{ ...account, ageing, lines, opening: null, movements: [], payment }],
  }
}

/** The same letter for a browser to print: the same words and the same table. */
const asPage = ({ sender, recipient, reference, date, subject, body, items, totals, currency }: LetterData): string => {
  const cells = (values: readonly (string | number)[]) =>
    `<tr>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${subject}</title>
    <style>body { font: 10pt sans-serif } table { border-collapse: collapse; width: 100% } td { border-bottom: 1px solid #ccc; padding: 2pt }</style>
    <h1>${sender.name}</h1><p>${sender.street}<br>${sender.postalCode} ${sender.city}</p>
    <address>${recipient.name}<br>${recipient.street}<br>${recipient.postalCode} ${recipient.city}</address>
    <p>${reference}, ${date}</p><h2>${subject}</h2>${body
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}
    <table>${items.map((item) => cells([item.number, item.issued, item.due, item.daysLate, toDecimal(item.amount, currency), toDecimal(item.open, currency)])).join('')}
    ${cells(['Total', '', '', '', '', toDecimal(totals.total, currency)])}</table></html>`
}

const bench: Bench = async () => {
  const letters = Array.from({ length: LETTERS }, (_, n) => letter(n))
  const pooled = existsSync(worker)
  const typesetter = createTypesetter({
    resources: join(root, 'resources'),
    ...(pooled && { workerPath: pathToFileURL(worker) }),
  })
  const [first] = letters
  if (first) await typesetter.letterPdf(first)
  const alone = median(await timesOf(letters.slice(0, 100).map((data) => () => typesetter.letterPdf(data))))
  const spent = await millisecondsOf(async () => {
    for await (const _ of typesetter.letterPdfs(letters, { signal: undefined }));
  })
  const both = Array.from({ length: WITH_STATEMENT }, (_, n) => [
    { kind: 'letter' as const, data: letter(n) },
    { kind: 'statement' as const, data: statement(n) },
  ]).flat()
  const spentOnBoth = await millisecondsOf(async () => {
    for await (const _ of typesetter.paperPdfs(both, { signal: undefined }));
  })
  const pages = first ? typesetter.letterSvg(first).length : 0
  const printed = await printTime(letters)
  const rate = {
    work: `letters of one page with ${INVOICES} invoices, ${LETTERS} in a run`,
    value: (1000 * LETTERS) / spent,
    unit: 'per second' as const,
    aim: '≥ 200 a second',
    note: `${pooled ? 'on the letter threads, their start included' : 'on one thread: the program is not built'}; ${pages} page each; tagged PDF`,
  }
  const single = { work: 'one letter', value: alone, unit: 'ms' as const, aim: '' }
  const attached = {
    work: `${WITH_STATEMENT} letters, each with its statement of account`,
    value: spentOnBoth,
    unit: 'ms' as const,
    bare: { what: 'for the letters alone', value: (spent * WITH_STATEMENT) / LETTERS },
    aim: '≤ 10 s',
  }
  if (typeof printed === 'string')
    return [
      { ...rate, bare: null },
      { ...single, bare: null },
      attached,
      { work: 'the same letter printed by Chromium', skipped: printed },
    ]
  return [
    { ...rate, bare: { what: 'printed by Chromium', value: 1000 / printed } },
    { ...single, bare: { what: 'for Chromium’s print-to-PDF', value: printed } },
    attached,
  ]
}

const timesOf = async (works: readonly (() => unknown)[]): Promise<number[]> => {
  const times: number[] = []
  for (const work of works) times.push(await millisecondsOf(work))
  return times
}

/** Milliseconds for Chromium to print one, or why there is none. */
const printTime = async (letters: readonly LetterData[]): Promise<number | string> => {
  const found = await findChromium()
  if (found.missing !== undefined) return found.missing
  const { executablePath, args, env } = found
  const browser = await chromium.launch({ executablePath, args, env })
  const page = await browser.newPage()
  const times = await timesOf(
    letters.slice(0, PRINTED).map((data) => async () => {
      await page.setContent(asPage(data))
      await page.pdf({ format: 'A4', tagged: true })
    }),
  )
  await browser.close()
  return median(times)
}

export default bench
