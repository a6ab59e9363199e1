export type Asked = {
  /** Names of the fields that lead to it; the number of one of several. */
  path: (string | number)[]
  key: string
  value: unknown
}

/** More than these lines nobody reads. */
const MOST = 60

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** What was asked, one line for each field that says something; what stands within others is told under its own name. */
export const flatten = (input: unknown): Asked[] => {
  const found: Asked[] = []
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (isEmpty(value) || found.length >= MOST) return
    if (Array.isArray(value) && value.some((one) => typeof one === 'object')) {
      for (const [place, one] of value.entries()) walk(one, value.length > 1 ? [...path, place + 1] : path)
      return
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key])
      return
    }
    if (Array.isArray(value) && value.length === 0) return
    const key = path.findLast((part) => typeof part === 'string') as string
    found.push({ path, key, value })
  }
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) walk(input, [])
  return found
}
