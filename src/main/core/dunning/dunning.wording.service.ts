import { uuidv7 } from 'uuidv7'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { type LetterLanguage, letterLanguages } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { defaultWording, kindOfWording, type WordingKey, wordingKeys } from '../letters/default-wording.ts'
import { type WordingKind, wordingFields, wordingKinds } from '../letters/wording.fields.ts'
import { checkWording } from '../letters/wording.rules.ts'
import { findWording, keepVersion, listEditedWordings } from './dunning.wording.repository.ts'

type Reading = Pick<QueryContext, 'db'>
export type Wording = {
  key: string
  of: WordingKind
  language: LetterLanguage
  subject: string
  body: string
  edited: boolean
}

const isKey = (key: string): key is WordingKey => (wordingKeys as readonly string[]).includes(key)

const shipped = (key: string, language: LetterLanguage): Wording => {
  if (!isKey(key)) throw new Refusal('not-found', `no wording is called ${key}`, { key })
  return { key, of: kindOfWording(key), language, ...defaultWording(key, language), edited: false }
}

/** The wording of a level in a language: the edited one, else the one shipped. */
export const wordingOf = async (ctx: Reading, key: string, language: LetterLanguage): Promise<Wording> => {
  const row = await findWording(ctx.db, key, language)
  const wording = shipped(key, language)
  return row ? { ...wording, subject: row.subject, body: row.body, edited: true } : wording
}

export const listWordings = async (ctx: Reading) => {
  const rows = await listEditedWordings(ctx.db)
  const edited = new Map(rows.map((row) => [`${row.key} ${row.language}`, row]))
  const wordings = wordingKeys.flatMap((key) =>
    letterLanguages.map((language): Wording => {
      const row = edited.get(`${key} ${language}`)
      const wording = shipped(key, language)
      return row ? { ...wording, subject: row.subject, body: row.body, edited: true } : wording
    }),
  )
  const fields = wordingKinds.flatMap((of) => wordingFields[of].map(({ name, example }) => ({ of, name, example })))
  return { wordings, fields }
}

/** Problems of a wording, each with the part and line it stands on. */
export const wordingProblems = (wording: { key: string; subject: string; body: string }) =>
  (['subject', 'body'] as const).flatMap((part) =>
    checkWording(wording[part], kindOfWording(wording.key)).map(({ line, message }) => ({ part, line, message })),
  )

export const saveWording = async (ctx: CommandContext, wording: Omit<Wording, 'edited' | 'of'>): Promise<Wording> => {
  const { of } = shipped(wording.key, wording.language)
  const problems = wordingProblems(wording)
  if (problems.length > 0)
    throw new Refusal('wording.invalid', 'the wording has unknown fields or broken syntax', { problems })
  await keepVersion(ctx.db, versionOf(ctx, wording, 'saved'), { inUse: true })
  return { ...wording, of, edited: true }
}

export const resetWording = async (ctx: CommandContext, key: string, language: LetterLanguage): Promise<Wording> => {
  const wording = shipped(key, language)
  if (await findWording(ctx.db, key, language))
    await keepVersion(ctx.db, versionOf(ctx, wording, 'reset'), { inUse: false })
  return wording
}

const versionOf = (
  ctx: CommandContext,
  { key, language, subject, body }: Pick<Wording, 'key' | 'language' | 'subject' | 'body'>,
  how: 'saved' | 'restored' | 'reset',
) => ({ id: uuidv7(), key, language, subject, body, how, saved_at: ctx.now, saved_by: ctx.user })
