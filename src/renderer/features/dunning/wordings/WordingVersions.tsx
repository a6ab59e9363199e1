import { Button, Group, Modal, NavLink, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import { useWordingName } from '../useWordingName.ts'
import type { Wording, WordingVersion } from './wording.ts'
import classes from './wordings.module.css'

const SHIPPED = 'shipped'

type Told = Pick<WordingVersion, 'subject' | 'body' | 'inUse' | 'letters' | 'lastLetter'> & {
  id: string
  version: WordingVersion | null
}

export const WordingVersions = ({ wording }: { wording: Wording }) => {
  const t = useT()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconHistory size={14} />} onClick={() => setShown(true)}>
        {t('wordings:versions.open')}
      </Button>
      {shown && <VersionsDialog wording={wording} onClose={() => setShown(false)} />}
    </>
  )
}

/** What a text ever said beside what it says now, with the letters that each version made. */
const VersionsDialog = ({ wording, onClose }: { wording: Wording; onClose: () => void }) => {
  const t = useT()
  const nameOf = useWordingName()
  const readOnly = useReadOnly('configure')
  const { key, language } = wording
  const { data, error } = useQuery(api.dunning.wordingVersions.queryOptions({ input: { key, language } }))
  const versions: Told[] = data
    ? [...data.versions.map((version) => ({ ...version, version })), { ...data.shipped, id: SHIPPED, version: null }]
    : []
  const [wanted, setWanted] = useState<string | null>(null)
  const chosen = versions.find(({ id }) => id === wanted) ?? versions.find(({ inUse }) => !inUse) ?? versions[0]
  const again = { done: t('wordings:versions.restored'), onDone: onClose }
  const restore = useCommand(api.dunning.restoreWording.mutationOptions(), again)
  const reset = useCommand(api.dunning.resetWording.mutationOptions(), again)
  return (
    <Modal
      opened
      size={1040}
      onClose={onClose}
      title={t('wordings:versions.title', { name: nameOf(key), language: t(`dunning:letters.inLanguage.${language}`) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ErrorNote error={error} />
      {data && chosen && (
        <div className={classes.versions}>
          <nav aria-label={t('wordings:versions.list')} className={classes.versionList}>
            {versions.map((one) => (
              <VersionLink key={one.id} told={one} active={one.id === chosen.id} onChoose={() => setWanted(one.id)} />
            ))}
          </nav>
          <Stack gap="sm" className={classes.compared}>
            {data.versions.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('wordings:versions.none')}
              </Text>
            )}
            <Comparison then={chosen} now={wording} unchanged={data.versions.length === 0} />
            {!readOnly && !chosen.inUse && (
              <Group justify="flex-end">
                <Button
                  loading={restore.isPending || reset.isPending}
                  onClick={() =>
                    chosen.id === SHIPPED ? reset.mutate({ key, language }) : restore.mutate({ id: chosen.id })
                  }
                >
                  {t('wordings:versions.restore')}
                </Button>
              </Group>
            )}
          </Stack>
        </div>
      )}
    </Modal>
  )
}

const VersionLink = ({ told, active, onChoose }: { told: Told; active: boolean; onChoose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { version, letters, lastLetter } = told
  const moment = version && format.moment(version.savedAt)
  const how = version && t(`wordings:versions.how.${version.how}`)
  return (
    <NavLink
      component="button"
      type="button"
      active={active}
      aria-current={active || undefined}
      label={
        <Group gap={6} wrap="nowrap">
          {version ? t('wordings:versions.version', { number: version.number }) : t('wordings:versions.shipped')}
          {told.inUse && <ToneBadge tone="settled">{t('wordings:versions.inUse')}</ToneBadge>}
        </Group>
      }
      description={
        <>
          {version &&
            (version.savedBy
              ? t('wordings:versions.told', { how, moment, by: version.savedBy })
              : t('wordings:versions.toldAlone', { how, moment }))}
          {version && <br />}
          {lastLetter
            ? t('wordings:versions.letters', {
                count: letters,
                reference: lastLetter.reference,
                day: format.day(lastLetter.day),
              })
            : t('wordings:versions.noLetter')}
        </>
      }
      onClick={onChoose}
    />
  )
}

type Wrote = { subject: string; body: string }

/** Two texts beside one another; lines that the other has not bear a mark. */
const Comparison = ({ then, now, unchanged }: { then: Wrote; now: Wrote; unchanged: boolean }) => {
  const t = useT()
  if (then.subject === now.subject && then.body === now.body)
    return (
      <>
        {!unchanged && (
          <Text size="sm" c="dimmed">
            {t('wordings:versions.same')}
          </Text>
        )}
        <Column title={t('wordings:versions.now')} text={now} other={now} />
      </>
    )
  return (
    <>
      <div className={classes.columns}>
        <Column title={t('wordings:versions.former')} text={then} other={now} />
        <Column title={t('wordings:versions.now')} text={now} other={then} />
      </div>
      <Text size="xs" c="dimmed">
        {t('wordings:versions.legend')}
      </Text>
    </>
  )
}

const linesOf = ({ subject, body }: Wrote): string[] => [subject, ...body.split('\n')]

const Column = ({ title, text, other }: { title: string; text: Wrote; other: Wrote }) => {
  const known = new Set(linesOf(other))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.text} aria-label={title} tabIndex={0}>
      <Text size="xs" fw={600} c="dimmed">
        {title}
      </Text>
      {linesOf(text).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
        <p key={i} data-differs={(!known.has(line) && line !== '') || undefined} data-subject={i === 0 || undefined}>
          {line}
        </p>
      ))}
    </section>
  )
}
