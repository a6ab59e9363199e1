import { uuidv7 } from 'uuidv7'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { type LetterLanguage, letterLanguages } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import {
  defaultWording,
  isWordingKey,
  kindOfWording,
  type WordingKey,
  wordingKeys,
} from '../letters/default-wording.ts'
import { checkNoticeText } from '../letters/formal.rules.ts'
import type { ElementCheck } from '../letters/formal.schema.ts'
import { exampleOf, type WordingKind, wordingFields, wordingKinds } from '../letters/wording.fields.ts'
import { checkWording } from '../letters/wording.rules.ts'
import type { OwnWordingTable } from './dunning.table.ts'
import {
  findOwnWording,
  findVersion,
  findWording,
  insertOwnWording,
  keepVersion,
  lettersByVersion,
  levelsUsing,
  listEditedWordings,
  listOwnWordings,
  listVersions,
  removeOwnWording,
} from './dunning.wording.repository.ts'

type Reading = Pick<QueryContext, 'db'>
type Text = { subject: string; body: string }

export type Wording = Text & {
  key: string
  of: WordingKind
  language: LetterLanguage
  edited: boolean
  name: string | null
  basedOn: WordingKey
  formal: boolean
  /** Id of the version in use; `SHIPPED` for the program's text. */
  version: string
}

/** Stands for the program's own text where a version is named. */
export const SHIPPED = 'shipped'

type Root = { key: string; name: string | null; basedOn: WordingKey }

/** What a key stands for; refuses `not-found`. The letters of a removed wording keep what it was. */
const rootOf = (key: string, own: Pick<OwnWordingTable, 'name' | 'based_on'> | undefined): Root => {
  const basedOn = own?.based_on ?? key
  if (!isWordingKey(basedOn)) throw new Refusal('not-found', `no wording is called ${key}`, { key })
  return { key, name: own?.name ?? null, basedOn }
}

const readRoot = async (ctx: Reading, key: string): Promise<Root> =>
  rootOf(key, isWordingKey(key) ? undefined : await findOwnWording(ctx.db, key))

type Kept = Text & { version_id: string }

const wordingFrom = (root: Root, language: LetterLanguage, kept: Kept | undefined): Wording => {
  const { subject, body } = kept ?? defaultWording(root.basedOn, language)
  return {
    ...root,
    language,
    subject,
    body,
    of: kindOfWording(root.basedOn),
    edited: kept !== undefined,
    formal: root.basedOn === 'formal',
    version: kept?.version_id ?? SHIPPED,
  }
}

/** The wording of a level in a language: the edited one, else the one shipped. */
export const wordingOf = async (ctx: Reading, key: string, language: LetterLanguage): Promise<Wording> =>
  wordingFrom(await readRoot(ctx, key), language, await findWording(ctx.db, key, language))

/** Every wording in use, by key and language, with the fields of each kind. */
export const listWordings = async (ctx: Reading, examplesIn: LetterLanguage) => {
  const edited = new Map((await listEditedWordings(ctx.db)).map((row) => [`${row.key} ${row.language}`, row]))
  const own = (await listOwnWordings(ctx.db)).filter(({ removed_at }) => removed_at === null)
  const roots = [...wordingKeys.map((key) => rootOf(key, undefined)), ...own.map((row) => rootOf(row.key, row))]
  return {
    wordings: roots.flatMap((root) =>
      letterLanguages.map((language) => wordingFrom(root, language, edited.get(`${root.key} ${language}`))),
    ),
    fields: wordingKinds.flatMap((of) =>
      wordingFields[of].map((name) => ({ of, name, example: exampleOf(of, name, examplesIn) })),
    ),
  }
}

/** Problems of a wording, each with the part and line it stands on. */
export const wordingProblems = (wording: Text & { key: string }) =>
  (['subject', 'body'] as const).flatMap((part) =>
    checkWording(wording[part], kindOfWording(wording.key)).map(({ line, message }) => ({ part, line, message })),
  )

/** What the text of a formal notice lacks; nothing for any other. */
const lacksOf = ({ formal, language, ...text }: Wording): ElementCheck[] =>
  formal ? checkNoticeText(text, language).filter(({ state }) => state !== 'present') : []

type Named = { key: string; language: LetterLanguage }

/** Keeps a wording as a new version; refuses `wording.invalid` with the lines that cannot be printed. */
export const saveWording = async (
  ctx: CommandContext,
  input: Named & Text,
): Promise<Wording & { lacks: ElementCheck[] }> => {
  const root = await readRoot(ctx, input.key)
  const problems = wordingProblems(input)
  if (problems.length > 0)
    throw new Refusal('wording.invalid', 'the wording has unknown fields or broken syntax', { problems })
  const saved = await keep(ctx, root, input, 'saved')
  return { ...saved, lacks: lacksOf(saved) }
}

