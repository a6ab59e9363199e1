/** A decimal text with its sign, and a real minus: `+9.0`, `−4.5`, `0`. */
export const signed = (value: string): string => {
  const number = Number(value)
  if (number === 0) return '0'
  return number > 0 ? `+${value}` : value.replace('-', '\u2212')
}
