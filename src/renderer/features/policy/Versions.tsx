import { Group, Text, Title } from '@mantine/core'
import type { Policy } from '../../../main/core/policy/policy.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { ChangeList } from './ChangeList.tsx'
import { PrintVersion } from './PrintVersion.tsx'
import classes from './policy.module.css'
import { useChanges } from './useChanges.ts'

type Props = { versions: readonly Policy[]; inForce: number }

/** Every version, the newest first, with what it changed. */
export const Versions = ({ versions, inForce }: Props) => {
  const t = useT()
  const format = useFormat()
  const changes = useChanges()
  return (
    <section className={classes.versions} aria-label={t('policy:versions.title')}>
      <Title order={2}>{t('policy:versions.title')}</Title>
      {versions.map(({ version, inForceFrom, author, summary, content }, i) => {
        const former = versions[i + 1]
        const lines = former ? changes(former.content, content) : []
        return (
          <div key={version} className={classes.version}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={600}>
                {version === 0 ? t('policy:versions.shipped') : t('policy:versions.version', { version })}
              </Text>
              {version === inForce && <ToneBadge tone="settled">{t('policy:versions.current')}</ToneBadge>}
              {version > inForce && <ToneBadge>{t('policy:versions.coming')}</ToneBadge>}
            </Group>
            {inForceFrom && (
              <Text size="xs" c="dimmed">
                {t('policy:versions.meta', { day: format.day(inForceFrom), author })}
              </Text>
            )}
            <PrintVersion version={version} />
            {summary !== '' && (
              <Text size="sm" mt={4} className={classes.summary}>
                {summary}
              </Text>
            )}
            {former && lines.length === 0 && <Text size="sm">{t('policy:versions.same')}</Text>}
            {lines.length > 0 && <ChangeList changes={lines} />}
          </div>
        )
      })}
    </section>
  )
}
