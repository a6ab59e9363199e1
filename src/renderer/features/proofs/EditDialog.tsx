import { useState } from 'react'
import type { ProofRow } from '../../../main/core/proofs/proofs.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { type About, AboutFields, aboutOf } from './AboutFields.tsx'
import { useInvoices } from './useInvoices.ts'

/** Changes what is said of a document; the file itself never changes. */
export const EditDialog = ({ proof, onClose }: { proof: ProofRow; onClose: () => void }) => {
  const t = useT()
  const invoices = useInvoices(proof.customerId)
  const [about, setAbout] = useState<About>(aboutOf(proof))
  const update = useCommand(api.proofs.update.mutationOptions(), {
    done: t('proofs:form.saved'),
    undo: () => client.proofs.update({ ...aboutOf(proof), id: proof.id }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('proofs:form.edit', { name: proof.title || proof.fileName })}
      onClose={onClose}
      submit={t('proofs:form.save')}
      disabled={!about.kind}
      pending={update.isPending}
      error={update.error}
      onSubmit={() => about.kind && update.mutate({ ...about, kind: about.kind, id: proof.id })}
    >
      <AboutFields about={about} change={(part) => setAbout({ ...about, ...part })} items={invoices} />
    </FormDialog>
  )
}
