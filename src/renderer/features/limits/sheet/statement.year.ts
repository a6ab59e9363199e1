import type { Statement } from '../../../../main/core/financials/financials.contract.ts'
import type { StatementYear } from '../../../components/credit/RatiosTable.tsx'

/** A statement as a sheet of evidence tells it: key figures, ratios, scores with their zone. */
export const yearOf = (statement: Statement): StatementYear => ({
  id: statement.id,
  closedOn: statement.closedOn,
  months: statement.months,
  currency: statement.currency,
  figures: Object.fromEntries(Object.entries(statement.figures).map(([key, { amount }]) => [key, amount])),
  ratios: statement.ratios.map(({ code, fr, en, unit, value, amount }) => ({ code, fr, en, unit, value, amount })),
  scores: statement.scores.map((one) => ({
    model: one.model,
    score: one.score,
    zone: one.score === null ? {} : one.zone,
  })),
})
