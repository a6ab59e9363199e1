import type { Application } from '../../../main/core/applications/applications.contract.ts'

/** Documents that the policy wants and the file does not hold, each counted. */
export const missingOf = ({ wanted }: Pick<Application, 'wanted'>): number =>
  wanted.reduce((sum, one) => sum + Math.max(0, one.wanted - one.held), 0)
