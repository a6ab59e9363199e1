import { useT } from '../../../app/i18n.ts'

/** What the template language says, and the words for it; the first group is what the problem is about. */
const sayings = [
  [/^unknown field: (.+)$/, 'field'],
  [/^undefined filter: (.+)$/, 'filter'],
  [/^tag "?(.+?)"? not found$/, 'tag'],
  [/^output (.+) not closed$/, 'output'],
  [/^(?:tag|raw) (.+) not closed$/, 'open'],
  [/^(?:template render|memory alloc|parse length) limit exceeded$/, 'limit'],
] as const

/** A problem of a wording in the user's words. */
export const useWordingProblem = () => {
  const t = useT()
  return (message: string): string => {
    for (const [pattern, name] of sayings) {
      const match = pattern.exec(message)
      if (match) return t(`wordings:problem.${name}`, { what: match[1] })
    }
    return t('wordings:problem.other', { what: message })
  }
}
