import { Button, Group, Kbd, Text, Textarea, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { codeOf, errorText } from '../../api/errors.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import classes from './reviews.module.css'

/** One reason a line; undefined leaves those that the evidence gives. */
const reasonsOf = (written: string): string[] | undefined => {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length > 0 ? lines : undefined
}

/** The letter that tells the customer the decision: as it will be printed, then as it was issued. */
export const LetterSection = ({ data: { review, documents } }: { data: Review }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const [asking, setAsking] = useState(false)
  const issued = documents.filter(({ kind }) => kind === 'letter')
  const [written, setWritten] = useState('')
  const [told] = useDebouncedValue(written, 300)
  const reasons = reasonsOf(told)
  const preview = useQuery({
    ...api.reviews.previewLetter.queryOptions({ input: { id: review.id, ...(reasons && { reasons }) } }),
    // What was issued is the file below; a preview would tell the letter of today.
    enabled: issued.length === 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const nothing = preview.error && codeOf(preview.error) === 'review.nothing-to-tell'
  const issue = useCommand(api.reviews.letter.mutationOptions(), {
    quiet: true,
    done: ({ name }) => t('reviews:review.letter.issued', { name }),
    onDone: ({ name, file }) => {
      setAsking(false)
      saveFile(name, file)
    },
  })
  const failed = useErrorToast()
  const download = useMutation({
    mutationFn: async ({ documentId, name }: { documentId: string; name: string }) => {
      const { file } = await client.documents.get({ id: documentId })
      saveFile(name, file)
    },
    onError: failed,
  })
  const can = !readOnly && preview.data !== undefined && !preview.error && issued.length === 0
  useShortcuts(can ? [{ key: 'l', label: t('reviews:review.letter.issue'), run: () => setAsking(true) }] : [])
  return (
    <div className={classes.stack}>
      <div>
        <Title order={3}>{t('reviews:review.letter.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('reviews:review.letter.about')}
        </Text>
      </div>
      {nothing ? <Text size="sm">{errorText(preview.error, t)}</Text> : <ErrorNote error={preview.error} />}
      {issued.map(({ documentId, name, on }) => (
        <Group key={documentId} gap="sm">
          <Text size="sm">{t('reviews:review.letter.again', { day: format.day(on) })}</Text>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconDownload size={14} />}
            loading={download.isPending}
            onClick={() => download.mutate({ documentId, name })}
          >
            {name}
          </Button>
        </Group>
      ))}
      {can && (
        <Textarea
          className={classes.form}
          autosize
          minRows={2}
          maxRows={8}
          label={t('reviews:review.letter.reasons')}
          description={t('reviews:review.letter.reasonsHint')}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      )}
      {can && (
        <Button
          style={{ alignSelf: 'flex-start' }}
          rightSection={<Kbd size="xs">l</Kbd>}
          onClick={() => setAsking(true)}
        >
          {t('reviews:review.letter.issue')}
        </Button>
      )}
      {preview.data && issued.length === 0 && (
        <div className={classes.letter}>
          <PagesView
            pages={preview.data.pages}
            label={(page) => t('reviews:review.letter.page', { page })}
            stale={preview.isPlaceholderData}
          />
        </div>
      )}
      {asking && (
        <FormDialog
          title={t('reviews:review.letter.issueTitle', { name: review.customerName })}
          onClose={() => setAsking(false)}
          submit={t('reviews:review.letter.issue')}
          focusSubmit
          pending={issue.isPending}
          error={issue.error}
          onSubmit={() => {
            const final = reasonsOf(written)
            issue.mutate({ id: review.id, confirmed: true, ...(final && { reasons: final }) })
          }}
        >
          <Note>
            <Text size="sm">{t('reviews:review.letter.consequence')}</Text>
          </Note>
        </FormDialog>
      )}
    </div>
  )
}
