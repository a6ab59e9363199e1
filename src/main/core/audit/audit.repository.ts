import type { CallContext, Reader, Writer } from '../kernel/context.ts'

const LONGEST_INPUT = 20_000

/** Keeps who did what, with the call's input; files are kept as their size. */
export const insertEntry = async (db: Writer, context: CallContext, call: string, input: unknown): Promise<void> => {
  const text = JSON.stringify(input, (_key, value) => (value instanceof Blob ? { bytes: value.size } : value)) ?? '{}'
  await db
    .insertInto('audit_entry')
    .values({ at: context.now, today: context.today, user: context.user, call, input: text.slice(0, LONGEST_INPUT) })
    .execute()
}

export const listEntries = async (db: Reader, offset: number, limit: number) => {
  const { total } = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const entries = await db
    .selectFrom('audit_entry')
    .select(['id', 'at', 'today', 'user', 'call'])
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, entries }
}
