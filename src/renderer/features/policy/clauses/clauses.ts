import type { ComponentType } from 'react'
import type { Clause } from '../policy.draft.ts'
import type { EditProps, ReadProps } from './clause.ts'
import { EditDisputes, ReadDisputes } from './Disputes.tsx'
import { EditInstalments, EditInvoicing, ReadInstalments, ReadInvoicing } from './Numbers.tsx'
import { EditProofs, ReadProofs } from './Proofs.tsx'
import { EditWriteOff, ReadWriteOff } from './WriteOff.tsx'

/** How each clause reads, and how it is edited. */
export const clauseViews: Record<Clause, { Read: ComponentType<ReadProps>; Edit: ComponentType<EditProps> }> = {
  writeOff: { Read: ReadWriteOff, Edit: EditWriteOff },
  disputes: { Read: ReadDisputes, Edit: EditDisputes },
  proofs: { Read: ReadProofs, Edit: EditProofs },
  invoicing: { Read: ReadInvoicing, Edit: EditInvoicing },
  instalments: { Read: ReadInstalments, Edit: EditInstalments },
}
