import { Group, Text } from '@mantine/core'
import { columnName, tableName } from '../../../main/core/audit/words.rules.ts'
import { ButtonLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { useLanguage, useT } from '../i18n.ts'
import { useOpeningCheck } from '../openingCheck.ts'
import { useMay } from '../people/usePeople.ts'

/** Stays on every screen as long as the book is open: what another program changed is told with its place. */
export const BreakBanner = () => {
  const t = useT()
  const language = useLanguage()
  const may = useMay('audit')
  const found = useOpeningCheck()
  if (!found || found.broken.length + found.unsealed.length === 0) return null
  const [row] = found.unsealed
  const [entry] = found.broken
  const place = row
    ? `${tableName(row.table, language)} (${t(`safety:checks.kinds.${row.kind}`)})${row.key ? `, ${columnName('id', language).toLowerCase()} ${row.key}` : ''}`
    : t('safety:checks.banner.chain', { id: entry?.entryId ?? 0 })
  const others = found.unsealed.length + found.broken.length - 1
  return (
    <Note tone="risk" role="alert" title={t('safety:checks.banner.title')}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {t('safety:checks.banner.text', {
            place: others > 0 ? t('safety:checks.banner.more', { place, count: others }) : place,
          })}
        </Text>
        {may && (
          <ButtonLink to="/safety" search={{ section: 'checks' }} variant="default" size="xs">
            {t('safety:checks.banner.action')}
          </ButtonLink>
        )}
      </Group>
    </Note>
  )
}
