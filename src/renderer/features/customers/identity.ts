/** `732829320` as `732 829 320`. */
export const spacedSiren = (siren: string): string => siren.replace(/(\d{3})(?=\d)/g, '$1\u202f')