export const resetWording = async (ctx: CommandContext, { key, language }: Named): Promise<Wording> => {
  const root = await readRoot(ctx, key)
  const shipped = wordingFrom(root, language, undefined)
  if (await findWording(ctx.db, key, language))
    await keepVersion(ctx.db, versionOf(ctx, shipped, 'reset'), { inUse: false })
  return shipped
}

/** Uses an earlier text again; what a newer program no longer reads is refused as any other text. */
export const restoreWording = async (ctx: CommandContext, id: string): Promise<Wording> => {
  const version = await findVersion(ctx.db, id)
  if (!version) throw new Refusal('not-found', 'no such version of a wording', { id })
  const root = await readRoot(ctx, version.key)
  const problems = wordingProblems(version)
  if (problems.length > 0)
    throw new Refusal('wording.invalid', 'the version has unknown fields or broken syntax', { problems })
  return keep(ctx, root, version, 'restored')
}

const keep = async (
  ctx: CommandContext,
  root: Root,
  { language, subject, body }: Text & { language: LetterLanguage },
  how: 'saved' | 'restored',
): Promise<Wording> => {
  const version = versionOf(ctx, { key: root.key, language, subject, body }, how)
  await keepVersion(ctx.db, version, { inUse: true })
  return wordingFrom(root, language, { subject, body, version_id: version.id })
}

const versionOf = (
  ctx: CommandContext,
  { key, language, subject, body }: Named & Text,
  how: 'saved' | 'restored' | 'reset',
) => ({ id: uuidv7(), key, language, subject, body, how, saved_at: ctx.now, saved_by: ctx.user })

/** Every version of a wording, newest first, with the letters it made. */
export const wordingVersions = async (ctx: Reading, { key, language }: Named) => {
  const inUse = await wordingOf(ctx, key, language)
  const letters = new Map((await lettersByVersion(ctx.db, key, language)).map((row) => [row.version, row]))
  const used = (version: string) => {
    const made = letters.get(version)
    return {
      inUse: version === inUse.version,
      letters: made?.letters ?? 0,
      lastLetter: made ? { reference: made.reference, day: made.day } : null,
    }
  }
  return {
    shipped: { ...defaultWording(inUse.basedOn, language), ...used(SHIPPED) },
    versions: (await listVersions(ctx.db, key, language)).map((row) => ({
      id: row.id,
      number: row.number,
      subject: row.subject,
      body: row.body,
      how: row.how,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
      ...used(row.id),
    })),
  }
}

/**
 * A wording of the user, begun as a copy of a reminder's, in every language in which that one was changed. Refuses
 * `wording.name-used` and a text that is no reminder.
 */
export const addWording = async (ctx: CommandContext, { name, from }: { name: string; from: string }) => {
  const source = await readRoot(ctx, from)
  if (kindOfWording(source.basedOn) !== 'reminder')
    throw new Refusal('input.invalid', `${from} is no wording of a reminder`, { from })
  const known = await listOwnWordings(ctx.db)
  if (known.some((one) => one.removed_at === null && fold(one.name) === fold(name)))
    throw new Refusal('wording.name-used', `a wording is called ${name} already`, { name })
  const key = keyOf(name, new Set(known.map((one) => one.key)))
  await insertOwnWording(ctx.db, {
    key,
    name,
    based_on: source.basedOn,
    made_at: ctx.now,
    made_by: ctx.user,
    removed_at: null,
  })
  for (const language of letterLanguages) {
    const text = await findWording(ctx.db, from, language)
    if (text) await keep(ctx, { ...source, key, name }, text, 'saved')
  }
  return { key }
}

/** `own-rappel-de-vacances`, never one that was given before: letters name it. */
const keyOf = (name: string, known: ReadonlySet<string>): string => {
  const base = `own-${
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'text'
  }`
  let key = base
  for (let more = 2; known.has(key); more += 1) key = `${base}-${more}`
  return key
}

/** Takes a wording of the user off the list; refuses `wording.in-use` with the levels, and those of the program. */
export const removeWording = async (ctx: CommandContext, key: string): Promise<void> => {
  const own = await findOwnWording(ctx.db, key)
  if (!own || own.removed_at !== null) throw new Refusal('not-found', `no wording of yours is called ${key}`, { key })
  const levels = await levelsUsing(ctx.db, key)
  if (levels.length > 0)
    throw new Refusal('wording.in-use', `${own.name} is used by ${levels.map(({ level }) => level).join(', ')}`, {
      name: own.name,
      levels,
    })
  await removeOwnWording(ctx.db, key, ctx.now)
}
