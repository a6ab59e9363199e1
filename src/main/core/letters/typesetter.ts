import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '../kernel/contract.ts'
import type { Table } from '../tables/table.model.ts'
import type { DeedData } from './deed.model.ts'
import { deedView } from './deed.view.ts'
import type { DocumentData, FieldBox } from './document.model.ts'
import { documentView } from './document.view.ts'
import type { SheetsView } from './envelope.view.ts'
import { drawable } from './glyphs.ts'
import { assertAddsUp } from './letter.check.ts'
import type { LetterData } from './letter.model.ts'
import { letterView } from './letter.view.ts'
import { assertStatementAddsUp } from './statement.check.ts'
import type { StatementData } from './statement.model.ts'
import { statementView } from './statement.view.ts'
import { tableView } from './table.view.ts'
import { type Paper, setInWorkers } from './typesetter.pool.ts'

// The compiler keeps what it has laid out; a letter never comes back, so memory is given up now and then.
const ROWS_BEFORE_EVICTION = 600
const FEWEST_FOR_WORKERS = 12
// A paper with more is not tried on one page first; a wrong guess costs time, nothing else.
const MOST_ITEMS_OF_A_PAGE = 20
const MOST_DETAILS_OF_A_PAGE = 3

export type Typesetter = ReturnType<typeof createTypesetter>

/**
 * Sets letters and reports with Typst from the layouts and fonts in `resources`. The same data give the same bytes.
 * `workerPath` names the built worker; without it everything is set on the calling thread.
 */
