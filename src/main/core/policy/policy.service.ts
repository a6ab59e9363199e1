import type { DayCount } from '../interest/interest.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { defaultPolicy } from './default-policy.ts'
import type { Policy, PolicyContent, policyContract } from './policy.contract.ts'
import { printPolicy } from './policy.print.ts'
import { insertVersion, lastVersion, listVersions, reasonsInUse, versionOn } from './policy.repository.ts'
import type { PolicyVersionTable } from './policy.table.ts'

const shipped: Policy = { version: 0, inForceFrom: null, author: '', summary: '', content: defaultPolicy }

// A clause that a later program added was not in the versions saved before it: it stands as shipped.
const toPolicy = ({ version, in_force_from, author, summary, content }: PolicyVersionTable): Policy => {
  const saved = JSON.parse(content) as PolicyContent
  return {
    version,
    inForceFrom: in_force_from,
    author,
    summary,
    content: {
      ...defaultPolicy,
      ...saved,
      charges: { ...defaultPolicy.charges, ...saved.charges },
      credit: { ...defaultPolicy.credit, ...saved.credit },
    },
  }
}

const policyOn = async (ctx: Pick<QueryContext, 'db'>, day: Day): Promise<Policy> => {
  const row = await versionOn(ctx.db, day)
  return row ? toPolicy(row) : shipped
}

/** The policy in force on the working day; version 0 is the one shipped with the program. */
export const policyInForce = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
): Promise<{ version: number; content: PolicyContent }> => {
  const { version, content } = await policyOn(ctx, ctx.today)
  return { version, content }
}

export type ContractTerms = {
  /** Percent a year; null for the statutory rate. */
  rate: string | null
  dayCount: DayCount
  /** The rate of the first day late holds for the whole delay. */
  frozen: boolean
}

/** What an invoice says of late payment, by the day it was issued: the version of the policy in force that day. */
export const contractTerms = async (ctx: Pick<QueryContext, 'db'>): Promise<(issued: Day) => ContractTerms> => {
  const toTerms = ({ lateRate, dayCount, rateFollows }: PolicyContent['charges']): ContractTerms => ({
    rate: lateRate,
    dayCount,
    frozen: rateFollows === 'frozen',
  })
  const versions = (await listVersions(ctx.db))
    .map(toPolicy)
    .map(({ inForceFrom, content }) => ({ inForceFrom, terms: toTerms(content.charges) }))
  const before = toTerms(shipped.content.charges)
  return (issued) => versions.find(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= issued)?.terms ?? before
}

/** What a version says; the one shipped for a version that is not in the book. */
export const policyOfVersion = async (ctx: Pick<QueryContext, 'db'>, version: number): Promise<PolicyContent> =>
  (await everyVersion(ctx)).find((one) => one.version === version)?.content ?? shipped.content

type Saving = { content: PolicyContent; summary: string; inForceFrom?: Day | undefined }

const savePolicy = async (ctx: CommandContext, { content, summary, inForceFrom }: Saving): Promise<Policy> => {
  const last = await lastVersion(ctx.db)
  const from = inForceFrom ?? (last ? maxDay(ctx.today, last.in_force_from) : ctx.today)
  if (last && from < last.in_force_from)
    throw new Refusal('policy.before-last', `version ${last.version} is in force from ${last.in_force_from}`, {
      inForceFrom: from,
      last: last.in_force_from,
    })
  const codes = new Set(content.disputeReasons.map(({ code }) => code))
  const lost = (await reasonsInUse(ctx.db)).filter((code) => !codes.has(code))
  if (lost.length > 0)
    throw new Refusal('policy.reason-in-use', `disputes carry ${lost.join(', ')}: deactivate instead`, { codes: lost })
  const row = {
    version: (last?.version ?? 0) + 1,
    in_force_from: from,
    author: ctx.user,
    at: ctx.now,
    summary,
    content: JSON.stringify(content),
  }
  await insertVersion(ctx.db, row)
  return toPolicy(row)
}

/** The newest first; the one shipped with the program is the last. */
const everyVersion = async (ctx: Pick<QueryContext, 'db'>): Promise<Policy[]> => [
  ...(await listVersions(ctx.db)).map(toPolicy),
  shipped,
]

export const policyCalls: Handlers<typeof policyContract> = {
  get: (ctx) => policyOn(ctx, ctx.today),
  versions: async (ctx) => ({ versions: await everyVersion(ctx) }),
  save: (ctx, input) => savePolicy(ctx, input),
  print: async (ctx, input) =>
    printPolicy(ctx, { versions: await everyVersion(ctx), inForce: (await policyOn(ctx, ctx.today)).version }, input),
}
