import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useCloseBook } from '../../app/shell/useCloseBook.ts'
import { version } from '../../app/version.ts'
import { ColourChoice, LanguageChoice } from '../../components/Appearance.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'

export const PreferencesPage = () => {
  const t = useT()
  const closeBook = useCloseBook()
  const book = useQuery(api.book.current.queryOptions({ input: {} })).data?.book
  return (
    <>
      <PageHeader title={t('preferences:title')} />
      <Stack gap="xl" maw={720}>
        <Choice title={t('preferences:language')} text={t('preferences:languageText')}>
          <LanguageChoice />
        </Choice>
        <Choice title={t('preferences:colours')} text={t('preferences:coloursText')}>
          <ColourChoice />
        </Choice>
        {book && (
          <Choice title={t('preferences:book')} text={book.path}>
            <Button variant="default" onClick={closeBook}>
              {t('preferences:close')}
            </Button>
          </Choice>
        )}
        {book?.migratedFrom && <Text size="sm">{t('preferences:migrated', { path: book.migratedFrom })}</Text>}
        <Choice title={t('preferences:about')} text={t('preferences:aboutText')}>
          <AnchorLink to="/about">{t('preferences:version', { version })}</AnchorLink>
        </Choice>
      </Stack>
    </>
  )
}

const Choice = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <Group justify="space-between" align="center" wrap="nowrap" component="section">
    <div style={{ minWidth: 0 }}>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </div>
    <div style={{ flexShrink: 0 }}>{children}</div>
  </Group>
)
