import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { bankCsv } from '../../../../../../test/support/bank-samples.ts'
import { bankSource, readAll, readText } from '../../../../../../test/support/statements.ts'
import { type BankMapping, bankMappingSchema } from '../../bank-mapping.schema.ts'
import { firstRows } from '../rows.ts'
import { suggestBankMapping } from './bank-csv.suggest.ts'

const suggest = async (text: string, separator = ';') =>
  suggestBankMapping(await firstRows(bankSource(text), { container: 'text', separator, encoding: 'utf-8' }, 100), {
    separator,
    name: 'Banque',
  })

const read = async (text: string, patch: Partial<BankMapping> = {}, separator = ';') => {
  const { mapping } = await suggest(text, separator)
  return readText(text, 'bank-csv', { mapping: { ...mapping, ...patch } })
}

const statement = {
  opening: 100_000,
  lines: [
    { amount: 120_050, booked: '2026-03-02', text: ['VIR SEPA DUPONT', 'FACTURE 17'] },
    { amount: -4500, booked: '2026-03-03', text: 'PRLV EDF' },
    { amount: -700, booked: '2026-03-25', text: 'CHEQUE IMPAYE 12' },
  ],
}

describe('what is proposed', () => {
  it.each([
    [
      'Date;Date de valeur;Libellé;Débit euros;Crédit euros;Solde',
      {
        booked: 'Date',
        valued: 'Date de valeur',
        label: 'Libellé',
        debit: 'Débit euros',
        credit: 'Crédit euros',
        balance: 'Solde',
      },
    ],
    [
      'Date comptable;Libellé simplifié;Libellé opération;Informations complémentaires;Montant;Devise',
      {
        booked: 'Date comptable',
        label: 'Libellé opération',
        label2: 'Informations complémentaires',
        amount: 'Montant',
        currency: 'Devise',
      },
    ],
    [
      'Transaction Date;Value Date;Description;Reference;Paid out;Paid in;Balance',
      {
        booked: 'Transaction Date',
        valued: 'Value Date',
        label: 'Description',
        reference: 'Reference',
        debit: 'Paid out',
        credit: 'Paid in',
        balance: 'Balance',
      },
    ],
    [
      'Booking date;Counterparty name;Counterparty IBAN;Payment reference;Amount (EUR)',
      {
        booked: 'Booking date',
        party: 'Counterparty name',
        partyAccount: 'Counterparty IBAN',
        label: 'Payment reference',
        amount: 'Amount (EUR)',
      },
    ],
    [
      'Compte;Date opération;Tiers;Motif;Montant de l’opération',
      { account: 'Compte', booked: 'Date opération', party: 'Tiers', label: 'Motif', amount: 'Montant de l’opération' },
    ],
  ])('%s', async (header, columns) => {
    const { mapping } = await suggest(`Relevé;du;mois\n\n${header}\n`)
    expect(mapping.columns).toEqual(columns)
  })

  it('asks what cannot be told', async () => {
    expect((await suggest('Date;Libellé;Montant\n01/02/2026;A;1,234\n')).questions).toEqual(['date-order', 'decimal'])
    expect((await suggest('a;b\n')).questions).toEqual(['header', 'date', 'amount'])
    expect((await suggest('Date;Libellé;Montant\n25/02/2026;A;1,23\n')).questions).toEqual([])
  })

  it('knows American days and a decimal dot', async () => {
    const { mapping } = await suggest('Date,Description,Amount\n02/25/2026,A,1.23\n', ',')
    expect(mapping).toMatchObject({ dateOrder: 'mdy', decimal: 'dot', separator: ',' })
  })
})

describe('a table', () => {
  it.each([false, true])('gives movements and balances, newest first: %s', async (newestFirst) => {
    const { statements, problems, warnings } = await read(bankCsv(statement, { newestFirst }))
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({
      opening: { day: '2026-03-02', amount: 100_000 },
      closing: { day: '2026-03-25', amount: 214_850 },
    })
    const lines = newestFirst ? statements[0]?.lines.toReversed() : statements[0]?.lines
    expect(lines).toMatchObject([
      {
        amount: 120_050,
        booked: '2026-03-02',
        valued: '2026-03-02',
        text: 'VIR SEPA DUPONT FACTURE 17',
        kind: 'transfer',
      },
      { amount: -4500, kind: 'direct_debit' },
      { amount: -700, kind: 'return' },
    ])
  })

  it('that a row is missing from gives the difference', async () => {
    const rows = bankCsv(statement).split('\r\n')
    const { warnings } = await read(rows.filter((row) => !row.includes('EDF')).join('\r\n'))
    expect(warnings).toMatchObject([{ code: 'statement-unbalanced', details: { difference: -4500, currency: 'EUR' } }])
  })

  it('is read in its old encoding', async () => {
    const text = 'Date;Libellé;Montant\n25/02/2026;Hélène € ÉLEC;1,23\n'
    const { mapping } = await suggest(text)
    const { statements } = await readText(new Uint8Array(iconv.encode(text, 'iso-8859-15')), 'bank-csv', {
      mapping: { ...mapping, encoding: 'iso-8859-15' },
    })
    expect(statements[0]?.lines[0]?.text).toBe('Hélène € ÉLEC')
  })

  it('takes debits with or without a minus, and continues a label on the next row', async () => {
    const { statements } = await read('Date;Libellé;Débit;Crédit\n25/02/2026;A;-1,23;\n;SUITE;;\n26/02/2026;B;4,56;\n')
    expect(statements[0]?.lines.map(({ amount, text }) => [amount, text])).toEqual([
      [-123, 'A SUITE'],
      [-456, 'B'],
    ])
  })

  it('of several accounts gives a statement for each', async () => {
    const { statements } = await read(
      'Compte;Date;Libellé;Montant\nFR1;25/02/2026;A;1,00\nFR1;25/02/2026;B;2,00\nFR2;25/02/2026;C;3,00\n',
    )
    expect(statements.map(({ account, lines }) => [account, lines.length])).toEqual([
      ['FR1', 2],
      ['FR2', 1],
    ])
  })

  it('gives the line and the column of what is malformed', async () => {
    const { problems } = await read(
      'Date;Libellé;Débit;Crédit\n25/02/2026;"A\nB";1,00;\n31/02/2026;A;1,00;\n25/02/2026;A;;\n25/02/2026;A;1,234;\n25/02/2026;A;1;2\n25/02/2026;A;x;\n25/02/2026;A;1,00;;;z\n;A;1,00;\n',
    )
    expect(problems.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [4, 'Date', 'date'],
      [5, 'Débit', 'missing'],
      [6, 'Débit', 'amount-decimals'],
      [7, 'Débit', 'sense'],
      [8, 'Débit', 'amount'],
      [9, '', 'cells'],
      [10, 'Date', 'missing'],
    ])
  })

  it('needs a mapping that fits', async () => {
    const source = bankSource('Date;Libellé;Montant\n25/02/2026;A;1,00\n')
    await expect(readAll(source, 'bank-csv')).rejects.toMatchObject({ code: 'import.mapping-needed' })
    const mapping = bankMappingSchema.parse({
      name: 'x',
      separator: ';',
      columns: { booked: 'Jour', amount: 'Montant' },
    })
    await expect(readAll(source, 'bank-csv', { mapping })).rejects.toMatchObject({
      code: 'import.mapping-incomplete',
      details: { missing: ['Jour'] },
    })
  })
})
