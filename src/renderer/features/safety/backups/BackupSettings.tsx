import { Button, Group, NumberInput, Switch, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Settings } from '../../../../main/core/backups/backups.contract.ts'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import classes from '../../../components/backups/backups.module.css'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { SettingsSection } from '../../../components/SettingsSection.tsx'

const route = getRouteApi('/book/safety')

/** Where backups go on this computer, and how many stay. */
export const BackupSettings = () => {
  const { data } = useQuery(api.backups.settings.queryOptions({ input: {} }))
  return data ? <Form key={JSON.stringify(data)} saved={data} /> : null
}

const parts = ['daily', 'weekly', 'monthly'] as const

const Form = ({ saved }: { saved: Settings & { usualFolder: string } }) => {
  const t = useT()
  const { folder: chosen } = route.useSearch()
  const { usualFolder, ...settings } = saved
  const [draft, setDraft] = useState(chosen ? { ...settings, folder: chosen } : settings)
  const save = useCommand(api.backups.setSettings.mutationOptions(), { done: t('backups:settings.saved'), quiet: true })
  const changed = JSON.stringify(draft) !== JSON.stringify(settings)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft)
      }}
    >
      <SettingsSection title={t('backups:settings.title')} about={t('backups:settings.about')}>
        <Switch
          data-full
          label={t('backups:settings.on')}
          checked={draft.on}
          onChange={(event) => setDraft({ ...draft, on: event.currentTarget.checked })}
        />
        <TextInput
          data-full
          label={t('backups:settings.folder')}
          description={t('backups:settings.folderText', { folder: usualFolder })}
          value={draft.folder ?? ''}
          onChange={(event) => setDraft({ ...draft, folder: event.currentTarget.value || null })}
          spellCheck={false}
          {...(window.encours && {
            rightSectionWidth: 96,
            rightSection: (
              <Button size="compact-sm" variant="default" onClick={() => window.encours?.choose('backup-folder')}>
                {t('backups:settings.choose')}
              </Button>
            ),
          })}
        />
        <div data-full>
          <div className={classes.keep}>
            {parts.map((part) => (
              <NumberInput
                key={part}
                label={t(`backups:settings.${part}`)}
                min={part === 'daily' ? 1 : 0}
                max={60}
                allowDecimal={false}
                value={draft.keep[part]}
                onChange={(value) =>
                  typeof value === 'number' && setDraft({ ...draft, keep: { ...draft.keep, [part]: value } })
                }
              />
            ))}
          </div>
          <Text size="sm" c="dimmed" mt={4}>
            {t('backups:settings.keepText')}
          </Text>
        </div>
        <div data-full>
          <ErrorNote error={save.error} />
          <Group>
            <Button type="submit" disabled={!changed} loading={save.isPending}>
              {t('backups:settings.save')}
            </Button>
          </Group>
        </div>
      </SettingsSection>
    </form>
  )
}
