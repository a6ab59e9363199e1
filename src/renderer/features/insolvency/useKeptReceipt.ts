import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProofKind } from '../../../main/core/proofs/proofs.contract.ts'
import { client } from '../../api/client.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'

/** Keeps a file among the documents of a customer while a dialog is open, for what the dialog records. */
export const useKeptReceipt = (customerId: string, title: string, kind: ProofKind = 'correspondence') => {
  const failed = useErrorToast()
  const [file, setFile] = useState<{ id: string; name: string } | null>(null)
  const keeping = useMutation({
    mutationFn: (picked: File) => client.proofs.add({ customerId, kind, title, name: picked.name, file: picked }),
    onSuccess: ({ documentId, fileName }) => setFile({ id: documentId, name: fileName }),
    onError: failed,
  })
  return { file, pending: keeping.isPending, keep: (picked: File) => keeping.mutate(picked) }
}
