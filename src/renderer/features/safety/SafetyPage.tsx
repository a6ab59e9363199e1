import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Activity } from './Activity.tsx'
import classes from './safety.module.css'
import { type Section, sections } from './safety.search.ts'

const route = getRouteApi('/book/safety')

const contents: Record<Section, ComponentType> = {
  activity: Activity,
}
/** Sections that are one list, and fill the height. */
const lists: readonly Section[] = ['activity']

/** Who may do what, how the book is kept, and what was done in it. */
export const SafetyPage = () => {
  const t = useT()
  const { section = sections[0] } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (value: string | null) =>
    navigate({ search: { section: sections.find((one) => one === value && one !== sections[0]) } })
  const Content = contents[section]
  return (
    <Tabs value={section} onChange={show} activateTabWithKeyboard={false} className={classes.page}>
      <PageHeader title={t('safety:title')}>
        <Tabs.List aria-label={t('safety:title')}>
          {sections.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`safety:sections.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </PageHeader>
      <Tabs.Panel value={section} className={lists.includes(section) ? classes.list : undefined}>
        <Content />
      </Tabs.Panel>
    </Tabs>
  )
}
