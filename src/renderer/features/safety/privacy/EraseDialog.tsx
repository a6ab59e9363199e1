import { Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fold } from '../../../../main/core/kernel/text.ts'
import type { ErasureKind } from '../../../../main/core/privacy/privacy.contract.ts'
import { api, client } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { useTask } from '../../../app/tasks.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { EraseConsequences } from './EraseConsequences.tsx'

type Props = { customerId: string; kind: ErasureKind; onClose: () => void }
type Reason = 'retention' | 'request'

/** Asks whether it is to go: what goes, what stays, why, and the name typed out. */
export const EraseDialog = ({ customerId, kind, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const task = useTask()
  const [contactId, setContactId] = useState<string | null>(null)
  const [reason, setReason] = useState<Reason | null>(null)
  const [typed, setTyped] = useState('')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const ofContact = kind === 'contact'
  // The contacts of a customer come with the preview of the whole of it.
  const whole = useQuery({
    ...api.privacy.preview.queryOptions({ input: { customerId, kind: 'customer' } }),
    enabled: ofContact,
  })
  const target = { customerId, kind, ...(contactId && { contactId }) }
  const preview = useQuery({
    ...api.privacy.preview.queryOptions({ input: target }),
    enabled: !ofContact || contactId !== null,
  })
  const { data } = preview
  const isDue = data?.dueOn != null && data.dueOn <= today
  const why = reason ?? (isDue ? 'retention' : 'request')
  const blocked = !data || data.hindrances.length > 0
  const submit = async () => {
    setPending(true)
    setFailure(undefined)
    try {
      const { erasure } = await task.run(
        t('safety:privacy.erase.running'),
        (signal) => client.privacy.erase({ ...target, reason: why, confirmation: typed }, { signal }),
        { quiet: true, inSteps: true },
      )
      notifications.show({
        message: t(erasure.complete ? 'safety:privacy.erase.done' : 'safety:privacy.erase.doneIncomplete'),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
      onClose()
    } catch (error) {
      setFailure(error)
      setPending(false)
    }
  }
  const contacts = whole.data?.contacts ?? []
  return (
    <FormDialog
      grave
      size={620}
      title={t('safety:privacy.erase.title', { what: t(`safety:privacy.kinds.${kind}`) })}
      onClose={onClose}
      onSubmit={submit}
      submit={t('safety:privacy.erase.submit')}
      disabled={blocked || fold(typed) !== fold(data.confirmation)}
      pending={pending}
      error={failure ?? preview.error ?? whole.error}
    >
      {ofContact &&
        (whole.data && contacts.length === 0 ? (
          <Text size="sm">{t('safety:privacy.erase.noContact')}</Text>
        ) : (
          <Select
            data-autofocus
            label={t('safety:privacy.erase.contact')}
            placeholder={t('safety:privacy.erase.chooseContact')}
            data={contacts.map(({ id, name }) => ({ value: id, label: name || '—' }))}
            value={contactId}
            onChange={(id) => {
              setContactId(id)
              setTyped('')
            }}
          />
        ))}
      {data && (
        <>
          <EraseConsequences preview={data} kind={kind} />
          {!blocked && (
            <>
              <Radio.Group
                label={t('safety:privacy.erase.reason')}
                value={why}
                onChange={(value) => setReason(value === 'retention' ? 'retention' : 'request')}
              >
                <Stack gap={6} mt={6}>
                  <Radio value="retention" disabled={!isDue} label={t('safety:privacy.erase.reasons.retention')} />
                  <Radio value="request" label={t('safety:privacy.erase.reasons.request')} />
                </Stack>
              </Radio.Group>
              <TextInput
                autoComplete="off"
                label={t('safety:privacy.erase.confirm', { name: data.confirmation })}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}
