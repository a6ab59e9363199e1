import { Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { type ClauseKind, clauseKinds } from '../../../main/core/declarations/retention.schema.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import classes from './insolvency.module.css'
import { useKeptReceipt } from './useKeptReceipt.ts'

/** The clause as the customer agreed to it, when, and its proof. */
export const ClauseDialog = ({ customer, onClose }: { customer: Customer; onClose: () => void }) => {
  const t = useT()
  const today = useWorkingDay()
  const [kind, setKind] = useState<ClauseKind>('terms')
  const [version, setVersion] = useState('')
  const [text, setText] = useState('')
  const [agreedOn, setAgreedOn] = useState<Day | null>(null)
  const [published, setPublished] = useState(false)
  const kept = useKeptReceipt(
    customer.id,
    t('insolvency:retention.dialog.clause'),
    kind === 'contract' ? 'contract' : 'terms',
  )
  const add = useCommand(api.declarations.addClause.mutationOptions(), {
    done: t('insolvency:retention.dialog.clauseDone'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:retention.dialog.clause')}
      onClose={onClose}
      size={600}
      submit={t('insolvency:retention.dialog.clauseSubmit')}
      disabled={text.trim() === '' || agreedOn === null}
      pending={add.isPending}
      error={add.error}
      onSubmit={() =>
        agreedOn &&
        add.mutate({
          customerId: customer.id,
          kind,
          version,
          text,
          agreedOn,
          published,
          documentId: kept.file?.id ?? null,
        })
      }
    >
      <div className={classes.pair}>
        <Select
          allowDeselect={false}
          label={t('insolvency:retention.dialog.kind')}
          data={clauseKinds.map((value) => ({ value, label: t(`insolvency:retention.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value as ClauseKind)}
        />
        <TextInput
          maxLength={80}
          label={t('insolvency:retention.dialog.version')}
          placeholder={t('insolvency:retention.dialog.versionHint')}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
        />
        <DayInput
          w="auto"
          required
          label={t('insolvency:retention.dialog.agreedOn')}
          description={t('insolvency:retention.dialog.agreedHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxDate={today}
          value={agreedOn}
          onChange={setAgreedOn}
        />
        <Stack gap={2} align="flex-start">
          <Text size="sm" fw={600}>
            {t('insolvency:retention.dialog.document')}
          </Text>
          <AttachedFile
            documentId={kept.file?.id ?? null}
            documentName={kept.file?.name ?? null}
            onAttach={kept.keep}
            pending={kept.pending}
          />
        </Stack>
        <Textarea
          data-autofocus
          required
          className={classes.wide}
          autosize
          minRows={3}
          maxLength={4000}
          label={t('insolvency:retention.dialog.text')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Checkbox
          className={classes.wide}
          label={t('insolvency:retention.dialog.published')}
          checked={published}
          onChange={(event) => setPublished(event.currentTarget.checked)}
        />
      </div>
    </FormDialog>
  )
}
