import { Button, CopyButton, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { refetchAll } from '../../api/queries.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { PassphraseInput } from '../../components/PassphraseInput.tsx'
import { PublishFields, usualWish } from './PublishFields.tsx'
import classes from './spaces.module.css'

type Props = { customer: Pick<Customer, 'id' | 'name'>; onClose: () => void }

/** Publishes the space of one customer, and shows its passphrase: the only time it is told. */
export const PublishDialog = ({ customer, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [wish, setWish] = useState(() => usualWish(today))
  const [own, setOwn] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const publish = useMutation({
    mutationFn: () => client.spaces.publish({ customerId: customer.id, ...wish, ...(own && { passphrase }) }),
    onSuccess: async ({ name, file }) => {
      saveFile(name, file)
      await refetchAll()
    },
  })
  if (publish.data) return <Told name={publish.data.name} passphrase={publish.data.passphrase} onClose={onClose} />
  return (
    <FormDialog
      title={t('spaces:publish.title', { name: customer.name })}
      size={600}
      submit={t('spaces:publish.submit')}
      disabled={own && passphrase === ''}
      pending={publish.isPending}
      error={publish.error}
      onSubmit={() => publish.mutate()}
      onClose={onClose}
    >
      <PublishFields wish={wish} onWish={setWish} today={today} />
      <SegmentedControl
        aria-label={t('spaces:publish.passphrase')}
        style={{ alignSelf: 'flex-start' }}
        value={own ? 'own' : 'drawn'}
        onChange={(value) => setOwn(value === 'own')}
        data={(['drawn', 'own'] as const).map((value) => ({
          value,
          label: `${t('spaces:publish.passphrase')} · ${t(`spaces:publish.${value}`)}`,
        }))}
      />
      {own && <PassphraseInput label={t('spaces:publish.ownLabel')} value={passphrase} onChange={setPassphrase} />}
    </FormDialog>
  )
}

const Told = ({ name, passphrase, onClose }: { name: string; passphrase: string; onClose: () => void }) => {
  const t = useT()
  return (
    // Only the button closes it: a click beside would lose what is shown once.
    <Modal
      opened
      size={600}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t('spaces:done.title')}
    >
      <Stack>
        <Text size="sm">{t('spaces:done.file', { name })}</Text>
        <div>
          <Text size="sm" c="dimmed">
            {t('spaces:done.passphrase')}
          </Text>
          <output className={classes.passphrase}>{passphrase}</output>
        </div>
        <Note tone="late">{t('spaces:done.once')}</Note>
        <Group justify="flex-end">
          <CopyButton value={passphrase}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'spaces:done.copied' : 'spaces:done.copy')}
              </Button>
            )}
          </CopyButton>
          <Button data-autofocus onClick={onClose}>
            {t('spaces:done.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
