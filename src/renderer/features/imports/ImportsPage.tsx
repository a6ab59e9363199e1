import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { History } from './History.tsx'
import { ImportFiles } from './ImportFiles.tsx'
import classes from './imports.module.css'

const route = getRouteApi('/book/imports')
const views = ['files', 'history'] as const

export const ImportsPage = () => {
  const t = useT()
  const { view = 'files' } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (value: string | null) =>
    navigate({ search: { view: views.find((one) => one === value && one !== 'files') } })
  return (
    <Tabs value={view} onChange={show} activateTabWithKeyboard={false} className={classes.page}>
      <PageHeader title={t('imports:title')}>
        <Tabs.List aria-label={t('imports:title')}>
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`imports:views.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </PageHeader>
      <Tabs.Panel value="files">
        <ImportFiles />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.list}>
        <History />
      </Tabs.Panel>
    </Tabs>
  )
}
