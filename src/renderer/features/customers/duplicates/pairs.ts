export type Reason = 'siren' | 'vat' | 'name'
type Alike = { id: string; code: string; name: string }

/** Groups of the same customers become one, with every reason for which they look alike. */
export const joinReasons = (groups: { reason: Reason; value: string; customers: Alike[] }[]) =>
  [...Map.groupBy(groups, ({ customers }) => customers.map(({ id }) => id).join(' '))].map(([key, same]) => ({
    key,
    customers: same[0]?.customers ?? [],
    reasons: same.map(({ reason, value }) => ({ reason, value })),
  }))

export type DuplicateSet = ReturnType<typeof joinReasons>[number]
