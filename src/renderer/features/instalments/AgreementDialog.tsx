import { SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { api } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import classes from './instalments.module.css'

const missedChoices = ['whole', 'instalment'] as const
const interestChoices = ['kept', 'waived'] as const

/** Two clauses to choose, the pages as they will be signed, then issued and saved. */
export const AgreementDialog = ({ plan, onClose }: { plan: InstalmentPlan; onClose: () => void }) => {
  const t = useT()
  const [missed, setMissed] = useState<(typeof missedChoices)[number]>(plan.letter?.missed ?? 'whole')
  const [interest, setInterest] = useState<(typeof interestChoices)[number]>(plan.letter?.interest ?? 'kept')
  const input = { id: plan.id, missed, interest }
  const preview = useQuery({
    ...api.instalments.letterPreview.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  const issue = useCommand(api.instalments.letter.mutationOptions(), {
    done: ({ reference }) => t('instalments:agreement.done', { reference }),
    onDone: ({ name, file }) => {
      saveFile(name, file)
      onClose()
    },
    quiet: true,
  })
  return (
    <FormDialog
      title={t('instalments:agreement.dialog', { name: plan.customerName })}
      onClose={onClose}
      size={780}
      submit={t('instalments:agreement.submit')}
      disabled={!preview.isSuccess}
      pending={issue.isPending}
      error={issue.error}
      onSubmit={() => issue.mutate(input)}
    >
      <div className={classes.clauses}>
        <Text size="sm" fw={500}>
          {t('instalments:agreement.missed.label')}
        </Text>
        <SegmentedControl
          data-autofocus
          aria-label={t('instalments:agreement.missed.label')}
          value={missed}
          onChange={(value) => setMissed(value as typeof missed)}
          data={missedChoices.map((value) => ({ value, label: t(`instalments:agreement.missed.${value}`) }))}
        />
        <Text size="sm" fw={500}>
          {t('instalments:agreement.interest.label')}
        </Text>
        <SegmentedControl
          aria-label={t('instalments:agreement.interest.label')}
          value={interest}
          onChange={(value) => setInterest(value as typeof interest)}
          data={interestChoices.map((value) => ({ value, label: t(`instalments:agreement.interest.${value}`) }))}
        />
      </div>
      <ErrorNote error={preview.error} />
      <div className={classes.pages}>
        {preview.data && (
          <PagesView
            pages={preview.data.pages}
            label={(page) => t('instalments:agreement.page', { page })}
            stale={preview.isPlaceholderData}
          />
        )}
      </div>
      <Text size="sm" c="dimmed">
        {t('instalments:agreement.text')}
      </Text>
    </FormDialog>
  )
}
