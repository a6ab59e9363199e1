import { Button, Checkbox, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Envelope } from '../../../main/core/postings/postings.contract.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../FormDialog.tsx'

type Props = {
  title: string
  /** A run, or letters that were ticked. */
  which: { runId: string } | { letterIds: string[] }
  onClose: () => void
}
type Order = 'postcode' | 'reference'

/** How letters go to the printer: in which order, with what between them, for which envelope.. */
export const PrintDialog = ({ title, which, onClose }: Props) => {
  const t = useT()
  const failed = useErrorToast()
  const [everyChannel, setEveryChannel] = useState(false)
  const [order, setOrder] = useState<Order>('postcode')
  const [envelope, setEnvelope] = useState<Envelope>('DL')
  const [separators, setSeparators] = useState(false)
  const [duplex, setDuplex] = useState(false)
  const print = useMutation({
    mutationFn: () => client.postings.print({ ...which, everyChannel, order, envelope, separators, duplex }),
    onSuccess: ({ name, file, letters, pages }) => {
      if (file) saveFile(name, file)
      notifications.show({
        message: file ? t('papers:print.done', { letters, pages }) : t('papers:print.none'),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
      if (file) onClose()
    },
    onError: failed,
  })
  const test = useMutation({
    mutationFn: () => client.postings.windowTest({ envelope }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <FormDialog
      title={title}
      size={560}
      submit={t('papers:print.submit')}
      pending={print.isPending}
      focusSubmit
      onSubmit={() => print.mutate()}
      onClose={onClose}
      summary={
        <Button variant="subtle" size="compact-sm" loading={test.isPending} onClick={() => test.mutate()}>
          {t('papers:print.test')}
        </Button>
      }
    >
      {'runId' in which && (
        <Choice
          label={t('papers:print.which')}
          value={everyChannel ? 'all' : 'byPost'}
          onChange={(value) => setEveryChannel(value === 'all')}
          data={(['byPost', 'all'] as const).map((value) => ({ value, label: t(`papers:print.${value}`) }))}
        />
      )}
      <Choice
        label={t('papers:print.order')}
        value={order}
        onChange={(value) => setOrder(value as Order)}
        data={(['postcode', 'reference'] as const).map((value) => ({ value, label: t(`papers:print.${value}`) }))}
      />
      <Choice
        label={t('papers:print.envelope')}
        value={envelope}
        onChange={(value) => {
          setEnvelope(value as Envelope)
          setSeparators(value === 'C4')
        }}
        data={(['DL', 'C4'] as const).map((value) => ({ value, label: t(`papers:print.${value}`) }))}
      />
      <Checkbox
        label={t(`papers:print.separators.${envelope}`)}
        description={t(`papers:print.separatorsHelp.${envelope}`)}
        checked={separators}
        onChange={(event) => setSeparators(event.currentTarget.checked)}
      />
      <Checkbox
        label={t('papers:print.duplex')}
        description={t('papers:print.duplexHelp')}
        checked={duplex}
        onChange={(event) => setDuplex(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}

type ChoiceProps = {
  label: string
  value: string
  onChange: (value: string) => void
  data: { value: string; label: string }[]
}

const Choice = ({ label, ...control }: ChoiceProps) => (
  <Stack gap={4}>
    <Text size="sm" fw={500}>
      {label}
    </Text>
    <SegmentedControl fullWidth aria-label={label} {...control} />
  </Stack>
)
