import { once } from 'node:events'
import { createWriteStream, openAsBlob } from 'node:fs'
import { readRegister } from '../../src/main/core/registers/readers/registers.reader.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { customerFields, finish } from '../support/ledger.ts'
import { BENCH_DAY } from './books.ts'

/** Columns of StockUniteLegale as INSEE publishes them. */
const HEADER =
  'siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,dateCreationUniteLegale,sigleUniteLegale,sexeUniteLegale,prenom1UniteLegale,prenom2UniteLegale,prenom3UniteLegale,prenom4UniteLegale,prenomUsuelUniteLegale,pseudonymeUniteLegale,identifiantAssociationUniteLegale,trancheEffectifsUniteLegale,anneeEffectifsUniteLegale,dateDernierTraitementUniteLegale,nombrePeriodesUniteLegale,categorieEntreprise,anneeCategorieEntreprise,dateDebut,etatAdministratifUniteLegale,nomUniteLegale,nomUsageUniteLegale,denominationUniteLegale,denominationUsuelle1UniteLegale,denominationUsuelle2UniteLegale,denominationUsuelle3UniteLegale,categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,activitePrincipaleNAF25UniteLegale,nicSiegeUniteLegale,economieSocialeSolidaireUniteLegale,caractereEmployeurUniteLegale'

/** The n-th SIREN: eight digits and the check digit of Luhn. */
export const sirenAt = (n: number): string => {
  const digits = String(10_000_000 + n)
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = i % 2 === 0 ? 2 * Number(digit) : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

const rowAt = (n: number): string =>
  `${sirenAt(n)},O,,1998-03-01,,,,,,,,,,12,2023,2025-06-14T09:12:33,4,PME,2023,${n % 3 === 0 ? '2024-12-31,C' : '2008-01-01,A'},,,"SOCIETE ${n}, NEGOCE ""ET FILS""",,,,5710,46.73A,NAFRev2,46.83G,00017,N,O\n`

const BATCH = 5000

/** Writes a stock file of legal units; one in three ceased. */
export const writeStock = async (path: string, rows: number): Promise<void> => {
  const out = createWriteStream(path)
  out.write(`${HEADER}\n`)
  for (let n = 0; n < rows; n += BATCH) {
    const text = Array.from({ length: Math.min(BATCH, rows - n) }, (_, i) => rowAt(n + i)).join('')
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

export const STOCK_CUSTOMERS = 300

/** A book whose customers are spread over the file. */
export const bookOfStock = async (rows: number): Promise<TestBook> => {
  const book = await openTestBook({ today: BENCH_DAY })
  const step = Math.floor(rows / STOCK_CUSTOMERS)
  for (let n = 0; n < STOCK_CUSTOMERS; n += 1)
    await book.client.customers.create(customerFields(`C${n}`, { siren: sirenAt(n * step) }))
  return book
}

export const checkStock = async (book: TestBook, path: string) => {
  const file = await openAsBlob(path)
  const files = [{ name: 'StockUniteLegale_utf8.csv', file: new File([file], 'StockUniteLegale_utf8.csv') }]
  return (await finish(book.client.registers.check({ files }))).result
}

/** Rows passed over by the reader alone, for a set of numbers that are in no row. */
export const passOver = async (path: string): Promise<number> => {
  const source = { name: 'stock.csv', blob: await openAsBlob(path) }
  let rows = 0
  for await (const read of readRegister(source, { sirens: new Set(['000000000']), leis: new Set() }))
    rows += read.records
  return rows
}
