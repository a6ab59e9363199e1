import { NavLink, ScrollArea, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { SearchField } from '../../components/SearchField.tsx'
import classes from './about.module.css'
import { keyOf, licencesQuery, matching, reflowed } from './licences.ts'

const route = getRouteApi('/book/about')

/** The components of others, and the text of the licence of the one that is chosen. */
export const Licences = () => {
  const t = useT()
  const { data: licences, isError } = useQuery(licencesQuery)
  const { component } = route.useSearch()
  const [words, setWords] = useState('')
  if (isError) return <Text c="dimmed">{t('about:licences.missing')}</Text>
  if (!licences) return null
  const shown = matching(licences, words)
  const chosen = licences.find((one) => keyOf(one) === component) ?? shown[0]
  return (
    <section className={classes.licences}>
      <div>
        <Title order={2}>{t('about:licences.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('about:licences.count', { count: licences.length })} {t('about:licences.beside')}
        </Text>
      </div>
      <div className={classes.lists}>
        <div className={classes.names}>
          <SearchField
            value={words}
            onChange={setWords}
            placeholder={t('about:licences.search')}
            aria-label={t('about:licences.search')}
          />
          <nav className={classes.scroll} aria-label={t('about:licences.title')}>
            {shown.map((one) => (
              <NavLink
                key={keyOf(one)}
                py={4}
                active={one === chosen}
                label={one.name}
                description={`${one.version} · ${one.licence}`}
                renderRoot={(props) => (
                  <Link {...props} to="/about" search={{ component: keyOf(one) }} replace resetScroll={false} />
                )}
              />
            ))}
            {shown.length === 0 && <Text c="dimmed">{t('about:licences.none')}</Text>}
          </nav>
        </div>
        {chosen && (
          <ScrollArea
            className={classes.text}
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('about:licences.of', { name: chosen.name }) }}
          >
            <Title order={3}>
              {chosen.name} {chosen.version}
            </Title>
            <pre className={classes.licence}>
              {reflowed(chosen.text) || `${chosen.licence}\n\n${t('about:licences.noText')}`}
            </pre>
          </ScrollArea>
        )}
      </div>
    </section>
  )
}
