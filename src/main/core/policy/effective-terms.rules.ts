import type { CreditPolicy } from './credit-policy.schema.ts'

/** Payment terms of a customer: its own, else those of its segment in the policy, else the company's. */
export const effectiveTerms = (
  { terms, segment }: { terms: string | null; segment: string },
  bySegment: CreditPolicy['termsBySegment'],
  companyTerms: string,
): string => terms ?? bySegment.find((one) => one.segment === segment)?.terms ?? companyTerms
