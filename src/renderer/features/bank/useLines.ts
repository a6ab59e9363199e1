import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { api } from '../../api/client.ts'
import { PAGE_ROWS, type Paged, usePaged } from '../../components/paging.ts'
import type { MatchingSearch } from './bank.search.ts'

export const useLines = ({ show = 'open', role, search = '', statement }: MatchingSearch) =>
  usePaged(
    (page) =>
      api.bank.lines.queryOptions({
        input: { show, role: role ?? 'waiting', search, ...(statement && { statementId: statement }), ...page },
      }),
    ({ total, lines }) => ({ total, rows: lines }),
  )

/** Lines of the book that ask for something. */
export const useLinesToMatch = (): number | undefined => {
  const counts = useQuery(api.bank.lines.queryOptions({ input: { limit: 1 } })).data?.counts
  return counts && counts.receipts + counts.returns
}

/** The lines that were read of a list, in its order; pages never scrolled to are not among them. */
export const useLinesRead = (source: Paged<BankLine, unknown>): (() => BankLine[]) => {
  const queries = useQueryClient()
  return () => {
    const pages = Math.ceil((source.total ?? 0) / PAGE_ROWS)
    return Array.from({ length: pages }, (_, number) => {
      const out = number === 0 ? source.first : queries.getQueryData(source.page(number).queryKey)
      return out === undefined ? [] : source.rowsOf(out)
    }).flat()
  }
}
