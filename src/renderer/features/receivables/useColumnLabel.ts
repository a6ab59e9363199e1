import { useT } from '../../app/i18n.ts'
import { isBeside } from './aged.rows.ts'

/** The words of an aged-balance column: `31-60` reads “31–60 j”. */
export const useColumnLabel = (basis: 'due' | 'issued') => {
  const t = useT()
  return (column: string): string => {
    if (column === 'total') return t('receivables:aged.total')
    if (isBeside(column)) return t(`receivables:aged.${column}`)
    if (column === 'unallocated') return t('receivables:aged.column.unallocated')
    if (column === 'notDue')
      return t(basis === 'due' ? 'receivables:aged.column.notDue' : 'receivables:aged.column.notDueIssued')
    if (column.startsWith('over')) return t('receivables:aged.column.over', { days: column.slice(4) })
    const [from, to] = column.split('-')
    return t('receivables:aged.column.range', { from, to })
  }
}
