import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { drawable } from './glyphs.ts'
import type { LetterData } from './letter.model.ts'
import { letterView } from './letter.view.ts'
import { createTypesetter } from './typesetter.ts'

const resources = join(import.meta.dirname, '../../../../resources')
const typesetter = createTypesetter({ resources })

const letter = (changes: Partial<LetterData> = {}, count = 1): LetterData => ({
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
    vatNumber: '',
    phone: '',
    email: '',
    signatory: 'Hélène Marchetti',
    signatoryRole: '',
    logo: null,
    accent: '#1f4e79',
  },
  recipient: {
    name: 'Maison Alpha',
    attention: null,
    street: ['12, rue des Lilas'],
    postalCode: '75011',
    city: 'Paris',
    country: '',
    code: 'C-0042',
    siren: '732829320',
  },
  reference: 'R2026-0001-0001',
  date: '2026-02-28',
  place: 'Lyon',
  subject: 'Relance',
  body: 'Madame, Monsieur,\n\nBonjour.',
  formal: false,
  currency: 'EUR',
  items: Array.from({ length: count }, (_, index) => ({
    number: `F-${index + 1}`,
    issued: '2025-12-15',
    due: '2026-01-14',
    daysLate: 45,
    amount: 120_000,
    open: 120_000,
    disputed: 0,
    interest: null,
    indemnity: null,
  })),
  credits: [],
  totals: { principal: 120_000 * count, credits: 0, interest: 0, indemnities: 0, fees: 0, total: 120_000 * count },
  showCharges: false,
  interestDetail: [],
  deadline: null,
  payment: {
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    bic: '',
    beneficiary: 'Emballages Rivelaine',
    reference: 'RF68FA20260118',
    qrPayload: 'BCD',
  },
  legalMentions: [],
  enclosures: [],
  channelMention: null,
  ...changes,
})

const open = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false })

