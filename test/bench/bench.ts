// node test/bench/bench.ts [name…]: takes the figures, each bench in a process of its own, and prints them as one table.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { text } from 'node:stream/consumers'
import { type Bench, type Figure, markdown, type Skipped } from './harness.ts'

const ENDING = '.bench.ts'
const [, script = '', ...words] = process.argv

/** Takes one bench's figures in this process and prints them as JSON. */
const one = async (name: string): Promise<void> => {
  const { default: bench } = (await import(`./${name}${ENDING}`)) as { default: Bench }
  const figures = await bench()
  process.stdout.write(JSON.stringify(figures), () => process.exit(0))
}

const taken = async (name: string): Promise<(Figure | Skipped)[]> => {
  const child = spawn(process.execPath, [...process.execArgv, '--expose-gc', script, '--one', name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [words, status] = await Promise.all([text(child.stdout), ended])
  if (status === 0) return JSON.parse(words)
  process.exitCode = 1
  return [{ work: name, skipped: `it failed with status ${status}` }]
}

const all = async (): Promise<void> => {
  const names = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .filter((name) => words.length === 0 || words.includes(name))
    .sort()
  const unknown = words.filter((word) => !names.includes(word))
  if (unknown.length > 0) {
    console.error(`No bench is called ${unknown.join(', ')}.`)
    process.exitCode = 1
    return
  }
  const figures: (Figure | Skipped)[] = []
  for (const name of names) {
    process.stderr.write(`${name}…\n`)
    const some = await taken(name)
    process.stderr.write(`${markdown(some)}\n\n`)
    figures.push(...some)
  }
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${memory} GiB\n`,
  )
  console.log(markdown(figures))
}

await (words[0] === '--one' ? one(words[1] ?? '') : all())
