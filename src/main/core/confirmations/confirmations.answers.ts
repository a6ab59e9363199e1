import { uuidv7 } from 'uuidv7'
import { keepDocument } from '../documents/documents.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import type { Answer, Balance, Confirmation } from './confirmations.contract.ts'
import { readLetter, readRun } from './confirmations.read.ts'
import { insertAnswer } from './confirmations.repository.ts'
import { differencesOf } from './draw.rules.ts'

type Told = {
  id: string
  outcome: Answer['outcome']
  stated: readonly Balance[]
  reason: Answer['reason']
  note: string
  answeredOn?: Day | undefined
  name?: string | undefined
  file?: Blob | undefined
}

/** Accounts that the letter names, each once. */
const checkStated = ({ balances }: Confirmation, stated: readonly Balance[]): void => {
  const named = stated.map(({ currency }) => currency)
  const wrong = named.find(
    (one, place) => named.indexOf(one) !== place || !balances.some(({ currency }) => currency === one),
  )
  if (wrong)
    throw new Refusal('input.invalid', `the letter has no account in ${wrong}`, { field: 'stated', currency: wrong })
}

/**
 * Records what came back. Refuses a day before the letter or to come (`confirmation.day-invalid`), a difference that is none
 * (`confirmation.not-different`) or has no reason (`confirmation.reason-missing`), and taking back what was never recorded
 * (`confirmation.nothing-recorded`).
 */
export const recordAnswer = async (ctx: CommandContext, told: Told): Promise<Confirmation> => {
  const { id, outcome, reason, note, answeredOn: day = ctx.today } = told
  const letter = await readLetter(ctx, id)
  const { madeOn } = await readRun(ctx, letter.runId)
  if (day < madeOn || day > ctx.today) throw new Refusal('confirmation.day-invalid', `answered on ${day}`, { day })
  const differs = outcome === 'differs'
  if (differs) {
    checkStated(letter, told.stated)
    if (differencesOf(letter.balances, told.stated).length === 0)
      throw new Refusal('confirmation.not-different', 'the customer states our balance')
    if (reason === null) throw new Refusal('confirmation.reason-missing', 'a difference needs a reason')
  }
  if (outcome === 'taken-back' && letter.state === 'waiting')
    throw new Refusal('confirmation.nothing-recorded', 'nothing is recorded')
  const file = told.file && (await readProofFile(told.name ?? letter.reference, told.file))
  const kept = file && (await keepDocument(ctx, file.name, file.mediaType, file.bytes))
  await insertAnswer(ctx.db, {
    id: uuidv7(),
    confirmation_id: id,
    outcome,
    stated: JSON.stringify(differs ? told.stated : []),
    reason: differs ? (reason ?? '') : '',
    note,
    answered_on: day,
    recorded_on: ctx.today,
    recorded_at: ctx.now,
    recorded_by: ctx.user,
    document_id: kept?.id ?? null,
  })
  return readLetter(ctx, id)
}
