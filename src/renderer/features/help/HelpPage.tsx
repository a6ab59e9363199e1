import { List, NavLink, Stack, Text, Title } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useLanguage, useT } from '../../app/i18n.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import classes from './help.module.css'
import { helpTextsEn } from './help.topics.en.ts'
import { helpTextsFr } from './help.topics.fr.ts'
import { helpTopics } from './help.topics.ts'

const route = getRouteApi('/book/help')

/** What the program does and how, topic by topic, in the user's language. */
export const HelpPage = () => {
  const t = useT()
  const texts = useLanguage() === 'en' ? helpTextsEn : helpTextsFr
  const { topic } = route.useSearch()
  const { title, lead, sections } = texts[topic]
  return (
    <>
      <PageHeader title={t('help:title')} />
      <div className={classes.page}>
        <nav className={classes.topics} aria-label={t('help:topics')}>
          {helpTopics.map(({ id }) => (
            <NavLink
              key={id}
              active={id === topic}
              label={texts[id].title}
              renderRoot={(props) => <Link {...props} to="/help" search={{ topic: id }} />}
            />
          ))}
          <NavLink label={t('help:about')} renderRoot={(props) => <Link {...props} to="/about" />} />
        </nav>
        <article className={classes.text}>
          <Title order={2}>{title}</Title>
          <Text c="dimmed" mb="md">
            {lead}
          </Text>
          <Stack gap="md">
            {sections.map((section) => (
              <section key={section.title}>
                <Title order={3}>{section.title}</Title>
                <Text mt={4}>{section.text}</Text>
                {section.steps && <Lines type="ordered" lines={section.steps} />}
                {section.points && <Lines type="unordered" lines={section.points} />}
              </section>
            ))}
          </Stack>
        </article>
      </div>
    </>
  )
}

const Lines = ({ type, lines }: { type: 'ordered' | 'unordered'; lines: string[] }) => (
  <List type={type} mt={4}>
    {lines.map((line) => (
      <List.Item key={line}>{line}</List.Item>
    ))}
  </List>
)
