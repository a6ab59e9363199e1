import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { useWordingName } from '../useWordingName.ts'
import type { Wording } from './wording.ts'

type Props = { from: Wording; onAdded: (key: string) => void }

export const AddWording = (props: Props) => {
  const t = useT()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setAsked(true)}>
        {t('wordings:add.open')}
      </Button>
      {asked && <AddDialog {...props} onClose={() => setAsked(false)} />}
    </>
  )
}

/** A text of one's own, begun as a copy of a reminder's. */
const AddDialog = ({ from, onAdded, onClose }: Props & { onClose: () => void }) => {
  const t = useT()
  const language = useLanguage()
  const nameOf = useWordingName()
  const [name, setName] = useState('')
  const [source, setSource] = useState(from.of === 'reminder' ? from.key : 'reminder')
  const { data } = useQuery(api.dunning.wordings.queryOptions({ input: { examplesIn: language } }))
  const reminders = (data?.wordings ?? []).filter((one) => one.of === 'reminder' && one.language === language)
  const add = useCommand(api.dunning.addWording.mutationOptions(), {
    done: t('wordings:add.done'),
    onDone: ({ key }) => {
      onAdded(key)
      onClose()
    },
    quiet: true,
  })
  return (
    <FormDialog
      title={t('wordings:add.title')}
      submit={t('wordings:add.submit')}
      disabled={name.trim() === ''}
      pending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={() => add.mutate({ name: name.trim(), from: source })}
    >
      <TextInput
        data-autofocus
        label={t('wordings:add.name')}
        placeholder={t('wordings:add.placeholder')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('wordings:add.from')}
        allowDeselect={false}
        value={source}
        onChange={(value) => value && setSource(value)}
        data={reminders.map(({ key }) => ({ value: key, label: nameOf(key) }))}
      />
    </FormDialog>
  )
}
