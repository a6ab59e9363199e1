import type { Company } from '../company/company.contract.ts'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatDay, formatLongDay } from '../kernel/format.ts'
import type { Block, DocumentData, DocumentSection } from '../letters/document.model.ts'
import type { Insolvency } from '../registers/registers.contract.ts'
import { accountPen, sumsTable } from './account.document.ts'
import { type FileWords, fileWords } from './file.words.ts'
import { creditorFacts, debtorFacts, factsBlock, ibanOf } from './parties.document.ts'
import type { MissingPiece, NumberedPiece } from './pieces.rules.ts'
import type { ClaimFile } from './pieces.service.ts'

/** What every paper of a claim is drawn up with. */
export type Drawing = {
  file: ClaimFile
  company: Company
  logo: DocumentData['company']['logo']
  insolvency: Insolvency | null
  language: Language
  today: Day
  user: string
}

/** Numbers of invoices that a line of a list has room for, and a cell of a table. */
const MOST_NUMBERS = 8
const MOST_IN_CELL = 3

export const numbersIn = (numbers: readonly string[], words: FileWords): string =>
  numbers.length <= MOST_NUMBERS
    ? numbers.join(', ')
    : `${numbers.slice(0, MOST_NUMBERS).join(', ')} ${words.more(numbers.length - MOST_NUMBERS)}`

export const paperFrame = (
  { company, logo, language, today, user, file }: Drawing,
  title: string,
  bylines: readonly string[] = [],
): Omit<DocumentData, 'sections' | 'subtitle'> => ({
  language,
  company: { name: company.name, accent: company.accent, logo },
  title,
  reference: file.handover.mandate.reference || file.customer.code,
  day: today,
  bylines: [...bylines, fileWords[language].printed(formatLongDay(today, language), user)],
  state: null,
})

export const missingBlock = (missing: readonly MissingPiece[], words: FileWords): Block =>
  missing.length === 0
    ? { kind: 'callout', tone: 'good', title: words.nothingMissing, text: '' }
    : {
        kind: 'callout',
        tone: 'warning',
        title: words.missingTitle,
        text: '',
        items: missing.map(({ kind, items }) => ({
          text: items.length > 0 ? words.forItems(words.missing[kind], numbersIn(items, words)) : words.missing[kind],
        })),
      }

/** The numbered list of exhibits; `pageOf` where they stand in one PDF, and what is not in it. */
export const piecesTable = (
  { pieces, numbers }: ClaimFile,
  { language, pageOf }: { language: Language; pageOf?: ((piece: NumberedPiece) => string) | undefined },
): Block => {
  const words = fileWords[language]
  const { columns } = words
  const kept = pieces.filter(({ number }) => number !== null)
  return {
    kind: 'table',
    columns: [
      { label: columns.number, align: 'right' },
      { label: columns.piece, grow: 3 },
      { label: columns.day },
      { label: columns.items, grow: 1 },
      ...(pageOf ? [{ label: columns.page, align: 'right' as const }] : []),
    ],
    rows: kept.map((piece) => [
      String(piece.number),
      piece.title,
      piece.day ? formatDay(piece.day, language) : '',
      piece.itemIds.length === 0
        ? words.allItems
        : piece.itemIds.length > MOST_IN_CELL
          ? words.invoices(piece.itemIds.length)
          : piece.itemIds.flatMap((id) => numbers.get(id) ?? []).join(', '),
      ...(pageOf ? [pageOf(piece)] : []),
    ]),
  }
}

const handedSection = ({ file: { handover }, language }: Drawing): DocumentSection => {
  const words = fileWords[language]
  const { facts } = words
  const { mandate, procedure, court, reason } = handover
  const told = [
    {
      label: facts.recipient,
      value: [mandate.name, mandate.address.replaceAll('\n', ', ')].filter(Boolean).join(', '),
    },
    { label: facts.contact, value: mandate.email },
    { label: facts.reference, value: mandate.reference },
    { label: facts.procedure, value: procedure ? words.procedures[procedure] : '' },
    { label: facts.court, value: court },
    { label: facts.fee, value: mandate.feeBasis },
    { label: facts.reason, value: reason },
  ].filter(({ value }) => value !== '')
  return { title: words.sections.handedTo, blocks: [factsBlock(told)] }
}

const insolvencyBlock = (insolvency: Insolvency | null, language: Language): Block => {
  const words = fileWords[language]
  return insolvency
    ? {
        kind: 'callout',
        tone: 'bad',
        title: words.insolvent(
          words.insolvencies[insolvency.kind] ?? insolvency.kind,
          formatLongDay(insolvency.since, language),
        ),
        text: '',
      }
    : { kind: 'paragraph', text: words.noInsolvency }
}

/** The cover of a claim file: parties, sums, what is missing, the list of exhibits. */
export const coverDocument = (drawing: Drawing, pageOf?: (piece: NumberedPiece) => string): DocumentData => {
  const { file, company, insolvency, language } = drawing
  const words = fileWords[language]
  const { sections, facts } = words
  const { customer, handover, accounts } = file
  const currency = accounts[0]?.currency ?? company.currency
  return {
    ...paperFrame(drawing, words.title, [
      words.handed(formatLongDay(handover.on, language), words.targets[handover.to]),
    ]),
    subtitle: words.subtitle(customer.name, customer.code),
    sections: [
      {
        title: sections.parties,
        blocks: [
          {
            kind: 'columns',
            columns: [
              [
                { kind: 'heading', text: sections.creditor },
                factsBlock(
                  [...creditorFacts(company, facts), { label: facts.iban, value: ibanOf(company, currency) }].filter(
                    ({ value }) => value !== '',
                  ),
                ),
              ],
              [
                { kind: 'heading', text: sections.debtor },
                factsBlock(debtorFacts({ customer, handover, company, language }, facts)),
              ],
            ],
          },
        ],
      },
      handedSection(drawing),
      ...accounts.map((account): DocumentSection => {
        const pen = accountPen(language, account.currency)
        const contested = account.totals.disputed
        return {
          title: sections.sums(account.currency, pen.longDay(account.asOf)),
          blocks: [
            sumsTable(account, pen),
            { kind: 'note', text: pen.words.imputations[account.imputation] },
            ...(contested > 0 ? [{ kind: 'note', text: pen.words.disputed(pen.money(contested)) } as const] : []),
          ],
        }
      }),
      { title: sections.insolvency, blocks: [insolvencyBlock(insolvency, language)] },
      { title: sections.missing, blocks: [missingBlock(file.missing, words)] },
      { title: sections.pieces, blocks: [piecesTable(file, { language, pageOf })] },
    ],
  }
}
