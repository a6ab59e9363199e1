import { useMemo } from 'react'
import { columnName, tableName, valueText } from '../../../../main/core/audit/words.rules.ts'
import { useLanguage } from '../../../app/i18n.ts'
import { useHome } from '../../../app/useHome.ts'

export type Named = { id: string; name: string }

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Rows in the user's language: a customer by its name, amounts in the currency of their row. */
export const useValueWords = () => {
  const language = useLanguage()
  const home = useHome()
  return useMemo(
    () => ({
      table: (table: string) => tableName(table, language),
      column: (column: string) => columnName(column, language),
      /** A field of what was asked, named as its column is; what it stands in before it, where that is one of several. */
      asked: (path: readonly (string | number)[], whole = false) =>
        path
          .slice(whole ? 0 : path.some((part) => typeof part === 'number') ? -3 : -1)
          .map((part) => (typeof part === 'number' ? String(part) : columnName(snake(part), language)))
          .join(' '),
      value: (column: string, value: unknown, customers: readonly Named[], currency?: unknown): string =>
        customers.find(({ id }) => id === value)?.name ??
        valueText(snake(column), value, { currency: typeof currency === 'string' ? currency : home, language }),
    }),
    [language, home],
  )
}
