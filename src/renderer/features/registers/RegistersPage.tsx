import { SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { CheckHistory } from './CheckHistory.tsx'
import { CheckView } from './CheckView.tsx'
import { MarkedList } from './MarkedList.tsx'
import { type RegisterView, registerViews } from './registers.search.ts'
import { UnidentifiedList } from './UnidentifiedList.tsx'

const route = getRouteApi('/book/credit/registers')

/** Is it still in business? Register extracts held against all customers. */
export const RegistersPage = () => {
  const t = useT()
  const { view = 'check' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader title={t('registers:title')}>
        <CreditTabs value="registers" />
      </PageHeader>
      <Toolbar>
        <SegmentedControl
          aria-label={t('registers:views.label')}
          value={view}
          onChange={(value) =>
            navigate({ search: { view: value === 'check' ? undefined : (value as RegisterView) }, replace: true })
          }
          data={registerViews.map((value) => ({ value, label: t(`registers:views.${value}`) }))}
        />
      </Toolbar>
      {view === 'check' && <CheckView />}
      {view === 'marked' && <MarkedList />}
      {view === 'unidentified' && <UnidentifiedList />}
      {view === 'history' && <CheckHistory />}
    </>
  )
}
