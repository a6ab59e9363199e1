import { createHash } from 'node:crypto'
import type { Handlers } from '../kernel/calls.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { chooseStatements, issuedStatements, issueStatements, statementRuns } from './statements.bulk.ts'
import type { statementsContract } from './statements.contract.ts'
import { statementFiles } from './statements.files.ts'
import { dataOf, readStatement } from './statements.read.ts'

export { accountsOn, statementsOfRun } from './statements.bulk.ts'
export { bundlePapers } from './statements.files.ts'
export { openStatements, readStatement, statementPdf, statementPdfs, type WantedStatement } from './statements.read.ts'

export const statementsCalls: Handlers<typeof statementsContract> = {
  figures: (ctx, input) => readStatement(ctx, input),
  preview: async (ctx, input) => ({ pages: typesetterOf(ctx.ports).statementSvg((await dataOf(ctx, input)).data) }),
  file: async (ctx, input) => {
    const { name, data, statement } = await dataOf(ctx, input)
    const bytes = new Uint8Array(typesetterOf(ctx.ports).statementPdf(data))
    return {
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      totals: statement.accounts.map(({ currency, total }) => ({ currency, total })),
      file: new File([bytes], name, { type: 'application/pdf' }),
    }
  },
  choose: (ctx, input) => chooseStatements(ctx, input),
  issue: (ctx, input) => issueStatements(ctx, input),
  runs: async (ctx) => ({ runs: await statementRuns(ctx) }),
  issued: (ctx, { runId, offset, limit }) => issuedStatements(ctx, runId, { offset, limit }),
  files: (ctx, input) => statementFiles(ctx, input),
}
