import { Stack } from '@mantine/core'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { flagTone, flagWords } from './flag.words.ts'

/** What must be known of each year before its figures are read. */
export const Flags = ({ statements }: { statements: readonly Statement[] }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  // That an older year is old goes without saying.
  const flagged = statements.flatMap((statement, place) =>
    statement.flags.filter(({ code }) => place === 0 || code !== 'stale').map((flag) => ({ statement, flag })),
  )
  if (flagged.length === 0) return null
  return (
    <Stack gap={4}>
      {flagged.map(({ statement, flag }) => (
        <Note key={`${statement.id} ${flag.code} ${JSON.stringify(flag.details)}`} tone={flagTone(flag)}>
          <strong>{t('financials:years.closed', { day: format.day(statement.closedOn) })}.</strong>{' '}
          {flagWords(flag, statement, t, language)}
        </Note>
      ))}
    </Stack>
  )
}