export const createTypesetter = ({ resources, workerPath }: { resources: string; workerPath?: string | URL }) => {
  const workspace = join(resources, 'letters')
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(resources, 'fonts')] }] })
  const draw = drawable(resources)
  const drawn = (_key: string, value: unknown) => (typeof value === 'string' ? draw(value) : value)
  let rowsSinceEviction = 0

  const compile = (
    layout: 'reminder' | 'statement' | 'envelope' | 'table' | 'document' | 'deed',
    view: unknown,
    logo: Uint8Array | null,
  ) => {
    // Data go in as a file beside the layout, never into its source: nothing in them can be read as markup.
    // The font draws the narrow no-break space between digits so thin that thousands run together: a no-break space reads better.
    const text = JSON.stringify(view, drawn).replace(/(\d)\u202F(?=\d)/g, '$1\u00A0')
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(text))
    compiler.mapShadow(join(workspace, 'logo.bin'), Buffer.from(logo ?? []))
    const result = compiler.compile({ mainFileContent: `#import "${layout}.typ": layout\n#layout(json("data.json"))` })
    const document = result.result
    if (!document) throw new Error(`Typst: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`)
    return document
  }

  /** On one page where it fits: counting pages makes a paper be laid out twice. */
  const onFewestPages = (
    layout: 'reminder' | 'statement',
    view: object,
    logo: Uint8Array | null,
    { rows, tryOne }: { rows: number; tryOne: boolean },
  ) => {
    rowsSinceEviction += rows + 1
    if (rowsSinceEviction > ROWS_BEFORE_EVICTION) {
      compiler.evictCache(2)
      rowsSinceEviction = 0
    }
    if (tryOne) {
      const single = compile(layout, { ...view, single: true }, logo)
      if (single.numOfPages === 1) return single
    }
    return compile(layout, { ...view, single: false }, logo)
  }
  const letter = (data: LetterData) =>
    onFewestPages('reminder', letterView(data), data.sender.logo?.bytes ?? null, {
      rows: data.items.length + data.interestDetail.reduce((rows, one) => rows + one.segments.length, 0),
      tryOne: data.items.length <= MOST_ITEMS_OF_A_PAGE && data.interestDetail.length <= MOST_DETAILS_OF_A_PAGE,
    })
  const statement = (data: StatementData) => {
    const rows = data.accounts.reduce((sum, { lines, movements }) => sum + lines.length + movements.length, 0)
    return onFewestPages('statement', statementView(data), data.sender.logo?.bytes ?? null, {
      rows,
      tryOne: rows <= MOST_ITEMS_OF_A_PAGE,
    })
  }
  const deed = (data: DeedData) => compile('deed', deedView(data), data.sender.logo?.bytes ?? null)
  const paper = (data: DocumentData) => compile('document', documentView(data), data.company.logo?.bytes ?? null)

  return {
    /** Throws when the letter's figures do not add up. */
    letterPdf: (data: LetterData): Uint8Array => {
      assertAddsUp(data)
      return new Uint8Array(compiler.pdf(letter(data), { pdfStandard: PdfStandard.UA_1 }))
    },
    /** One SVG per page, for the screen. */
    letterSvg: (data: LetterData): string[] => {
      const document = letter(data)
      return pagesOf(compiler.plainSvg(document), document.numOfPages)
    },
    /** Throws when the statement's figures do not add up. */
    statementPdf: (data: StatementData): Uint8Array => {
      assertStatementAddsUp(data)
      return new Uint8Array(compiler.pdf(statement(data), { pdfStandard: PdfStandard.UA_1 }))
    },
    /** One SVG per page, for the screen. */
    statementSvg: (data: StatementData): string[] => {
      const document = statement(data)
      return pagesOf(compiler.plainSvg(document), document.numOfPages)
    },
    paperPdf(paper: Paper): Uint8Array {
      if (paper.kind === 'deed') return this.deedPdf(paper.data)
      return paper.kind === 'letter' ? this.letterPdf(paper.data) : this.statementPdf(paper.data)
    },
    tablePdf: (table: Table, language: Language): Uint8Array => {
      const document = compile('table', tableView(table, language), null)
      const pdf = new Uint8Array(compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 }))
      // A long report fills the cache with what nothing will ask for again.
      compiler.evictCache(0)
      return pdf
    },
    /** Sheets for the printer: separators between letters, or the trial of an envelope. */
    sheetsPdf: (view: SheetsView): Uint8Array => {
      const pdf = new Uint8Array(compiler.pdf(compile('envelope', view, null)))
      compiler.evictCache(0)
      return pdf
    },
    documentPdf: (data: DocumentData): Uint8Array => {
      const pdf = new Uint8Array(compiler.pdf(paper(data), { pdfStandard: PdfStandard.UA_1 }))
      compiler.evictCache(0)
      return pdf
    },
    /** One SVG per page, for the screen. */
    documentSvg: (data: DocumentData): string[] => {
      const document = paper(data)
      return pagesOf(compiler.plainSvg(document), document.numOfPages)
    },
    deedPdf: (data: DeedData): Uint8Array => {
      const pdf = new Uint8Array(compiler.pdf(deed(data), { pdfStandard: PdfStandard.UA_1 }))
      compiler.evictCache(0)
      return pdf
    },
    /** One SVG per page, for the screen. */
    deedSvg: (data: DeedData): string[] => {
      const document = deed(data)
      return pagesOf(compiler.plainSvg(document), document.numOfPages)
    },
    /** Where the empty places of a form stand on its pages. */
    fieldBoxes: (data: DocumentData): FieldBox[] =>
      compiler.query(paper(data), { selector: '<field>', field: 'value' }) as FieldBox[],

    /** Sets many papers, on worker threads where it pays; each comes with its place in the list, not always in order. */
    async *paperPdfs(
      papers: readonly Paper[],
      { signal }: { signal: AbortSignal | undefined },
    ): AsyncGenerator<{ index: number; pdf: Uint8Array }> {
      if (workerPath && papers.length >= FEWEST_FOR_WORKERS) {
        try {
          return yield* setInWorkers(workerPath, resources, papers, signal)
        } finally {
          // What is laid out is kept for the whole process: it outlives the threads.
          compiler.evictCache(0)
        }
      }
      for (const [index, one] of papers.entries()) {
        // The compiler frees a paper only when the event loop turns.
        await setImmediate()
        signal?.throwIfAborted()
        yield { index, pdf: this.paperPdf(one) }
      }
    },
    letterPdfs(letters: readonly LetterData[], options: { signal: AbortSignal | undefined }) {
      return this.paperPdfs(
        letters.map((data) => ({ kind: 'letter' as const, data })),
        options,
      )
    },
  }
}

/** Typst draws all pages one under the other: each becomes a window on the drawing. */
const pagesOf = (svg: string, count: number): string[] => {
  const [opening = ''] = /^<svg[^>]*>/.exec(svg) ?? []
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(opening) ?? []).map(Number)
  if (count === 1) return [svg]
  const inner = svg.slice(opening.length)
  // It paints the paper of every page over the first one: a later page's would cover the first page's text.
  const [paper = ''] = /<path[^>]*>/.exec(inner) ?? []
  const drawing = inner.replaceAll(paper, '')
  return Array.from({ length: count }, (_, page) => {
    const top = (page * height) / count
    const window = opening
      .replace(/viewBox="[^"]*"/, `viewBox="0 ${top} ${width} ${height / count}"`)
      .replace(/ height="[^"]*"/, ` height="${height / count}pt"`)
    return `${window}<rect y="${top}" width="${width}" height="${height / count}" fill="#ffffff"/>${drawing}`
  })
}
