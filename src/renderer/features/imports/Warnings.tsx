import { List, Text } from '@mantine/core'
import type { ImportReport, WarningCode } from '../../../main/core/imports/imports.contract.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'

const LINES_SHOWN = 8
/** Said of the file as a whole: their line tells nothing. */
const ofTheFile: readonly string[] = [
  'separator-unusual',
  'encoding-mixed',
  'file-unbalanced',
  'lettering-unbalanced',
  'openings-known',
] satisfies WarningCode[]

/** What the user should know although every line is taken: one sentence for each kind, with its lines. */
export const Warnings = ({ warnings }: Pick<ImportReport, 'warnings'>) => {
  const t = useT()
  if (warnings.length === 0) return null
  const kinds = [...Map.groupBy(warnings, ({ code }) => code)]
  const lines = (of: ImportReport['warnings']): string => {
    const numbers = of.flatMap(({ line, code }) => (line === null || ofTheFile.includes(code) ? [] : [line]))
    if (numbers.length === 0) return ''
    const shown = numbers.slice(0, LINES_SHOWN).join(', ')
    const more = numbers.length - LINES_SHOWN
    const words = more > 0 ? t('imports:warnings.andMore', { lines: shown, count: more }) : shown
    return ` (${t('imports:warnings.line', { count: numbers.length, lines: words })})`
  }
  return (
    <Note tone="late" title={t('imports:warnings.title', { count: warnings.length })}>
      <List size="sm">
        {kinds.map(([code, of]) => (
          <List.Item key={code}>
            {t(`imports:warnings.words.${code}`)}
            {lines(of)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt={4}>
        {t('imports:warnings.about')}
      </Text>
    </Note>
  )
}
