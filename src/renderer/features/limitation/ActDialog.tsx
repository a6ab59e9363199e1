import { Select, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import {
  type ActKind,
  actKinds,
  type NoActKind,
  noActKinds,
} from '../../../main/core/limitations/limitations.contract.ts'
import { ACTS } from '../../../main/core/limitations/regimes.rules.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './limitation.module.css'

type Kind = ActKind | NoActKind
type Props = {
  customer: { id: string; name: string }
  /** The invoice stood on; without it the whole account. */
  item: { id: string; number: string } | null
  onClose: () => void
}

const isAct = (kind: Kind): kind is ActKind => (actKinds as readonly string[]).includes(kind)
// What declares a claim is recorded with the declaration.
const offered = actKinds.filter((kind) => kind !== 'declaration')

/** An act of the debtor or a court; what interrupts nothing is in the list too, with why. */
export const ActDialog = ({ customer, item, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const failed = useErrorToast()
  const [kind, setKind] = useState<Kind>('acknowledgement')
  const [whole, setWhole] = useState(item === null)
  const [day, setDay] = useState<Day | null>(today)
  const [until, setUntil] = useState<Day | null>(null)
  const [note, setNote] = useState('')
  const [file, setFile] = useState<{ id: string; name: string } | null>(null)
  const keep = useMutation({
    mutationFn: (picked: File) =>
      client.proofs.add({
        customerId: customer.id,
        itemId: whole || !item ? null : item.id,
        kind: 'acknowledgement',
        title: t(`limitation:kind.${kind}`),
        day,
        name: picked.name,
        file: picked,
      }),
    onSuccess: ({ documentId, fileName }) => setFile({ id: documentId, name: fileName }),
    onError: failed,
  })
  const record = useCommand(api.limitations.recordAct.mutationOptions(), {
    done: t('limitation:act.done'),
    onDone: onClose,
    quiet: true,
  })
  const effective = isAct(kind)
  const meaning = effective ? ACTS[kind] : null
  const proved = !meaning?.written || file !== null || note.trim() !== ''
  const choice = (value: Kind) => ({ value, label: t(`limitation:kind.${value}`) })
  return (
    <FormDialog
      title={t('limitation:act.title', { name: customer.name })}
      onClose={onClose}
      size={600}
      submit={t('limitation:act.submit')}
      disabled={!effective || day === null || !proved}
      pending={record.isPending}
      error={record.error}
      onSubmit={() =>
        day &&
        record.mutate({
          customerId: customer.id,
          itemIds: whole || !item ? [] : [item.id],
          kind,
          day,
          until: meaning?.lasts ? until : null,
          note,
          documentId: file?.id ?? null,
        })
      }
    >
      <Select
        data-autofocus
        searchable
        openOnFocus={false}
        allowDeselect={false}
        label={t('limitation:act.kind')}
        data={[
          { group: t('limitation:act.effective'), items: offered.map(choice) },
          { group: t('limitation:act.without'), items: noActKinds.map(choice) },
        ]}
        value={kind}
        onChange={(value) => value && setKind(value as Kind)}
      />
      <Note tone={effective ? 'neutral' : 'risk'}>
        <Text size="sm">{t(`limitation:about.${kind}`)}</Text>
      </Note>
      {effective && (
        <>
          {item && (
            <Select
              allowDeselect={false}
              label={t('limitation:act.items')}
              data={[
                { value: 'one', label: t('limitation:act.one', { number: item.number }) },
                { value: 'all', label: t('limitation:act.all') },
              ]}
              value={whole ? 'all' : 'one'}
              onChange={(value) => setWhole(value === 'all')}
            />
          )}
          <div className={classes.pair}>
            <DayInput w="auto" required label={t('limitation:act.day')} maxDate={today} value={day} onChange={setDay} />
            {meaning?.lasts && (
              <DayInput
                w="auto"
                clearable
                label={t('limitation:act.until')}
                description={t('limitation:act.untilHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                maxDate={today}
                {...(day && { minDate: day })}
                value={until}
                onChange={setUntil}
              />
            )}
          </div>
          <Textarea
            autosize
            minRows={1}
            maxLength={1000}
            label={t('limitation:act.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Stack gap={2} align="flex-start">
            <Text size="sm" fw={600}>
              {t('limitation:act.document')}
            </Text>
            <AttachedFile
              documentId={file?.id ?? null}
              documentName={file?.name ?? null}
              onAttach={(picked) => keep.mutate(picked)}
              pending={keep.isPending}
            />
            {meaning?.written && (
              <Text size="xs" c="dimmed">
                {t('limitation:act.documentHint')}
              </Text>
            )}
          </Stack>
        </>
      )}
    </FormDialog>
  )
}
