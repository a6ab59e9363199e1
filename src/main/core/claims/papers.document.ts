import type { Language } from '../kernel/contract.ts'
import { addDays } from '../kernel/day.ts'
import type { Block, DocumentData } from '../letters/document.model.ts'
import type { Table } from '../tables/table.model.ts'
import { accountPen, accountSections, sumsTable } from './account.document.ts'
import type { Account } from './account.schema.ts'
import { type Drawing, missingBlock, paperFrame, piecesTable } from './file.document.ts'
import { fileWords } from './file.words.ts'
import { paperWords } from './papers.words.ts'
import { creditorFacts, debtorFacts, factsBlock, seatOf } from './parties.document.ts'
import { sendingOf } from './pieces.service.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** The account of a claim as a paper of its own; one section after the other for several currencies. */
export const accountDocument = (
  drawing: Pick<Drawing, 'company' | 'logo' | 'language' | 'today' | 'user'> & { reference: string },
  accounts: readonly Account[],
): DocumentData => {
  const { company, logo, language, today, user, reference } = drawing
  const [first] = accounts
  const pen = accountPen(language, first?.currency ?? company.currency)
  const { words } = pen
  return {
    language,
    company: { name: company.name, accent: company.accent, logo },
    title: words.title,
    subtitle: words.subtitle(first?.customerName ?? '', first?.customerCode ?? ''),
    reference,
    day: today,
    bylines: [
      words.asOf(pen.longDay(first?.asOf ?? today)),
      ...(first ? [words.imputationShort[first.imputation]] : []),
      words.printed(pen.longDay(today), user),
    ],
    state: null,
    sections: accounts.flatMap((account, place) =>
      accountSections(account, accountPen(language, account.currency)).map((section, part) => ({
        ...section,
        newPage: place > 0 && part === 0,
      })),
    ),
  }
}

/** The written agreement with a collection agency, with every element of CPCE R124-3; what only the agency knows is to fill in. */
export const mandateDocument = (drawing: Drawing): DocumentData => {
  const { file, company, language, today } = drawing
  const words = paperWords[language].mandate
  const { facts } = fileWords[language]
  const { mandate } = file.handover
  const pen = accountPen(language, file.accounts[0]?.currency ?? company.currency)
  return {
    ...paperFrame(drawing, words.title),
    subtitle: words.subtitle,
    sections: [
      {
        title: words.parties,
        blocks: [
          {
            kind: 'columns',
            columns: [
              [{ kind: 'heading', text: words.creditor }, factsBlock(creditorFacts(company, facts))],
              [
                { kind: 'heading', text: words.agency },
                factsBlock(
                  [
                    { label: facts.name, value: mandate.name || '…' },
                    { label: facts.address, value: mandate.address.replaceAll('\n', ', ') || '…' },
                    { label: facts.contact, value: mandate.email },
                    { label: facts.reference, value: mandate.reference },
                  ].filter(({ value }) => value !== ''),
                ),
              ],
            ],
          },
        ],
      },
      {
        title: words.object,
        number: '1.',
        blocks: [
          paragraph(words.objectText(file.customer.name)),
          factsBlock(debtorFacts({ customer: file.customer, handover: file.handover, company, language }, facts), 2),
          ...file.accounts.flatMap((account) => {
            const own = accountPen(language, account.currency)
            return [
              paragraph(words.amounts(own.longDay(account.asOf))),
              invoices(account, language),
              sumsTable(account, own),
            ]
          }),
          { kind: 'note', text: words.ground },
        ],
      },
      { title: words.power, number: '2.', blocks: [paragraph(words.powerText)] },
      { title: words.fee, number: '3.', blocks: [paragraph(mandate.feeBasis || words.feeMissing)] },
      {
        title: words.payingOver,
        number: '4.',
        blocks: [
          paragraph(words.payingOverText),
          { kind: 'fields', fields: [{ name: 'over', label: words.payingOverField, type: 'text' }] },
        ],
      },
      {
        title: words.liability,
        number: '5.',
        blocks: [
          paragraph(words.liabilityText),
          { kind: 'fields', fields: [{ name: 'insurer', label: words.liabilityField, type: 'text' }] },
        ],
      },
      { title: words.costs, number: '6.', blocks: [paragraph(words.costsText)] },
      {
        title: '',
        blocks: [
          {
            kind: 'signatures',
            signatures: [
              {
                role: words.creditor,
                name: company.signatory,
                hint: words.signed(company.city || '…', pen.longDay(today)),
              },
              { role: words.agency, name: mandate.name, hint: words.read },
            ],
          },
        ],
      },
    ],
  }
}

const invoices = ({ debts, currency }: Account, language: Language): Block => {
  const { words, day, amount } = accountPen(language, currency)
  const { columns } = words
  return {
    kind: 'table',
    columns: [
      { label: columns.number, grow: 1 },
      { label: columns.due, align: 'right' },
      { label: columns.principal, align: 'right' },
      { label: columns.interest, align: 'right' },
      { label: columns.costs, align: 'right' },
      { label: columns.total, align: 'right' },
    ],
    rows: debts.map(({ number, due, left, total }) => [
      number,
      day(due),
      amount(left.principal),
      amount(left.capitalised + left.interest),
      amount(left.costs),
      amount(total),
    ]),
  }
}

