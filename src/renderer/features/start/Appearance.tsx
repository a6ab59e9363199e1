import { Group } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { ColourChoice, LanguageChoice } from '../../components/Appearance.tsx'

/** Before a book is open the preferences have no screen. */
export const Appearance = () => {
  const t = useT()
  return (
    <Group gap="xs" role="group" aria-label={t('start:preferences')} wrap="nowrap">
      <LanguageChoice />
      <ColourChoice />
    </Group>
  )
}
