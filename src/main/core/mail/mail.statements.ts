import type { QueryContext } from '../kernel/context.ts'
import { statementPdfs, type WantedStatement } from '../statements/statements.service.ts'
import type { LetterMessage } from './mail.letters.ts'

/** One statement serves all messages to a customer of a day. */
export const keyOfStatement = ({ customerId, asOf, language }: WantedStatement): string =>
  [customerId, asOf, language].join(' ')

/** Sets the statements that messages bring, each once, on the letter threads. */
export async function* setStatements(
  ctx: Pick<QueryContext, 'db' | 'today' | 'ports' | 'signal'>,
  messages: readonly LetterMessage[],
): AsyncGenerator<{ key: string; name: string; bytes: Uint8Array; done: number; total: number }> {
  const wanted = new Map(
    messages
      .flatMap(({ attachments }) => attachments.flatMap(({ statement }) => statement ?? []))
      .map((statement) => [keyOfStatement(statement), statement]),
  )
  if (wanted.size === 0) return
  const list = [...wanted.values()]
  let done = 0
  for await (const { index, name, bytes } of statementPdfs(ctx, list)) {
    done += 1
    yield { key: keyOfStatement(list[index] as WantedStatement), name, bytes, done, total: list.length }
  }
}
