import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Block, DocumentData } from './document.model.ts'
import { documentView } from './document.view.ts'
import { createTypesetter } from './typesetter.ts'

const resources = join(import.meta.dirname, '../../../../resources')
const typesetter = createTypesetter({ resources })

const paper = (blocks: readonly Block[], changes: Partial<DocumentData> = {}): DocumentData => ({
  language: 'fr',
  company: { name: 'Emballages Rivelaine', logo: null, accent: '#1f4e79' },
  title: 'Revue : Maison Alpha',
  subtitle: '',
  reference: 'R-2026-0007',
  day: '2026-11-22',
  bylines: [],
  state: null,
  sections: [{ title: 'Décision', number: '1', blocks }],
  ...changes,
})

const every: readonly Block[] = [
  { kind: 'heading', text: 'Encours' },
  { kind: 'paragraph', text: 'Une ligne\nune autre', tone: 'faint' },
  { kind: 'note', text: 'Arrondi une fois' },
  { kind: 'list', ordered: true, items: [{ text: 'un', items: [{ text: 'deux', items: [{ text: 'trois' }] }] }] },
  { kind: 'facts', columns: 3, facts: [{ label: 'SIREN', value: '732 829 320', tone: 'good' }] },
  {
    kind: 'table',
    columns: [{ label: 'Composante' }, { label: 'Montant', align: 'right' }],
    rows: [['Ouvert', { text: '12,00 €', tone: 'bad' }], { cells: ['Sous-total', '12,00 €'], strong: true }],
    totals: [['Total', '12,00 €']],
    notes: ['Sans les litiges'],
  },
  { kind: 'bars', bars: [{ label: 'Limite', value: '120 %', parts: [{ share: 1.2, tone: 'bad' }], mark: 1 }] },
  { kind: 'route', steps: [{ person: 'A', role: 'auteur', detail: '', state: 'done', stateText: 'fait' }] },
  { kind: 'callout', tone: 'warning', title: 'À surveiller', text: '', items: [{ text: 'Retard' }] },
  { kind: 'quotes', quotes: [{ by: 'A', text: 'Oui.' }] },
  { kind: 'columns', columns: [[{ kind: 'note', text: 'a' }], [{ kind: 'paragraph', text: 'b' }]] },
  { kind: 'signatures', signatures: [{ role: 'Direction', name: '', hint: 'date et signature' }] },
]

const open = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false })

describe('a document as PDF', () => {
  test('bears its title, the company and its day, is tagged and says its language', async () => {
    const bytes = typesetter.documentPdf(paper(every, { language: 'en' }))
    const pdf = await open(bytes)
    expect(pdf.getTitle()).toBe('Revue : Maison Alpha')
    expect(pdf.getAuthor()).toBe('Emballages Rivelaine')
    expect(pdf.getCreationDate()?.toISOString().slice(0, 10)).toBe('2026-11-22')
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text).toMatch(/\/Lang\s*\(en\)/)
    expect(text).toContain('pdfuaid')
  })

  test('the same data give the same bytes', () => {
    const once = typesetter.documentPdf(paper(every))
    expect(Buffer.compare(once, createTypesetter({ resources }).documentPdf(paper(every)))).toBe(0)
  })

  test('a long table runs over the pages, with as many on screen', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => [`Ligne ${index}`, '1,00 €'])
    const long = paper([{ kind: 'table', columns: [{ label: 'Ligne' }, { label: 'Montant', align: 'right' }], rows }])
    const pdf = await open(typesetter.documentPdf(long))
    expect(pdf.getPageCount()).toBeGreaterThan(2)
    expect(typesetter.documentSvg(long)).toHaveLength(pdf.getPageCount())
  })

  test('a section on a new page, a document of none', async () => {
    const sections = [
      { title: 'A', blocks: every },
      { title: 'B', newPage: true, blocks: [] },
    ]
    expect((await open(typesetter.documentPdf(paper([], { sections })))).getPageCount()).toBe(2)
    expect((await open(typesetter.documentPdf(paper([], { sections: [] })))).getPageCount()).toBe(1)
  })

  test('names that look like markup print as they are', () => {
    const hostile = '#import "x": * $x^2$ `a` *b* _c_ \\ " \n<tag> @ref // \uD83D'
    const data = paper([{ kind: 'paragraph', text: hostile }], { title: hostile, subtitle: hostile })
    expect(() => typesetter.documentPdf(data)).not.toThrow()
  })
})

describe('the view', () => {
  test('sets the spaces of French everywhere, and leaves references alone', () => {
    const view = documentView(
      paper([{ kind: 'facts', columns: 1, facts: [{ label: 'Est-ce dû ?', value: '« oui »' }] }], {
        reference: 'R : 7',
      }),
    )
    expect(view.title).toBe('Revue\u202F: Maison Alpha')
    expect(view.sections[0]?.blocks[0]).toMatchObject({
      facts: [{ label: 'Est-ce dû\u202F?', value: '«\u202Foui\u202F»', tone: 'plain' }],
    })
    expect(view.running).toBe('Emballages Rivelaine · Revue\u202F: Maison Alpha · R : 7')
  })

  test('bars share one scale: the limit is the whole until something passes it', () => {
    const bars = (first: number) =>
      documentView(
        paper([
          {
            kind: 'bars',
            bars: [
              { label: 'A', value: '', parts: [{ share: first, tone: 'plain' }], mark: 1 },
              { label: 'B', value: '', parts: [{ share: 0.5, tone: 'plain' }] },
            ],
          },
        ]),
      ).sections[0]?.blocks[0]
    expect(bars(0.8)).toMatchObject({ bars: [{ parts: [{ share: 0.8 }], mark: 1 }, { parts: [{ share: 0.5 }] }] })
    expect(bars(2)).toMatchObject({ bars: [{ parts: [{ share: 1 }], mark: 0.5 }, { parts: [{ share: 0.25 }] }] })
  })

  test('the first column takes the room unless another is told to', () => {
    const grow = (columns: { label: string; grow?: number }[]) =>
      documentView(paper([{ kind: 'table', columns, rows: [] }])).sections[0]?.blocks[0]
    expect(grow([{ label: 'A' }, { label: 'B' }])).toMatchObject({ grow: [1, 0] })
    expect(grow([{ label: 'A' }, { label: 'B', grow: 2 }])).toMatchObject({ grow: [0, 2] })
  })
})

test('the empty places of a form are told with their page and size', () => {
  const boxes = typesetter.fieldBoxes(
    paper([
      {
        kind: 'fields',
        fields: [
          { name: 'company', label: 'Raison sociale', type: 'text', share: 8 },
          { name: 'siren', label: 'SIREN', type: 'text', share: 4 },
          { name: 'agreed', label: 'J’accepte', type: 'checkbox' },
          { name: 'activity', label: 'Activité', type: 'text', lines: 3 },
        ],
      },
    ]),
  )
  expect(boxes.map(({ name, page }) => `${name} ${page}`)).toEqual(['company 1', 'siren 1', 'agreed 1', 'activity 1'])
  const [company, siren, agreed, activity] = boxes
  expect(siren?.y).toBe(company?.y)
  expect(siren?.x).toBeGreaterThan((company?.x ?? 0) + (company?.width ?? 0))
  expect(agreed?.width).toBeCloseTo(agreed?.height ?? 0)
  expect(activity?.height).toBeCloseTo(3 * (company?.height ?? 0))
})
