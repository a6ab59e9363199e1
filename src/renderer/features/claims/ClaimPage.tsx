import { Button, Kbd, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { CloseHandover } from '../../components/CloseHandover.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { AccountTab } from './AccountTab.tsx'
import { ClaimHead } from './ClaimHead.tsx'
import classes from './claims.module.css'
import { type ClaimTab, claimTabs } from './claims.search.ts'
import { MandateDialog } from './MandateDialog.tsx'
import { PapersTab } from './PapersTab.tsx'
import { PiecesTab } from './PiecesTab.tsx'
import { RoutesTab } from './RoutesTab.tsx'
import { StepsTab } from './StepsTab.tsx'

const route = getRouteApi('/book/dunning/handovers/$id')

/** One account handed over, to the end: what is owed, which way, on which exhibits, which papers, what happened. */
export const ClaimPage = () => {
  const t = useT()
  const router = useRouter()
  const readOnly = useReadOnly('collect')
  const { id } = route.useParams()
  const { tab = 'account' } = route.useSearch()
  const navigate = route.useNavigate()
  const [editing, setEditing] = useState(false)
  const { data, error } = useQuery(api.handovers.get.queryOptions({ input: { id } }))
  const go = (to: ClaimTab) => navigate({ search: { tab: to }, replace: true })
  const changeable = data !== undefined && data.handover.closedOn === null && !readOnly
  useShortcuts([
    { key: 'Escape', label: t('claims:leave'), run: () => router.history.back() },
    ...claimTabs.map((name, place) => ({
      key: String(place + 1),
      label: t('claims:goTo', { tab: t(`claims:tabs.${name}`) }),
      run: () => go(name),
    })),
    ...(changeable ? [{ key: 'm', label: t('claims:mandate.edit'), run: () => setEditing(true) }] : []),
  ])
  if (error && codeOf(error) === 'not-found')
    return (
      <EmptyState
        title={t('claims:notFound')}
        text={t('claims:notFoundText')}
        action={<ButtonLink to="/dunning/handovers">{t('claims:back')}</ButtonLink>}
      />
    )
  if (!data) return <ErrorNote error={error} />
  return (
    <>
      <PageHeader
        title={t('claims:title', { name: data.handover.customerName })}
        actions={
          changeable && (
            <>
              <CloseHandover handover={data.handover} />
              <Button variant="default" rightSection={<Kbd size="xs">m</Kbd>} onClick={() => setEditing(true)}>
                {t('claims:mandate.edit')}
              </Button>
            </>
          )
        }
      />
      <ClaimHead detail={data} />
      <Tabs
        value={tab}
        onChange={(name) => name && go(name as ClaimTab)}
        style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 12 }}
      >
        <Tabs.List>
          {claimTabs.map((name, place) => (
            <Tabs.Tab key={name} value={name} leftSection={<Kbd size="xs">{place + 1}</Kbd>}>
              {t(`claims:tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes.body}>
          {tab === 'account' && <AccountTab key={id} detail={data} changeable={changeable} />}
          {tab === 'routes' && <RoutesTab detail={data} changeable={changeable} />}
          {tab === 'pieces' && <PiecesTab detail={data} changeable={changeable} />}
          {tab === 'papers' && <PapersTab detail={data} changeable={changeable} />}
          {tab === 'steps' && <StepsTab detail={data} changeable={changeable} />}
        </Tabs.Panel>
      </Tabs>
      {editing && <MandateDialog detail={data} onClose={() => setEditing(false)} />}
    </>
  )
}
