import { api } from '../../api/client.ts'
import { usePaged } from '../../components/paging.ts'

export const useStatements = () =>
  usePaged(
    (page) => api.bank.statements.queryOptions({ input: page }),
    ({ total, statements }) => ({ total, rows: statements }),
  )
export type StatementRow = ReturnType<ReturnType<typeof useStatements>['rowsOf']>[number]
