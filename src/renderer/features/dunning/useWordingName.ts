import { useT } from '../../app/i18n.ts'

const known = [
  'courtesy',
  'reminder',
  'firm',
  'formal',
  'email-reminder',
  'email-formal',
  'credit-granted',
  'credit-maintained',
  'credit-reduced',
  'credit-withdrawn',
  'credit-refused',
] as const

/** The name of a wording by its key. */
export const useWordingName = () => {
  const t = useT()
  return (key: string): string => {
    const shipped = known.find((one) => one === key)
    return shipped ? t(`dunning:wordings.key.${shipped}`) : key
  }
}
