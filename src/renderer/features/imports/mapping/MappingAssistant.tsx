import { Button, Checkbox, Group, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MappingQuestion } from '../../../../main/core/imports/imports.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { Note } from '../../../components/Note.tsx'
import type { QueuedFile } from '../queue.ts'
import type { Importing } from '../useImporting.ts'
import { ColumnMeanings } from './ColumnMeanings.tsx'
import { CommonValues } from './CommonValues.tsx'
import { type Draft, isBank, missingOf } from './draft.ts'
import { MappingPreview } from './MappingPreview.tsx'
import classes from './mapping.module.css'
import { ReadingOptions } from './ReadingOptions.tsx'
import { SavedMappings } from './SavedMappings.tsx'
import { saveMapping } from './saveMapping.ts'
import { useMappingPreview } from './useMappingPreview.ts'

/** What is still missing is said beside the button, as the user fills it in. */
const SAID_BELOW: readonly MappingQuestion[] = ['amount', 'customer', 'date', 'as-of']

type Props = { queued: QueuedFile; importing: Importing }

/** Says what the columns of a table hold; beside it, the rows as they will be read. */
export const MappingAssistant = ({ queued, importing }: Props) => {
  const t = useT()
  const { id, file, inspection, mapping } = queued
  const { data: saved } = useQuery(api.imports.mappings.queryOptions({ input: {} }))
  const [name, setName] = useState(inspection?.mappingName ?? '')
  const [remember, setRemember] = useState(inspection?.mappingName !== null)
  const save = useCommand({ mutationFn: saveMapping })
  const preview = useMappingPreview(queued, (next) => importing.setMapping(id, next))
  if (!mapping || !inspection) return null
  const change = (next: Draft) => importing.setMapping(id, next)
  const missing = missingOf(mapping)
  const all: Draft[] = [
    ...(saved?.mappings ?? []),
    ...(saved?.bankMappings ?? []).map((one) => ({ ...one, target: 'bank' as const })),
  ]
  const questions = inspection.questions.filter((question) => !SAID_BELOW.includes(question))
  const named = name.trim() !== ''
  const check = async () => {
    if (remember && named) {
      const kept = { ...mapping, name: name.trim() }
      await save.mutateAsync(kept)
      change(kept)
    }
    await importing.check(id)
  }
  return (
    <Stack gap="md">
      <div>
        <Title order={3}>{t('imports:mapping.title')}</Title>
        <Text c="dimmed" size="sm">
          {t('imports:mapping.about')}
        </Text>
      </div>
      {questions.length > 0 && (
        <Note tone="late">
          <List size="sm" listStyleType={questions.length > 1 ? 'disc' : 'none'}>
            {questions.map((question) => (
              <List.Item key={question}>{t(`imports:mapping.questions.${question}`)}</List.Item>
            ))}
          </List>
        </Note>
      )}
      <ReadingOptions mapping={mapping} inspection={inspection} onChange={change}>
        <SavedMappings saved={all} onChoose={change} />
      </ReadingOptions>
      <div className={classes.columns}>
        <ColumnMeanings mapping={mapping} header={preview.header} sample={preview.sample} onChange={change} />
        <Stack gap="md" miw={0}>
          <MappingPreview preview={preview} mapping={mapping} />
          <CommonValues mapping={mapping} onChange={change} />
        </Stack>
      </div>
      {missing.length > 0 && (
        <Text c="var(--risk)" role="status">
          {t('imports:mapping.missing', {
            fields: missing
              .map((part) =>
                t(
                  `imports:mapping.missingParts.${isBank(mapping) && part === 'missingAmount' ? 'missingMovement' : part}`,
                ),
              )
              .join(', '),
          })}
        </Text>
      )}
      <Group align="flex-end" gap="md">
        <Button
          onClick={check}
          disabled={missing.length > 0 || (remember && !named)}
          loading={save.isPending}
          data-file={file.name}
        >
          {t('imports:mapping.check')}
        </Button>
        <Checkbox
          checked={remember}
          onChange={(event) => setRemember(event.currentTarget.checked)}
          label={t('imports:mapping.remember')}
          mb={8}
        />
        <TextInput
          aria-label={t('imports:mapping.name')}
          placeholder={t('imports:mapping.name')}
          value={name}
          maxLength={100}
          w={260}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setRemember(event.currentTarget.value.trim() !== '')
          }}
        />
        <Text c="dimmed" size="sm" mb={8}>
          {t('imports:mapping.rememberHint')}
        </Text>
      </Group>
    </Stack>
  )
}
