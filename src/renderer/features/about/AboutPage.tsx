import { Anchor, List, Stack, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useT } from '../../app/i18n.ts'
import { version } from '../../app/version.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import classes from './about.module.css'
import { Licences } from './Licences.tsx'

const texts = [
  ['commerce', 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000005634379/'],
  ['directive', 'https://eur-lex.europa.eu/eli/dir/2011/7/oj'],
  ['privacy', 'https://eur-lex.europa.eu/eli/reg/2016/679/oj'],
  ['licence', 'https://www.mozilla.org/MPL/2.0/'],
] as const

/** Which version this is, what it sends (nothing), and whose work it holds. */
export const AboutPage = () => {
  const t = useT()
  return (
    <>
      <PageHeader title={t('about:title')} />
      <div className={classes.page}>
        <Stack gap="lg" className={classes.own}>
          <section>
            <Title order={2}>{t('about:version', { version })}</Title>
            <Text mt={4}>{t('about:own')}</Text>
            <Text mt="sm">{t('about:offline')}</Text>
          </section>
          <section>
            <Title order={2}>{t('about:laws.title')}</Title>
            <Text size="sm" c="dimmed">
              {t('about:laws.asked')}
            </Text>
            <List mt={4} listStyleType="none">
              {texts.map(([name, address]) => (
                <List.Item key={name}>
                  <Anchor href={address} target="_blank" rel="noopener noreferrer">
                    {t(`about:laws.${name}`)} <IconExternalLink size={14} aria-hidden className={classes.outside} />
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </section>
        </Stack>
        <Licences />
      </div>
    </>
  )
}
