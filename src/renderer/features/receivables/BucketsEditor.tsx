import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { defaultBuckets } from '../../../main/core/receivables/ageing.rules.ts'
import { useT } from '../../app/i18n.ts'
import { parseBuckets } from './receivables.search.ts'

type Props = {
  buckets: readonly number[]
  /** Undefined goes back to the usual ones. */
  onChange: (buckets: number[] | undefined) => void
}

const written = (buckets: readonly number[]) => buckets.join(', ')

export const BucketsEditor = ({ buckets, onChange }: Props) => {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState('')
  const read = parseBuckets(text)
  const apply = (next: number[] | null) => {
    if (!next) return
    onChange(written(next) === written(defaultBuckets) ? undefined : next)
    setOpened(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply(read)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          onClick={() => {
            setText(written(buckets))
            setOpened(!opened)
          }}
        >
          {t('receivables:aged.buckets')} {written(buckets)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs" w={280}>
            <TextInput
              data-autofocus
              label={t('receivables:aged.bucketsEdit')}
              description={t('receivables:aged.bucketsHelp')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={read ? undefined : t('receivables:aged.bucketsWrong')}
            />
            <Group gap="xs" justify="space-between">
              <Button type="submit" disabled={!read}>
                {t('receivables:aged.bucketsApply')}
              </Button>
              <Button variant="subtle" onClick={() => apply([...defaultBuckets])}>
                {t('receivables:aged.bucketsReset')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
