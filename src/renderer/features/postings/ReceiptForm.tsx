import { Button, FileButton, Group, Radio, Stack, Text, Title } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { type Posting, type PostingOutcome, postingOutcomes } from '../../../main/core/postings/postings.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'

/** What came back from the post, by number key; a wrong entry is corrected, or erased. */
export const ReceiptForm = ({ posting }: { posting: Posting }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const today = useWorkingDay()
  const [outcome, setOutcome] = useState<PostingOutcome | null>(posting.outcome)
  const [day, setDay] = useState<Day | null>(posting.outcomeOn ?? today)
  const [file, setFile] = useState<File | null>(null)
  const save = useCommand(api.postings.receipt.mutationOptions(), {
    quiet: true,
    done: (_kept, { outcome }) => t(outcome === null ? 'postings:panel.erased' : 'postings:panel.saved'),
    onDone: (_kept, { outcome }) => {
      setFile(null)
      if (outcome === null) setOutcome(null)
    },
  })
  useShortcuts(
    readOnly
      ? []
      : postingOutcomes.map((one, place) => ({
          key: String(place + 1),
          label: t(`postings:panel.outcomes.${one}`),
          run: () => setOutcome(one),
        })),
  )
  const changed = outcome !== posting.outcome || day !== posting.outcomeOn || file !== null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (outcome && day && changed)
          save.mutate({ letterId: posting.letterId, outcome, day, ...(file && { name: file.name, file }) })
      }}
    >
      <Stack gap="sm">
        <Title order={3}>{t('postings:panel.receipt')}</Title>
        <Radio.Group
          label={t('postings:panel.outcome')}
          description={t('postings:panel.keys')}
          value={outcome ?? ''}
          onChange={(value) => setOutcome(value as PostingOutcome)}
        >
          <Stack gap={6} mt={6}>
            {postingOutcomes.map((one, place) => (
              <Radio
                key={one}
                value={one}
                disabled={readOnly}
                label={`${place + 1}  ${t(`postings:panel.outcomes.${one}`)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        {outcome && (
          <Text size="sm" c="dimmed">
            {t(`postings:panel.meaning.${outcome}`)}
          </Text>
        )}
        <Group align="flex-end">
          <DayInput label={t('postings:panel.day')} value={day} onChange={setDay} maxDate={today} disabled={readOnly} />
          {!readOnly && (
            <FileButton onChange={setFile} accept="application/pdf,image/*">
              {(button) => (
                <Button {...button} variant="default" leftSection={<IconPaperclip size={16} />}>
                  {file?.name ?? t('postings:panel.scanAdd')}
                </Button>
              )}
            </FileButton>
          )}
        </Group>
        {posting.receiptId && (
          <AttachedFile documentId={posting.receiptId} documentName={t('postings:panel.scanKept')} onAttach={null} />
        )}
        <ErrorNote error={save.error} />
        {!readOnly && (
          <Group>
            <Button type="submit" disabled={!outcome || !day || !changed} loading={save.isPending}>
              {t('postings:panel.save')}
            </Button>
            {posting.outcome && (
              <Button
                variant="default"
                onClick={() => save.mutate({ letterId: posting.letterId, outcome: null, day: day ?? today })}
              >
                {t('postings:panel.takeBack')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  )
}
