import type { client } from '../../../api/client.ts'

/** Limits of a customer: those in force, those of its group, and everything that was decided. */
export type CustomerLimits = Awaited<ReturnType<typeof client.limits.ofCustomer>>
