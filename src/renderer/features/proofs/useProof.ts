import { useQuery } from '@tanstack/react-query'
import type { ProofRow } from '../../../main/core/proofs/proofs.contract.ts'
import { api } from '../../api/client.ts'

/** A document as it is described now: it may have been edited since its row was chosen in a list. */
export const useProof = (row: ProofRow): ProofRow => {
  const { data } = useQuery(api.proofs.list.queryOptions({ input: { customerId: row.customerId, limit: 1000 } }))
  return data?.proofs.find(({ id }) => id === row.id) ?? row
}
