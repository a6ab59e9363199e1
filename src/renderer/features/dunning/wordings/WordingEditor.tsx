import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import type { NamedCustomer } from '../../../components/CustomerInput.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../../components/LeaveGuard.tsx'
import { PagesView } from '../../../components/PagesView.tsx'
import classes from '../dunning.module.css'
import { useWordingName } from '../useWordingName.ts'
import { insertAt, lineRange } from './caret.ts'
import { FieldMenu } from './FieldMenu.tsx'
import { PreviewOf } from './PreviewOf.tsx'
import { RemoveWording } from './RemoveWording.tsx'
import { ResetWording } from './ResetWording.tsx'
import { useWordingProblem } from './useWordingProblem.ts'
import { WordingVersions } from './WordingVersions.tsx'
import type { Wording } from './wording.ts'

const TYPING_PAUSE = 300

type Props = {
  wording: Wording
  onRemoved: () => void
  fields: readonly { name: string; example: string }[]
  /** Stands over the subject. */
  above?: ReactNode
}

/** Subject and body of a letter; the page follows the typing, and what cannot be printed is said with its line. */
export const WordingEditor = ({ wording, fields, above, onRemoved }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const nameOf = useWordingName()
  const wordsOf = useWordingProblem()
  const [draft, setDraft] = useState<{ subject: string; body: string } | null>(null)
  const { subject, body } = draft ?? wording
  const subjectField = useRef<HTMLInputElement>(null)
  const bodyField = useRef<HTMLTextAreaElement>(null)
  const lastField = useRef<'subject' | 'body'>('body')
  const { key, language } = wording
  const save = useCommand(api.dunning.saveWording.mutationOptions(), {
    done: ({ lacks }) =>
      lacks.length === 0
        ? t('wordings:saved')
        : t('wordings:elements.lacks', {
            elements: lacks.map(({ element }) => t(`wordings:elements.name.${element}`)).join(', '),
          }),
    onDone: () => setDraft(null),
  })
  const [customer, setCustomer] = useState<NamedCustomer | null>(null)
  const [typed] = useDebouncedValue({ key, language, subject, body }, TYPING_PAUSE)
  const preview = useQuery({
    ...api.dunning.previewWording.queryOptions({ input: { ...typed, ...(customer && { customerId: customer.id }) } }),
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
        {wording.name !== null && (
          <Text size="xs" c="dimmed">
            {t('wordings:own', { name: nameOf(wording.basedOn) })}
          </Text>
        )}
        <TextInput
          ref={subjectField}
          label={t('wordings:subject')}
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
          label={t('wordings:body')}
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
              {t('wordings:problems', { count: problems.length })}
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
                {t('wordings:problemAt', {
                  part: t(`wordings:part.${part}`),
                  line,
                  message: wordsOf(message),
                })}
              </Button>
            ))}
          </div>
        )}
        {!readOnly && (
          <Group gap={6}>
            <Button
              size="xs"
              disabled={!draft || problems.length > 0}
              loading={save.isPending}
              onClick={() => save.mutate({ key, language, subject, body })}
            >
              {t('wordings:save')}
            </Button>
            <FieldMenu fields={fields} onInsert={insert} />
            {draft && (
              <Button size="xs" variant="default" onClick={() => setDraft(null)}>
                {t('wordings:revert')}
              </Button>
            )}
            {!draft && <WordingVersions wording={wording} />}
            {wording.edited && !draft && <ResetWording wording={wording} name={nameOf(key)} />}
            {wording.name !== null && !draft && (
              <RemoveWording wordingKey={key} name={wording.name} onRemoved={onRemoved} />
            )}
          </Group>
        )}
        <LeaveGuard dirty={draft !== null} />
      </div>
      <div className={classes.column}>
        <PreviewOf
          of={wording.of}
          customer={customer}
          shown={preview.data?.customer ?? null}
          elements={preview.data?.elements ?? []}
          onChoose={setCustomer}
        />
        <ErrorNote error={preview.error} />
        <PagesView
          pages={pages}
          stale={preview.isPlaceholderData || problems.length > 0}
          label={(page) => t('wordings:page', { page })}
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
