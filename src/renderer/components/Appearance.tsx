import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { setLanguage, useLanguage, useT } from '../app/i18n.ts'

/** Each language by its own name, for those who do not read the other. */
export const LanguageChoice = () => {
  const t = useT()
  return (
    <SegmentedControl
      aria-label={t('common:appearance.language')}
      value={useLanguage()}
      onChange={(language) => setLanguage(language === 'en' ? 'en' : 'fr')}
      data={[
        { value: 'fr', label: 'Français' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}

export const ColourChoice = () => {
  const t = useT()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      aria-label={t('common:appearance.colours')}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
      data={[
        { value: 'light', label: t('common:appearance.light') },
        { value: 'dark', label: t('common:appearance.dark') },
        { value: 'auto', label: t('common:appearance.auto') },
      ]}
    />
  )
}
