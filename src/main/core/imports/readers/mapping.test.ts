import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { apply, readAs, sourceOf, suggested } from '../../../../../test/support/tables.ts'
import { mappingSchema } from '../mapping.schema.ts'
import type { CustomerRow } from './items.ts'
import { applyCustomerMapping } from './mapping.apply.ts'
import { mappingFits } from './mapping.columns.ts'
import { readRows } from './rows.ts'
import type { LineProblem } from './source.ts'

describe('customers of another program', () => {
  const customersOf = async (text: string | Blob) => {
    const source = sourceOf(text)
    const { mapping, table, questions } = await suggested(source)
    const rows: CustomerRow[] = []
    const problems: LineProblem[] = []
    for await (const batch of applyCustomerMapping(readRows(source, table), mapping)) {
      rows.push(...batch.rows)
      problems.push(...batch.problems)
    }
    return { rows, problems, mapping, questions }
  }

  test('Sage 50: tabs, Windows-1252, a SIRET, countries by name', async () => {
    const text =
      'Code\tNom\tSociété\tAdresse 1\tCode Postal\tVille\tPays\tSIRET\tE-mail\tTéléphone\r\nCL001\tHélène\tCafé Hélène\t1 rue d’Été\t69003\tLyon\tFrance\t732 829 320 00074\th@cafe.example\t04 00\r\n'
    const { rows, problems, mapping } = await customersOf(
      new Blob([new Uint8Array(iconv.encode(text, 'windows-1252'))]),
    )
    expect(mapping.target).toBe('customers')
    expect(problems).toEqual([])
    expect(rows).toMatchObject([
      {
        line: 2,
        code: 'CL001',
        name: 'Café Hélène',
        street: '1 rue d’Été',
        postalCode: '69003',
        country: 'FR',
        siren: '732829320',
        email: 'h@cafe.example',
        phone: '04 00',
      },
    ])
  })

  test('Odoo partners: no code, the name stands for it', async () => {
    const { rows } = await customersOf(
      'name,is_company,email,phone,street,city,country_id/id\nAzure Interior,1,azure@x.example,1,4557 De Silva St,Fremont,US\n',
    )
    expect(rows).toMatchObject([{ code: 'Azure Interior', name: 'Azure Interior', country: 'US', city: 'Fremont' }])
  })

  test('every reason of a row is told', async () => {
    const { problems } = await customersOf(
      'code;name;siren;vat_number;language;country;email;terms;city\nC1;;123;FR00;xx;Nulle part;x;plus tard;Lyon\n',
    )
    expect(problems.map(({ field, reason }) => [field, reason])).toEqual([
      ['name', 'missing'],
      ['siren', 'siren'],
      ['vat_number', 'vat'],
      ['language', 'language'],
      ['country', 'country'],
      ['email', 'email'],
      ['terms', 'terms'],
    ])
  })
})

