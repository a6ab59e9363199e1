/** `+20` or `−80`, with a real minus. */
export const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)