describe('a letter as PDF', () => {
  test('bears its title, its author and the day of the letter', async () => {
    const pdf = await open(typesetter.letterPdf(letter({ subject: 'Relance : facture F-1' })))
    expect(pdf.getTitle()).toBe('Relance\u202F: facture F-1')
    expect(pdf.getAuthor()).toBe('Emballages Rivelaine')
    expect(pdf.getCreationDate()?.toISOString().slice(0, 10)).toBe('2026-02-28')
  })

  test('is tagged and says its language', () => {
    const bytes = Buffer.from(typesetter.letterPdf(letter({ language: 'en' }))).toString('latin1')
    expect(bytes).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(bytes).toMatch(/\/Lang\s*\(en\)/)
  })

  test('the same data give the same bytes', () => {
    const once = typesetter.letterPdf(letter())
    expect(Buffer.compare(once, createTypesetter({ resources }).letterPdf(letter()))).toBe(0)
  })

  test('sixty invoices run over several pages', async () => {
    const pdf = await open(typesetter.letterPdf(letter({}, 60)))
    expect(pdf.getPageCount()).toBeGreaterThan(1)
    expect(typesetter.letterSvg(letter({}, 60))).toHaveLength(pdf.getPageCount())
  })

  test('what is contested is named below the rows, which show what is claimed', () => {
    const [first, ...others] = letter({}, 3).items
    if (!first) throw new Error('a letter has items')
    const contested = letter({ items: [{ ...first, open: 80_000, disputed: 40_000 }, ...others] }, 3)
    const totals = { ...contested.totals, principal: 320_000, total: 320_000 }
    const view = letterView({ ...contested, totals })
    expect(view.columns).toContain('Réclamé')
    expect(view.rows[0]).toContain('800,00')
    expect(view.disputed).toEqual([
      ['F-1', 'reste dû 1\u202f200,00\u00a0€, dont 400,00\u00a0€ contestés, non réclamés ici'],
    ])
    expect(letterView(letter()).columns).toContain('Reste dû')
    expect(typesetter.letterSvg({ ...contested, totals })).toHaveLength(1)
    expect(() => typesetter.letterPdf(contested)).toThrow(/principal/)
  })

  test('a page on screen is a whole sheet, and no other sheet lies over it', () => {
    for (const page of typesetter.letterSvg(letter({}, 60))) {
      const [, width, height] = /width="([\d.]+)pt" height="([\d.]+)pt"/.exec(page) ?? []
      expect(Number(height) / Number(width)).toBeCloseTo(297 / 210, 3)
      expect(page.match(/fill="#ffffff"[^>]*d="M 0 0 ?v 841/g)).toBeNull()
    }
  })

  test('names that look like markup print as they are', () => {
    const hostile = '#import "x": * $x^2$ `a` *b* _c_ \\ " \n<tag> @ref //'
    const data = letter({ recipient: { ...letter().recipient, name: hostile }, subject: hostile, body: hostile })
    expect(() => typesetter.letterPdf(data)).not.toThrow()
    expect(letterView(data).recipient[0]).toBe(hostile)
  })

  test('a logo that is no picture is a failure that says so', () => {
    const data = letter()
    data.sender.logo = { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) }
    expect(() => typesetter.letterPdf(data)).toThrow(/Typst/)
  })
})

describe('figures', () => {
  const charged = letter({
    items: [{ ...(letter().items[0] as LetterData['items'][number]), interest: 1798, indemnity: 4000 }],
    credits: [{ number: 'AV-1', issued: '2026-01-20', open: 5000 }],
    totals: { principal: 120_000, credits: 5000, interest: 1798, indemnities: 4000, fees: 500, total: 121_298 },
    showCharges: true,
    interestDetail: [
      {
        number: 'F-1',
        segments: [
          { from: '2026-01-15', to: '2026-02-28', days: 45, rate: '12.15', principal: 120_000, interest: 1797 },
        ],
        rounding: 1,
      },
    ],
  })

  test('a letter whose figures add up is set', () => {
    expect(() => typesetter.letterPdf(charged)).not.toThrow()
  })

  test.each([
    ['principal', { principal: 120_001 }],
    ['credits', { credits: 4999 }],
    ['interest', { interest: 1799 }],
    ['indemnities', { indemnities: 8000 }],
    ['total', { total: 121_299 }],
  ])('one whose %s does not is stopped', (what, change) => {
    expect(() => typesetter.letterPdf({ ...charged, totals: { ...charged.totals, ...change } })).toThrow(what)
  })

  test('one whose interest detail does not is stopped', () => {
    const [detail] = charged.interestDetail
    if (!detail) throw new Error('no detail')
    expect(() => typesetter.letterPdf({ ...charged, interestDetail: [{ ...detail, rounding: 0 }] })).toThrow('detail')
  })

  test('credits are deducted, charges named, the IBAN in fours', () => {
    const view = letterView(charged)
    expect(view.totals.map(([label, amount]) => `${label} ${amount}`)).toEqual([
      'Principal 1\u202F200,00\u00A0€',
      'Règlements et avoirs −50,00\u00A0€',
      'Pénalités de retard 17,98\u00A0€',
      'Indemnités forfaitaires 40,00\u00A0€',
      'Frais de relance 5,00\u00A0€',
    ])
    expect(view.total[1]).toBe('1\u202F212,98\u00A0€')
    expect(view.payment?.rows[1]).toEqual(['IBAN', 'FR76 3000 6000 0112 3456 7890 189'.replaceAll(' ', '\u00A0')])
  })
})

describe('the address', () => {
  const to = (changes: Partial<LetterData['recipient']>) =>
    letterView(letter({ recipient: { ...letter().recipient, ...changes } }))

  test('ends with the town in capitals, and the country in full when it is another', () => {
    expect(to({ city: 'Saint-Étienne', postalCode: '42000' }).recipient.at(-1)).toBe('42000 SAINT-ÉTIENNE')
    expect(to({ country: 'BE' }).recipient.at(-1)).toBe('BELGIQUE')
  })

  test('that is too long for the window is set smaller', () => {
    expect(to({}).recipientFits).toBe(true)
    const long = { name: 'Société coopérative des producteurs réunis du Haut-Languedoc et des Cévennes' }
    expect(to(long).recipientFits).toBe(false)
    expect(to({ street: ['a', 'b', 'c', 'd', 'e'] }).recipientFits).toBe(false)
    expect(() => typesetter.letterPdf(letter({ recipient: { ...letter().recipient, ...long } }))).not.toThrow()
  })
})

test.each([
  ['half a character', 'Alpha \uD83D'],
  ['an emoji', 'Alpha 👩‍👩‍👧‍👦'],
  ['a name in another script', '株式会社アルファ'],
  ['marks of direction and controls', '\u202EAlpha\u0000 שלום\u2028'],
])('%s does not stop a letter', (_what, name) => {
  expect(() => typesetter.letterPdf(letter({ recipient: { ...letter().recipient, name } }))).not.toThrow()
})

test('what no font here draws is a box, what is not seen is left out, the rest stays', () => {
  const draw = drawable(resources)
  expect(draw('A\u0000👩\u200D👧 株 שׁ')).toBe('A□□ □ □□')
  const french = 'Société « Æther », 1\u202f234,56 € – n°\u00a05 ; Ελλάς, Москва, Łódź, e\u0301\u00ad'
  expect(draw(french)).toBe(french)
})

test('invoice numbers and amounts too long for fixed columns are measured', () => {
  const [item] = letter().items
  if (!item) throw new Error('no item')
  const long = letter({ items: [{ ...item, number: 'FACTURE-2025-NORD-000123' }] })
  expect(letterView(letter()).rowsFit).toBe(true)
  expect(letterView(long).rowsFit).toBe(false)
  expect(() => typesetter.letterPdf(long)).not.toThrow()
})

test('letters are set on worker threads just as on this one', async () => {
  const workerPath = new URL('./typesetter.worker.ts', import.meta.url)
  const pooled = createTypesetter({ resources, workerPath })
  const letters = Array.from({ length: 20 }, (_, index) => letter({ reference: `R-${index}` }))
  const pdfs = new Map<number, Uint8Array>()
  for await (const { index, pdf } of pooled.letterPdfs(letters, { signal: undefined })) pdfs.set(index, pdf)
  expect(pdfs.size).toBe(20)
  for (const [index, pdf] of pdfs)
    expect(Buffer.compare(pdf, typesetter.letterPdf(letters[index] as LetterData))).toBe(0)
})

test('a cancelled run of letters stops', async () => {
  const controller = new AbortController()
  const run = typesetter.letterPdfs([letter(), letter(), letter()], { signal: controller.signal })
  await run.next()
  controller.abort()
  await expect(run.next()).rejects.toThrow()
})

test('a report of thousands of rows is set, with its totals', async () => {
  const rows = Array.from({ length: 2000 }, (_, index) => ({ cells: [`C${index}`, `Client ${index}`, index * 100] }))
  const pdf = await open(
    typesetter.tablePdf(
      {
        title: 'Balance âgée',
        subtitle: 'au 31/12/2025',
        currency: 'EUR',
        columns: [
          { label: 'Code', kind: 'text' },
          { label: 'Client', kind: 'text' },
          { label: 'Total', kind: 'amount' },
        ],
        rows,
        totals: { cells: ['Total', '', 1] },
        footnotes: ['Grand livre − balance = 0,00 €'],
      },
      'fr',
    ),
  )
  expect(pdf.getPageCount()).toBeGreaterThan(10)
})
