// Checks the stock file named against a book and prints the largest resident set of this process, in MB.
import { bookOfStock, checkStock } from './stock.ts'

const [, , path = '', rows = ''] = process.argv
const book = await bookOfStock(Number(rows))
await checkStock(book, path)
await book.close()
console.log(process.resourceUsage().maxRSS / 1024)
