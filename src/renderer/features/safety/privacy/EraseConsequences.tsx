import { Text } from '@mantine/core'
import { tableName } from '../../../../main/core/audit/words.rules.ts'
import type { ErasureKind } from '../../../../main/core/privacy/privacy.contract.ts'
import type { client } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { useWorkingDay } from '../../../app/workingDay.ts'
import { Note } from '../../../components/Note.tsx'
import classes from './privacy.module.css'
import { useHindranceWords } from './useHindranceWords.ts'

type Preview = Awaited<ReturnType<typeof client.privacy.preview>>

/** What would go and what would stay, in words; first of all what stands in the way. */
export const EraseConsequences = ({ preview, kind }: { preview: Preview; kind: ErasureKind }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const hindered = useHindranceWords()
  const today = useWorkingDay()
  const { customer, hindrances, until, documents, entries, slips, mentions, dueOn } = preview
  const goes =
    kind === 'customer'
      ? t('safety:privacy.erase.goesWhole')
      : kind === 'contact'
        ? t('safety:privacy.erase.goesContact')
        : t('safety:privacy.erase.goesAged', { until: until ? format.day(until) : '' })
  return (
    <>
      <Text size="sm">
        {t('safety:privacy.erase.of')} <strong>{[customer.code, customer.name].join(' · ')}</strong>
      </Text>
      {hindrances.length > 0 && (
        <Note tone="risk" role="alert" title={t('safety:privacy.erase.blocked')}>
          <Text size="sm">{t('safety:privacy.erase.blockedBy', { what: hindered(hindrances) })}</Text>
        </Note>
      )}
      {dueOn !== null && dueOn > today && hindrances.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('safety:privacy.erase.notDue', { day: format.day(dueOn) })}
        </Text>
      )}
      <div>
        <Text size="sm" fw={600}>
          {t('safety:privacy.erase.goes')}
        </Text>
        <Text size="sm">{goes}</Text>
        <ul className={classes.list}>
          {documents > 0 && <li>{t('safety:privacy.erase.files', { count: documents })}</li>}
          {entries > 0 && <li>{t('safety:privacy.erase.entries', { count: entries })}</li>}
        </ul>
      </div>
      <div>
        <Text size="sm" fw={600}>
          {t('safety:privacy.erase.stays')}
        </Text>
        <ul className={classes.list}>
          <li>{t('safety:privacy.erase.staysText')}</li>
          {slips > 0 && <li>{t('safety:privacy.erase.slips', { count: slips })}</li>}
          {mentions.length > 0 && (
            <li>
              {t('safety:privacy.erase.mentions', {
                places: mentions.map(({ table, rows }) => `${tableName(table, language)} (${rows})`).join(', '),
              })}
            </li>
          )}
          <li>{t('safety:privacy.erase.backups')}</li>
        </ul>
      </div>
      <Text size="xs" c="dimmed">
        {t('safety:privacy.erase.pause')}
      </Text>
    </>
  )
}