describe('rows that cannot be taken are told with their reason', () => {
  const HEADER = 'N° facture;Date facture;Échéance;Client;Montant TTC;Devise;Type'
  const GOOD = 'F0;31/01/2026;28/02/2026;Alpha;10,00;EUR;Facture'
  it.each([
    ['F1;31/02/2026;;Alpha;10,00;EUR;', 'Date facture', 'date'],
    ['F1;;;Alpha;10,00;EUR;', 'Date facture', 'missing'],
    ['F1;31/01/2026;demain;Alpha;10,00;EUR;', 'Échéance', 'date'],
    ['F1;31/01/2026;30/01/2026;Alpha;10,00;EUR;', 'Échéance', 'date-order'],
    ['F1;31/01/2026;;;10,00;EUR;', 'Client', 'missing'],
    ['F1;31/01/2026;;Alpha;;EUR;', 'Montant TTC', 'missing'],
    ['F1;31/01/2026;;Alpha;dix;EUR;', 'Montant TTC', 'amount'],
    ['F1;31/01/2026;;Alpha;10,00;euros;', 'Devise', 'currency'],
    ['F1;31/01/2026;;Alpha;10,00;EUR;Bon', 'Type', 'kind'],
    [';31/01/2026;;Alpha;10,00;EUR;', 'N° facture', 'missing'],
  ])('%s', async (row, field, reason) => {
    const { items, problems } = await readAs([HEADER, GOOD, row].join('\n'))
    expect(problems).toMatchObject([{ line: 3, field, reason }])
    expect(items).toHaveLength(1)
  })

  test('kinds and signs: a credit is a credit whichever way it is written', async () => {
    const rows = [
      'AV1;31/01/2026;;Alpha;10,00;EUR;Avoir',
      'AV2;31/01/2026;;Alpha;-10,00;EUR;Avoir',
      'F3;31/01/2026;;Alpha;-10,00;EUR;Facture',
      'R4;31/01/2026;;Alpha;10,00;€;Règlement',
    ]
    const { items } = await readAs([HEADER, GOOD, ...rows].join('\n'))
    expect(items.slice(1).map(({ kind, amount, due }) => [kind, amount, due])).toEqual([
      ['credit_note', 1000, null],
      ['credit_note', 1000, null],
      ['credit_note', 1000, null],
      ['payment', 1000, null],
    ])
  })
})

describe('what the user must say', () => {
  test('dates and amounts that could be read both ways', async () => {
    const { questions, mapping } = await readAs(
      'Invoice number,Invoice date,Customer,Amount\nF1,01/02/2026,Alpha,"1,234"\nF2,03/04/2026,Alpha,"5,678"\n',
    )
    expect(questions).toEqual(['date-order', 'decimal'])
    expect(mapping).toMatchObject({ dateOrder: 'dmy', decimal: 'comma' })
  })

  test('which column is what, when no name is known', async () => {
    const { questions, mapping } = await suggested(sourceOf('machin;truc\n1;2\n'))
    expect(questions).toEqual(['customer', 'amount'])
    expect(mapping.columns).toEqual({})
  })
})

describe('a mapping kept for next time', () => {
  const january = 'Liste\nN° facture;Date facture;Client;Montant TTC\nF1;15/01/2026;Alpha;10,00\n'
  const february =
    'Liste des factures\nau 28/02/2026\n\nN° FACTURE;Date facture;Client;Montant TTC\nF2;15/02/2026;Alpha;20,00\n'

  test('is recognised by its header, wherever that stands', async () => {
    const { mapping } = await suggested(sourceOf(january))
    const next = await suggested(sourceOf(february))
    expect(mappingFits(next.sample, mapping)).toBe(true)
    expect(mappingFits((await suggested(sourceOf('N° facture;Client;Montant TTC\nF;A;1,00\n'))).sample, mapping)).toBe(
      false,
    )
    const { items } = await apply(sourceOf(february), next.table, mapping)
    expect(items.map(({ number }) => number)).toEqual(['F2'])
  })

  test('survives being stored', async () => {
    const { mapping } = await suggested(sourceOf(january))
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  })

  test('names the columns that a file does not have', async () => {
    const { mapping } = await suggested(sourceOf(january))
    await expect(readAs('A;B\n1;2\n', mapping)).rejects.toMatchObject({
      code: 'import.mapping-incomplete',
      details: { missing: expect.arrayContaining(['N° facture', 'Client', 'Date facture', 'Montant TTC']) },
    })
  })

  test('may go by position, with or without a header', async () => {
    const mapping = mappingSchema.parse({
      name: 'x',
      headerRow: 0,
      decimal: 'comma',
      columns: { number: 0, issued: 1, customerName: 2, amount: 3 },
    })
    const { items } = await readAs('F1;15/01/2026;Alpha;10,00\nF2;16/01/2026;Beta;20,00\n', mapping)
    expect(items.map(({ number, customerName, amount }) => [number, customerName, amount])).toEqual([
      ['F1', 'Alpha', 1000],
      ['F2', 'Beta', 2000],
    ])
  })
})
