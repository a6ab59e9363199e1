/** What a colour says: late is amber, at risk or refused red, settled green. Always beside a word. */
export type Tone = 'neutral' | 'late' | 'risk' | 'settled'
