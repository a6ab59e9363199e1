import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useT } from '../../app/i18n.ts'
import { Reserved } from '../../app/people/Reserved.tsx'
import { useMayAny } from '../../app/people/usePeople.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Activity } from './activity/Activity.tsx'
import { Backups } from './backups/Backups.tsx'
import { Checks } from './checks/Checks.tsx'
import { Passphrase } from './passphrase/Passphrase.tsx'
import { People } from './people/People.tsx'
import { Privacy } from './privacy/Privacy.tsx'
import classes from './safety.module.css'
import { needed, type Section, sections } from './safety.search.ts'

const route = getRouteApi('/book/safety')

const contents: Record<Section, ComponentType> = {
  people: People,
  passphrase: Passphrase,
  backups: Backups,
  activity: Activity,
  checks: Checks,
  privacy: Privacy,
}
/** Sections that are one list, and fill the height. */
const lists: readonly Section[] = ['activity']

/** Who may do what, how the book is kept, and what was done in it. */
export const SafetyPage = () => {
  const t = useT()
  const may = useMayAny()
  const shown = sections.filter((one) => may(needed[one]))
  const first = shown[0] ?? sections[0]
  const { section = first } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (value: string | null) =>
    navigate({ search: { section: shown.find((one) => one === value && one !== first) } })
  const Content = contents[section]
  return (
    <Tabs value={section} onChange={show} activateTabWithKeyboard={false} className={classes.page}>
      <PageHeader title={t('safety:title')}>
        <Tabs.List aria-label={t('safety:title')}>
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`safety:sections.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </PageHeader>
      <Tabs.Panel value={section} className={lists.includes(section) ? classes.list : undefined}>
        <Reserved needed={needed[section]}>
          <Content />
        </Reserved>
      </Tabs.Panel>
    </Tabs>
  )
}
