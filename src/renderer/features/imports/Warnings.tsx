import { List, Text } from '@mantine/core'
import type { ImportReport, WarningCode } from '../../../main/core/imports/imports.contract.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { useWarningDetail } from './useWarningDetail.ts'

const SHOWN = 8
/** Said of the file as a whole: their line tells nothing. */
const ofTheFile: readonly string[] = [
  'separator-unusual',
  'encoding-mixed',
  'file-unbalanced',
  'lettering-unbalanced',
  'openings-known',
] satisfies WarningCode[]

/** What the user should know although every line is taken: one sentence for each kind, with what it says of each line. */
export const Warnings = ({ warnings }: Pick<ImportReport, 'warnings'>) => {
  const t = useT()
  if (warnings.length === 0) return null
  const kinds = [...Map.groupBy(warnings, ({ code }) => code)]
  return (
    <Note tone="late" title={t('imports:warnings.title', { count: warnings.length })}>
      <List size="sm">
        {kinds.map(([code, of]) => (
          <List.Item key={code}>
            <Sentence words={t(`imports:warnings.words.${code}`)} warnings={of} ofFile={ofTheFile.includes(code)} />
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt={4}>
        {t('imports:warnings.about')}
      </Text>
    </Note>
  )
}

type Props = { words: string; warnings: ImportReport['warnings']; ofFile: boolean }

/** With its line numbers; where a warning says an amount, a count or a file, with each of them. */
const Sentence = ({ words, warnings, ofFile }: Props) => {
  const t = useT()
  const detailOf = useWarningDetail()
  const details = warnings.flatMap((warning) => detailOf(warning) ?? [])
  const more = Math.max(0, (details.length || warnings.length) - SHOWN)
  const andMore = (shown: string) => (more > 0 ? t('imports:warnings.andMore', { lines: shown, count: more }) : shown)
  if (details.length > 0) {
    const shown = andMore(details.slice(0, SHOWN).join(t('imports:warnings.between')))
    return t('imports:warnings.said', { words, details: shown })
  }
  const lines = ofFile ? [] : warnings.flatMap(({ line }) => line ?? [])
  if (lines.length === 0) return words
  const shown = andMore(lines.slice(0, SHOWN).join(', '))
  return `${words} (${t('imports:warnings.line', { count: lines.length, lines: shown })})`
}
