import { Button, Group, Kbd, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './reviews.module.css'

/** What was said about the review, the oldest first, and a field to add to it. */
export const Discussion = ({ data: { review, notes } }: { data: Review }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const note = useCommand(api.reviews.note.mutationOptions(), { quiet: true, onDone: () => setText('') })
  const send = () => {
    if (text.trim() !== '' && !note.isPending) note.mutate({ id: review.id, text })
  }
  useShortcuts(
    readOnly ? [] : [{ key: 'n', label: t('reviews:review.discussion.label'), run: () => field.current?.focus() }],
  )
  return (
    <>
      {notes.length === 0 && <p className={classes.words}>{t('reviews:review.discussion.empty')}</p>}
      <ol className={classes.notes}>
        {notes.map((one) => (
          <li key={one.id} className={classes.note}>
            <Text size="xs" c="dimmed">
              {t('reviews:review.discussion.meta', { user: one.by, day: format.day(one.day) })}
            </Text>
            <p className={classes.written}>{one.text}</p>
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className={classes.form}>
          <Textarea
            ref={field}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={4000}
            aria-label={t('reviews:review.discussion.label')}
            placeholder={t('reviews:review.discussion.placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            }}
          />
          <ErrorNote error={note.error} />
          <Group mt={8}>
            <Button
              variant="default"
              disabled={text.trim() === ''}
              loading={note.isPending}
              rightSection={<Kbd size="xs">Ctrl+{t('common:shortcuts.keys.enter')}</Kbd>}
              onClick={send}
            >
              {t('reviews:review.discussion.submit')}
            </Button>
          </Group>
        </div>
      )}
    </>
  )
}
