import { resolve } from 'node:path'
import { text as read } from 'node:stream/consumers'
import type { Command } from 'commander'
import { z } from 'zod'
import { Secret } from '../../core/kernel/contract.ts'
import type { AnyCall } from '../calls.ts'
import { answers, declare } from '../command.ts'
import { UsageError } from '../failure.ts'
import { openFile, prepareFolder, writeNew } from '../files.ts'
import { finish } from '../jobs.ts'
import { type Client, type Common, withBook, withProgram } from '../session.ts'

type Calling = Common & { book?: string; out?: string }

export const callCommands = (program: Command): void => {
  const command = declare(program, 'call', 'any call of the contract; `encours help` lists them')
    .argument('<call>', 'slice.call, for instance customers.find')
    .argument('[json]', 'its input, or - for standard input; {"$file": "path"} stands for a file', '{}')
    .option('--book <file>', 'the book it works on')
    .option('--out <folder>', 'where the files go that it answers with')
  answers(command, async (name: string, text: string, options: Calling) => {
    const { findCall } = await import('../calls.ts')
    const call = findCall(name)
    if (!call) throw new UsageError(`call: there is no call ${name}; \`encours help\` lists them`)
    if (call.meta.kind !== 'host' && options.book === undefined) throw new UsageError(`call: ${name} needs --book FILE`)
    const input = await withFiles(parse(text === '-' ? await read(process.stdin) : text))
    // Other programs see the words a program was started with, and shells keep them.
    if (text !== '-' && holdsSecret(call, input))
      throw new UsageError(`call: ${name} takes a password or passphrase; give its input on standard input, as -`)
    const folder = options.out === undefined ? undefined : prepareFolder(options.out)
    const work = (client: Client) => run(client, call, input)
    const result = await (options.book === undefined
      ? withProgram(options, work)
      : withBook(options, resolve(options.book), work))
    const json = await asJson(result, folder)
    return { json, text: JSON.stringify(json, null, 2) }
  })
}

const holdsSecret = ({ input: schema }: AnyCall, input: unknown): boolean => {
  const parsed = schema instanceof z.ZodType ? schema.safeParse(input) : null
  return parsed?.success === true && within(parsed.data).some((value) => value instanceof Secret)
}

const within = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.flatMap(within) : isRecord(value) ? Object.values(value).flatMap(within) : [value]

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`call: the input is not JSON (${(error as Error).message})`)
  }
}

const run = async (client: Client, { slice, name, meta }: AnyCall, input: unknown): Promise<unknown> => {
  const slices = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const call = slices[slice]?.[name]
  if (!call) throw new UsageError(`call: there is no call ${slice}.${name}`)
  const inSteps = meta.kind === 'job' || meta.kind === 'errand'
  return inSteps ? finish(call(input) as Parameters<typeof finish>[0], `${slice}.${name}`) : call(input)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Opens the files that the input names. */
const withFiles = async (value: unknown): Promise<unknown> => {
  if (Array.isArray(value)) return Promise.all(value.map(withFiles))
  if (!isRecord(value)) return value
  if (typeof value.$file === 'string') return openFile(value.$file)
  const entries = Object.entries(value).map(async ([key, part]) => [key, await withFiles(part)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** A file in an answer becomes its name and size, and its path when it was written. */
const asJson = async (value: unknown, folder: string | undefined, name?: unknown): Promise<unknown> => {
  if (value instanceof Blob) {
    const given = value instanceof File && value.name ? value.name : typeof name === 'string' ? name : 'document'
    const path = folder === undefined ? null : await writeNew(folder, given, value)
    return { $file: path, name: given, type: value.type, size: value.size }
  }
  if (Array.isArray(value)) return Promise.all(value.map((part) => asJson(part, folder)))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(
    async ([key, part]) => [key, await asJson(part, folder, value.name)] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}
