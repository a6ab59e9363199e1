// Imports the file named and prints the largest resident set of this process, in MB.
import { openAsBlob } from 'node:fs'
import { openTestBook } from '../support/book.ts'
import { finish } from '../support/ledger.ts'
import { BENCH_DAY } from './books.ts'

const [, , path = ''] = process.argv
const book = await openTestBook({ today: BENCH_DAY })
await finish(book.client.imports.run({ name: 'ledger.txt', file: await openAsBlob(path), format: 'fec' }))
await book.close()
console.log(process.resourceUsage().maxRSS / 1024)
