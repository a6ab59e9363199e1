import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import { insertAt, lineRange } from './caret.ts'
import classes from './dunning.module.css'
import { FieldMenu } from './FieldMenu.tsx'
import { ResetWording } from './ResetWording.tsx'
import { useWordingName } from './useWordingName.ts'
import { useWordingProblem } from './useWordingProblem.ts'
import type { Wording } from './WordingList.tsx'

const TYPING_PAUSE = 300

type Props = {
  wording: Wording
  fields: readonly { name: string; example: string }[]
  /** Stands over the subject. */
  above?: ReactNode
}

/** Subject and body of a letter; the page follows the typing, and what cannot be printed is said with its line. */
export const WordingEditor = ({ wording, fields, above }: Props) => {
  const t = useT()
  const readOnly = useReadOnly()
  const nameOf = useWordingName()
  const wordsOf = useWordingProblem()
  const [draft, setDraft] = useState<{ subject: string; body: string } | null>(null)
  const { subject, body } = draft ?? wording
  const subjectField = useRef<HTMLInputElement>(null)
  const bodyField = useRef<HTMLTextAreaElement>(null)
  const lastField = useRef<'subject' | 'body'>('body')
  const { key, language } = wording
  const save = useCommand(api.dunning.saveWording.mutationOptions(), {
    done: t('dunning:wordings.saved'),
    onDone: () => setDraft(null),
  })
  const [typed] = useDebouncedValue({ key, language, subject, body }, TYPING_PAUSE)
  const preview = useQuery({
    ...api.dunning.previewWording.queryOptions({ input: typed }),
    placeholderData: keepPreviousData,
  })
  const problems = preview.data?.problems ?? []
  const pages = useLastPages(preview.data?.pages)
  const change = (part: Partial<{ subject: string; body: string }>) => setDraft({ subject, body, ...part })
  const insert = (name: string) => {
    const part = lastField.current
    const field = part === 'subject' ? subjectField.current : bodyField.current
    if (!field) return
    const { text, caret } = insertAt(field, `{{ ${name} }}`)
    change({ [part]: text })
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(caret, caret)
    })
  }
  const showLine = (part: 'subject' | 'body', line: number) => {
    const field = part === 'subject' ? subjectField.current : bodyField.current
    field?.focus()
    if (field) field.setSelectionRange(...lineRange(field.value, line))
  }

  return (
    <>
      <div className={classes.column}>
        {above}
        <TextInput
          ref={subjectField}
          label={t('dunning:wordings.subject')}
          maxLength={300}
          readOnly={readOnly}
          lang={language}
          value={subject}
          onFocus={() => {
            lastField.current = 'subject'
          }}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <Textarea
          ref={bodyField}
          label={t('dunning:wordings.body')}
          maxLength={20_000}
          readOnly={readOnly}
          lang={language}
          classNames={{ root: classes.body, wrapper: classes.bodyWrapper, input: classes.bodyInput }}
          value={body}
          error={problems.length > 0}
          onFocus={() => {
            lastField.current = 'body'
          }}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        {problems.length > 0 && (
          <div role="status" className={classes.refusal}>
            <Text size="sm" fw={600}>
              {t('dunning:wordings.problems', { count: problems.length })}
            </Text>
            {problems.map(({ part, line, message }) => (
              <Button
                key={`${part} ${line} ${message}`}
                variant="subtle"
                color="gray"
                c="var(--risk)"
                size="compact-sm"
                onClick={() => showLine(part, line)}
              >
                {t('dunning:wordings.problemAt', {
                  part: t(`dunning:wordings.part.${part}`),
                  line,
                  message: wordsOf(message),
                })}
              </Button>
            ))}
          </div>
        )}
        {!readOnly && (
          <Group gap="xs">
            <Button
              disabled={!draft || problems.length > 0}
              loading={save.isPending}
              onClick={() => save.mutate({ key, language, subject, body })}
            >
              {t('dunning:wordings.save')}
            </Button>
            <FieldMenu fields={fields} onInsert={insert} />
            {draft && (
              <Button variant="default" onClick={() => setDraft(null)}>
                {t('dunning:wordings.revert')}
              </Button>
            )}
            {wording.edited && !draft && <ResetWording wording={wording} name={nameOf(key)} />}
          </Group>
        )}
        <LeaveGuard dirty={draft !== null} />
      </div>
      <div className={classes.column}>
        <Text size="sm" c="dimmed">
          {t(wording.of === 'credit' ? 'dunning:wordings.previewCredit' : 'dunning:wordings.previewText')}
        </Text>
        <ErrorNote error={preview.error} />
        <PagesView
          pages={pages}
          stale={preview.isPlaceholderData || problems.length > 0}
          label={(page) => t('dunning:wordings.page', { page })}
        />
      </div>
    </>
  )
}

/** While a wording has problems no page can be set: the last good one stays in sight. */
const useLastPages = (pages: string[] | undefined): string[] => {
  const last = useRef<string[]>([])
  if (pages && pages.length > 0) last.current = pages
  return last.current
}
