import { NumberInput, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { definitiveGrounds, taxDueKinds, type WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'
import { api } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { PagesView } from '../../components/PagesView.tsx'

type Props = { writeOff: WriteOff; onClose: () => void }

/** When the VAT fell due, its rate, and the event that makes the loss definitive. */
export const VatDialog = ({ writeOff, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const { id, reference, tax, items } = writeOff
  const fromRate = items.find(({ taxSource }) => taxSource !== 'invoice')
  const [due, setDue] = useState(tax.due)
  const [rate, setRate] = useState<number | string>(fromRate?.taxRate ? Number(fromRate.taxRate) : '')
  const [ground, setGround] = useState(tax.ground)
  const [on, setOn] = useState<Day | null>(tax.definitiveOn)
  const save = useCommand(api.writeoffs.vat.mutationOptions(), {
    done: t('writeoffs:vat.saved'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('writeoffs:vat.editTitle', { reference })}
      onClose={onClose}
      submit={t('writeoffs:vat.save')}
      disabled={ground !== null && on === null}
      pending={save.isPending}
      error={save.error}
      onSubmit={() =>
        save.mutate({
          id,
          taxDue: due,
          ...(rate !== '' && fromRate && { taxRate: String(rate) }),
          definitive: ground && on ? { on, ground } : null,
        })
      }
    >
      <Select
        data-autofocus
        allowDeselect={false}
        label={t('writeoffs:vat.due')}
        data={taxDueKinds.map((value) => ({ value, label: t(`writeoffs:taxDue.${value}`) }))}
        value={due}
        onChange={(value) => value && setDue(value)}
      />
      {fromRate && due === 'invoiced' && (
        <NumberInput
          w={200}
          label={t('writeoffs:vat.rate')}
          min={0}
          max={99}
          decimalScale={3}
          hideControls
          value={rate}
          onChange={setRate}
        />
      )}
      <Select
        clearable
        label={t('writeoffs:vat.ground')}
        placeholder={t('writeoffs:vat.none')}
        data={definitiveGrounds.map((value) => ({ value, label: t(`writeoffs:ground.${value}`) }))}
        value={ground}
        onChange={setGround}
      />
      {ground && (
        <DayInput w={200} required label={t('writeoffs:vat.on')} maxDate={today} value={on} onChange={setOn} />
      )}
    </FormDialog>
  )
}

/** The notice as it would leave, then issued and saved. */
export const NoticeDialog = ({ writeOff, onClose }: Props) => {
  const t = useT()
  const { id, customerName } = writeOff
  const preview = useQuery(api.writeoffs.vatPreview.queryOptions({ input: { id } }))
  const issue = useCommand(api.writeoffs.vatNotice.mutationOptions(), {
    done: t('writeoffs:vat.issued'),
    onDone: ({ name, file }) => {
      saveFile(name, file)
      onClose()
    },
    quiet: true,
  })
  return (
    <FormDialog
      title={t('writeoffs:vat.issueTitle', { name: customerName })}
      onClose={onClose}
      size={760}
      focusSubmit
      submit={t('writeoffs:vat.issue')}
      disabled={!preview.isSuccess}
      pending={issue.isPending}
      error={issue.error}
      onSubmit={() => issue.mutate({ id })}
    >
      <Text size="sm">{t('writeoffs:vat.issueText')}</Text>
      <ErrorNote error={preview.error} />
      {preview.data && (
        <div style={{ height: 440, display: 'flex' }}>
          <PagesView pages={preview.data.pages} label={(page) => t('writeoffs:vat.page', { page })} />
        </div>
      )}
    </FormDialog>
  )
}

/** The VAT was deducted: the deadline is watched no more. */
export const ClaimDialog = ({ writeOff, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const { id, reference, tax } = writeOff
  const [sentOn, setSentOn] = useState<Day | null>(tax.noticeSentOn ?? tax.noticeOn)
  const [claimedOn, setClaimedOn] = useState<Day | null>(today)
  const claim = useCommand(api.writeoffs.vat.mutationOptions(), {
    done: t('writeoffs:vat.claimDone'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('writeoffs:vat.claimTitle', { reference })}
      onClose={onClose}
      focusSubmit
      submit={t('writeoffs:vat.claim')}
      disabled={sentOn === null || claimedOn === null}
      pending={claim.isPending}
      error={claim.error}
      onSubmit={() => claim.mutate({ id, noticeSentOn: sentOn, claimedOn })}
    >
      <Text size="sm">{t('writeoffs:vat.claimText')}</Text>
      <DayInput required w={200} label={t('writeoffs:vat.sent')} maxDate={today} value={sentOn} onChange={setSentOn} />
      <DayInput
        required
        w={200}
        label={t('writeoffs:vat.claimed')}
        maxDate={today}
        value={claimedOn}
        onChange={setClaimedOn}
      />
    </FormDialog>
  )
}
