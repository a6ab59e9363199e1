/** What makes a passphrase easy to find. */
export const weaknesses = ['short', 'keyboard', 'repeat', 'sequence', 'date', 'known', 'own'] as const
export type Weakness = (typeof weaknesses)[number]
