import { uuidv7 } from 'uuidv7'
import { keepDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { nextWorkingDay } from '../kernel/working-days.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import type { HandoverStep, IssuedFile } from './handovers.contract.ts'
import type { HandoverFileTable } from './handovers.table.ts'
import { ANNOUNCED, deadlinesOf, type ProcedureDeadline, pendingOf, stepsOf } from './procedure.rules.ts'
import type { Procedure } from './procedure.schema.ts'
import {
  type FileRecord,
  filesOf,
  findStep,
  insertFile,
  insertStep,
  proceeding,
  type StepRecord,
  stepsOfMany,
  withdrawStep,
} from './steps.repository.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

export const toStep = (row: StepRecord): HandoverStep => ({
  id: row.id,
  code: row.code as HandoverStep['code'],
  day: row.day,
  note: row.note,
  inPerson: row.in_person === null ? null : row.in_person === 1,
  amount: row.amount,
  documentId: row.document_id,
  documentName: row.document_name,
  at: row.at,
  by: row.by,
  withdrawn:
    row.withdrawn_on === null ? null : { on: row.withdrawn_on, by: row.withdrawn_by, because: row.withdrawn_because },
})

const toFile = (row: FileRecord): IssuedFile => ({
  id: row.id,
  kind: row.kind,
  asOf: row.as_of,
  imputation: row.imputation,
  currency: row.currency,
  total: row.total,
  documentId: row.document_id,
  name: row.name,
  size: row.size,
  sha256: row.sha256,
  day: row.day,
  by: row.by,
})

/** The deadlines of a procedure, from its steps that were not withdrawn. */
export const deadlinesFromSteps = (procedure: Procedure | null, steps: readonly HandoverStep[]): ProcedureDeadline[] =>
  deadlinesOf(
    procedure,
    steps.filter(({ withdrawn }) => withdrawn === null),
    nextWorkingDay,
  )

export type PendingDeadline = ProcedureDeadline & {
  handoverId: string
  customerId: string
  customerCode: string
  customerName: string
  procedure: Procedure
}

/** The deadlines to come or missed on a day, of every hand-over that is not closed, by day. */
export const procedureDeadlines = async (ctx: Reading, asOf: Day): Promise<PendingDeadline[]> => {
  const handovers = await proceeding(ctx.db)
  const steps = Map.groupBy(
    await stepsOfMany(
      ctx.db,
      handovers.map(({ id }) => id),
    ),
    ({ handover_id }) => handover_id,
  )
  return handovers
    .flatMap(({ id, procedure, ...whose }) =>
      pendingOf(deadlinesFromSteps(procedure, (steps.get(id) ?? []).map(toStep)), asOf).map((deadline) => ({
        ...deadline,
        ...whose,
        handoverId: id,
        procedure,
      })),
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

export const stepsAndFilesOf = async (ctx: Reading, handoverId: string) => ({
  steps: (await stepsOfMany(ctx.db, [handoverId])).map(toStep),
  files: (await filesOf(ctx.db, handoverId)).map(toFile),
})

export type StepInput = {
  code: HandoverStep['code']
  day: Day
  note: string
  inPerson: boolean | null
  amount: number | null
  name: string
  file: Blob | null
}

/** Refuses a step that the procedure does not know, and a day that cannot be (`handover.step-unknown`, `.day-invalid`). */
export const keepStep = async (
  ctx: CommandContext,
  handover: { id: string; on: Day; procedure: Procedure | null },
  { code, day, note, inPerson, amount, name, file }: StepInput,
): Promise<void> => {
  if (!stepsOf(handover.procedure).includes(code))
    throw new Refusal('handover.step-unknown', `${code} is no step of this procedure`, {
      step: code,
      procedure: handover.procedure,
    })
  if (day < handover.on || (day > ctx.today && !ANNOUNCED.has(code)))
    throw new Refusal('handover.day-invalid', `${day} is before the hand-over or has not come yet`, {
      day,
      since: handover.on,
    })
  const kept = file ? await readProofFile(name || 'document', file) : null
  await insertStep(ctx.db, {
    id: uuidv7(),
    handover_id: handover.id,
    code,
    day,
    note,
    in_person: inPerson === null ? null : Number(inPerson),
    amount,
    document_id: kept ? (await keepDocument(ctx, kept.name, kept.mediaType, kept.bytes)).id : null,
    at: ctx.now,
    by: ctx.user,
    withdrawn_on: null,
    withdrawn_by: '',
    withdrawn_because: '',
  })
}

/** Refuses `handover.step-withdrawn` the second time; returns the hand-over's id. */
export const takeStepBack = async (ctx: CommandContext, stepId: string, reason: string): Promise<string> => {
  const step = await findStep(ctx.db, stepId)
  if (!step) throw new Refusal('not-found', 'no such step', { id: stepId })
  if (step.withdrawn_on)
    throw new Refusal('handover.step-withdrawn', `withdrawn on ${step.withdrawn_on} already`, {
      day: step.withdrawn_on,
    })
  await withdrawStep(ctx.db, stepId, ctx.today, ctx.user, reason)
  return step.handover_id
}

export type Issuing = Pick<HandoverFileTable, 'kind' | 'as_of' | 'imputation' | 'currency' | 'total'> & {
  handoverId: string
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Keeps a paper or file drawn up for a hand-over, as it is issued. */
export const issueFile = async (ctx: CommandContext, issuing: Issuing): Promise<IssuedFile> => {
  const { handoverId, name, mediaType, bytes, ...told } = issuing
  const id = uuidv7()
  const document = await keepDocument(ctx, name, mediaType, bytes)
  const row = {
    ...told,
    id,
    handover_id: handoverId,
    document_id: document.id,
    day: ctx.today,
    at: ctx.now,
    by: ctx.user,
  }
  await insertFile(ctx.db, row)
  return toFile({ ...row, name, size: bytes.byteLength, sha256: document.sha256 })
}
