import { settingsSchema } from '../../src/main/core/provisions/provisions.schema.ts'
import { accountOf } from './account.ts'
import type { TestBook } from './book.ts'
import type { ItemLine } from './ledger.ts'

export const CLOSING_DAY = '2026-12-31'
export const settings = settingsSchema.parse({})

type Calls = TestBook['client']['provisions']

/** What is told of provisions in the book of the test that runs. */
export const provisionsIn = (book: () => TestBook) => {
  const given = (...lines: ItemLine[]) => accountOf(book()).given(...lines)
  const idOf = (number: string, code?: string) => accountOf(book(), code).idOf(number)
  const matrix = (rest: Parameters<Calls['matrix']>[0] = {}) => book().client.provisions.matrix(rest)
  const cases = (rest: Parameters<Calls['cases']>[0] = {}) => book().client.provisions.cases(rest)
  const decide = async (numbers: string[], probability: string, rest: object = {}) =>
    book().client.provisions.decide({
      itemIds: await Promise.all(numbers.map((number) => idOf(number))),
      ground: 'late',
      probability,
      ...rest,
    })
  const close = (asOf = CLOSING_DAY, rest: object = {}, client = book().client) =>
    client.provisions.close({ asOf, ...rest })
  return { given, idOf, matrix, cases, decide, close }
}
