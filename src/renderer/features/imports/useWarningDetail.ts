import type { ImportReport } from '../../../main/core/imports/imports.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

type Warning = ImportReport['warnings'][number]

const mentionKinds = ['PMT', 'PMD', 'AAB'] as const

/** What a warning says beyond its kind: of which file or invoice, by how much, how many, what is missing. */
export const useWarningDetail = () => {
  const t = useT()
  const format = useFormat()
  return ({ line, details }: Warning): string | null => {
    const { difference, currency, count, mentions, number, file } = details
    const what = [
      typeof difference === 'number' &&
        typeof currency === 'string' &&
        t('imports:warnings.difference', { amount: format.money(difference, currency) }),
      typeof count === 'number' && t('imports:warnings.count', { count }),
      Array.isArray(mentions) &&
        mentionKinds
          .filter((kind) => mentions.includes(kind))
          .map((kind) => t(`imports:warnings.mentions.${kind}`))
          .join(', '),
    ].filter(Boolean)
    if (what.length === 0 && typeof file !== 'string') return null
    const which = typeof number === 'string' ? number : file
    if (typeof which === 'string') return what.length > 0 ? `${which} (${what.join(', ')})` : which
    return [line !== null && t('imports:warnings.line', { count: 1, lines: line }), ...what].filter(Boolean).join(', ')
  }
}
