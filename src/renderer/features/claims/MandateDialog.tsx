import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandoverDetail } from '../../../main/core/handovers/handovers.contract.ts'
import { procedures } from '../../../main/core/handovers/procedure.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MandateFields } from '../../components/MandateFields.tsx'
import { updateOf } from './claim.input.ts'

/** Who has the file in hand, the way it goes, and what its papers say of court and debtor. */
export const MandateDialog = ({ detail, onClose }: { detail: HandoverDetail; onClose: () => void }) => {
  const t = useT()
  const [draft, setDraft] = useState(() => updateOf(detail))
  const proposed = useQuery(api.claims.routes.queryOptions({ input: { handoverId: detail.handover.id } })).data
  const save = useCommand(api.handovers.update.mutationOptions(), {
    done: t('claims:mandate.saved'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('claims:mandate.title')}
      size={640}
      onClose={onClose}
      submit={t('claims:mandate.save')}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(draft)}
    >
      <MandateFields value={draft.mandate} onChange={(mandate) => setDraft({ ...draft, mandate })} />
      <Group grow align="flex-start">
        <Select
          clearable
          label={t('claims:mandate.procedure')}
          placeholder={t('claims:mandate.noProcedure')}
          data={procedures.map((value) => ({ value, label: t(`claims:procedure.${value}`) }))}
          value={draft.procedure}
          onChange={(procedure) => setDraft({ ...draft, procedure })}
        />
        <TextInput
          maxLength={100}
          label={t('claims:mandate.debtorRegistry')}
          placeholder="RCS Lyon"
          value={draft.debtorRegistry}
          onChange={(event) => setDraft({ ...draft, debtorRegistry: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        maxLength={100}
        label={t('claims:mandate.debtorForm')}
        description={t('claims:mandate.debtorFormHint')}
        value={draft.debtorForm}
        onChange={(event) => setDraft({ ...draft, debtorForm: event.currentTarget.value })}
      />
      <Textarea
        autosize
        minRows={1}
        maxLength={200}
        label={t('claims:mandate.court')}
        description={
          proposed?.court.proposed ? t('claims:mandate.courtHint', { name: proposed.court.name }) : undefined
        }
        value={draft.court}
        onChange={(event) => setDraft({ ...draft, court: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
