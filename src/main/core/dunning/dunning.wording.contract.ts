import { z } from 'zod'
import { command, idSchema, languageSchema, letterLanguageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { elementCheckSchema } from '../letters/formal.schema.ts'

/** A letter that reminds of debts, one that tells a decision on credit, the message that carries one, an agreement on instalments: each has its own fields. */
const wordingKind = z.enum(['reminder', 'credit', 'email', 'agreement'])

const text = { subject: z.string().max(300), body: z.string().max(20_000) }
const named = { key: z.string(), language: letterLanguageSchema }

export const wordingSchema = z.object({
  ...named,
  ...text,
  of: wordingKind,
  /** False while the wording is the one shipped. */
  edited: z.boolean(),
  /** The name that the user gave it; null for those of the program. */
  name: z.string().nullable(),
  /** The program's wording that it is or began as. */
  basedOn: z.string(),
  /** Its letters are formal notices. */
  formal: z.boolean(),
  /** Id of the version in use, or `shipped`. */
  version: z.string(),
})

export const wordingVersionSchema = z.object({
  id: idSchema,
  number: z.int(),
  ...text,
  /** `reset`: back to the program's text, as it read that day. */
  how: z.enum(['saved', 'restored', 'reset']),
  savedAt: z.string(),
  savedBy: z.string(),
  inUse: z.boolean(),
  /** Letters issued with it, those cancelled among them, and the last of them. */
  letters: z.int(),
  lastLetter: z.object({ reference: z.string(), day: daySchema }).nullable(),
})

const problemSchema = z.object({ part: z.enum(['subject', 'body']), line: z.int(), message: z.string() })

export const wordingContract = {
  wordings: query('read', 'Wordings of letters and messages, those of the user among them, by key and language', {
    input: z.object({ examplesIn: languageSchema.default('fr') }),
    output: z.object({
      wordings: z.array(wordingSchema),
      fields: z.array(z.object({ of: wordingKind, name: z.string(), example: z.string() })),
    }),
  }),
  saveWording: command(
    'configure',
    'Change a wording: a new version; an unknown field or broken syntax is refused with its line, what a formal notice then lacks is told',
    {
      input: z.object({ ...named, ...text }),
      output: wordingSchema.extend({ lacks: z.array(elementCheckSchema) }),
    },
  ),
  resetWording: command('configure', 'Go back to the wording shipped with the program; a version too', {
    input: z.object(named),
    output: wordingSchema,
  }),
  wordingVersions: query('read', 'Every version of a wording, newest first, with the letters it made', {
    input: z.object(named),
    output: z.object({
      versions: z.array(wordingVersionSchema),
      /** The program's text, to compare with, and what it made. */
      shipped: wordingVersionSchema.pick({ subject: true, body: true, inUse: true, letters: true, lastLetter: true }),
    }),
  }),
  restoreWording: command('configure', 'Use an earlier version of a wording again, as a new version', {
    input: z.object({ id: idSchema }),
    output: wordingSchema,
  }),
  addWording: command('configure', 'A wording of one’s own for reminders, begun as a copy of another', {
    input: z.object({ name: z.string().trim().min(1).max(80), from: z.string() }),
    output: z.object({ key: z.string() }),
  }),
  removeWording: command('configure', 'Take a wording of one’s own off the list; refused while a level uses it', {
    input: z.object({ key: z.string() }),
    output: z.object({}),
  }),
  previewWording: query('read', 'A wording on the page, as SVG, with the problems found in it', {
    input: z.object({
      ...named,
      subject: z.string(),
      body: z.string(),
      /** Whose figures to show; without it the first customer that is late, else an invented one. */
      customerId: idSchema.optional(),
      position: z.int().optional(),
    }),
    output: z.object({
      pages: z.array(z.string()),
      problems: z.array(problemSchema),
      /** Of a formal notice, with the customer shown: what is there, missing or for a person to look at. */
      elements: z.array(elementCheckSchema),
      /** Whose figures are shown; null for invented ones. */
      customer: z.object({ id: idSchema, name: z.string() }).nullable(),
    }),
  }),
}