/** The claims of a file as a sheet that an agency reads: one line an invoice, the debtor on each. */
export const agencySheet = ({ file, language }: Drawing): Table => {
  const { columns, title, rounding } = paperWords[language].sheet
  const { customer, accounts, letters, handover } = file
  const seat = seatOf(customer)
  const contact = customer.contacts.find(({ dunning }) => dunning) ?? customer.contacts[0]
  const last = letters.at(-1)
  const pen = accountPen(language, accounts[0]?.currency ?? 'EUR')
  const debtor = [
    customer.code,
    customer.name,
    customer.siren,
    seat?.street.replaceAll('\n', ', ') ?? '',
    seat?.postalCode ?? '',
    seat?.city ?? '',
    customer.country,
    contact?.name ?? '',
    contact?.phone ?? '',
    contact?.email ?? '',
  ]
  return {
    title,
    subtitle: [handover.mandate.name, handover.mandate.reference].filter(Boolean).join(', '),
    currency: accounts[0]?.currency ?? 'EUR',
    columns: columns.map((label, place) => ({
      label,
      kind: place >= 14 && place <= 19 ? 'amount' : place === 11 || place === 12 || place === 20 ? 'day' : 'text',
    })),
    rows: accounts.flatMap((account) =>
      account.debts.map((debt) => ({
        currency: account.currency,
        cells: [
          ...debtor,
          debt.number,
          debt.issued,
          debt.due,
          account.currency,
          debt.amount,
          debt.left.principal,
          debt.left.capitalised + debt.left.interest,
          debt.left.costs,
          debt.total,
          debt.disputed,
          last?.sentOn ?? last?.day ?? null,
          last?.levelName ?? '',
        ],
      })),
    ),
    totals: null,
    footnotes: [`${rounding} ${pen.longDay(accounts[0]?.asOf ?? handover.on)}`],
  }
}

/** What a lawyer needs to draw up summary proceedings or a summons: parties, sums, story, disputes, exhibits. */
export const lawyerSheet = (drawing: Drawing & { court: string }): DocumentData => {
  const { file, company, language, court } = drawing
  const words = paperWords[language].lawyer
  const told = fileWords[language]
  const { handover, customer, letters, accounts } = file
  const pen = accountPen(language, accounts[0]?.currency ?? company.currency)
  const story = [
    ...accounts.flatMap(({ debts }) =>
      debts.map(({ issued, due, number }) => ({ on: issued, text: words.invoiced(number, pen.day(due)) })),
    ),
    ...letters.map((letter) => ({
      on: letter.sentOn ?? letter.day,
      text: [told.letterTitle(letter.levelName, letter.reference), sendingOf(letter, told, language)]
        .filter(Boolean)
        .join(', '),
    })),
    { on: handover.on, text: words.handed },
  ].toSorted((a, b) => a.on.localeCompare(b.on))
  return {
    ...paperFrame(drawing, words.title),
    subtitle: handover.procedure ? told.procedures[handover.procedure] : told.subtitle(customer.name, customer.code),
    sections: [
      {
        title: words.parties,
        blocks: [
          {
            kind: 'columns',
            columns: [
              [{ kind: 'heading', text: told.sections.creditor }, factsBlock(creditorFacts(company, told.facts))],
              [
                { kind: 'heading', text: told.sections.debtor },
                factsBlock(debtorFacts({ customer, handover, company, language }, told.facts)),
              ],
            ],
          },
          factsBlock([{ label: told.facts.court, value: court }]),
        ],
      },
      ...accounts.map((account) => {
        const own = accountPen(language, account.currency)
        return {
          title: told.sections.sums(account.currency, own.longDay(account.asOf)),
          blocks: [
            sumsTable(account, own),
            invoices(account, language),
            ...(account.perDay > 0
              ? [
                  {
                    kind: 'note',
                    text: own.words.perDay(own.money(account.perDay), own.longDay(addDays(account.asOf, 1))),
                  } as const,
                ]
              : []),
            ...(account.totals.disputed > 0
              ? [paragraph(own.words.disputed(own.money(account.totals.disputed)))]
              : [paragraph(words.undisputed)]),
          ],
        }
      }),
      {
        title: words.story,
        blocks: [
          {
            kind: 'table',
            columns: [{ label: words.day }, { label: words.event, grow: 1 }],
            rows: story.map(({ on, text }) => [pen.day(on), text]),
          },
        ],
      },
      { title: words.toShow, blocks: [{ kind: 'list', items: words.points.map((text) => ({ text })) }] },
      { title: told.sections.missing, blocks: [missingBlock(file.missing, told)] },
      { title: told.sections.pieces, blocks: [piecesTable(file, { language })] },
    ],
  }
}
