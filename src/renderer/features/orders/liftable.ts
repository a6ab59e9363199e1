import type { Verdict } from '../../../main/core/limits/verdict.schema.ts'

/** Whether somebody may let the order through: of all that refuses it, nothing is beyond everybody. */
export const isLiftable = ({ verdict, reasons }: Verdict): boolean =>
  verdict === 'refuse' &&
  reasons.every(
    ({ weight, liftBy }) => weight !== 'refuse' || (liftBy !== null && (liftBy.anyone || liftBy.people.length > 0)),
  )
