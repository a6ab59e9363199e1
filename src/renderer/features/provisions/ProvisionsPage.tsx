import { SegmentedControl, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FiguresTabs } from '../../components/FiguresTabs.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { SheetButton } from '../../components/SheetButton.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { CasesView } from './CasesView.tsx'
import { ClosingView } from './ClosingView.tsx'
import { MatrixView } from './MatrixView.tsx'
import classes from './provisions.module.css'
import { type ProvisionsSearch, settingsOf, type View, views } from './provisions.search.ts'

const route = getRouteApi('/book/figures/provisions')

/** What may be lost of what customers owe: by age from our own history, case by case, and the closings that book it. */
export const ProvisionsPage = () => {
  const t = useT()
  const today = useWorkingDay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: ProvisionsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const { view = 'matrix', asOf = today, show, id } = search
  const settings = settingsOf(search)
  return (
    <>
      <PageHeader
        title={t('provisions:title')}
        actions={<SheetButton of={['matrix', 'cases']} asOf={asOf} settings={settings} />}
      >
        <FiguresTabs value="provisions" />
      </PageHeader>
      <Toolbar
        end={
          <div className={classes.pair}>
            <Text size="sm">{t('provisions:asOf')}</Text>
            <DayInput
              aria-label={t('provisions:asOf')}
              maxDate={today}
              value={asOf}
              onChange={(day) => day && change({ asOf: day === today ? undefined : day })}
            />
          </div>
        }
      >
        <SegmentedControl
          aria-label={t('provisions:view.label')}
          value={view}
          onChange={(value) => change({ view: value === 'matrix' ? undefined : (value as View), id: undefined })}
          data={views.map((value) => ({ value, label: t(`provisions:view.${value}`) }))}
        />
      </Toolbar>
      {view === 'matrix' && <MatrixView asOf={asOf} settings={settings} onChange={change} />}
      {view === 'cases' && <CasesView asOf={asOf} taxRate={settings.taxRate} show={show} id={id} onChange={change} />}
      {view === 'closing' && <ClosingView asOf={asOf} settings={settings} />}
    </>
  )
}
