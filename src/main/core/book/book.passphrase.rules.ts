/** The longest that a person waits after many wrong passphrases, in seconds. */
const LONGEST = 60

/** Seconds before the next try after so many wrong ones in a row: 0, 1, 2, 4, … 60. */
export const waitAfter = (wrong: number): number => (wrong < 2 ? 0 : Math.min(LONGEST, 2 ** (wrong - 2)))
