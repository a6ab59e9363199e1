import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Alert } from '../../../main/core/alerts/alerts.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useHome } from '../../app/useHome.ts'
import { alertSentence } from '../../components/credit/alertSentence.ts'
import { LimitBar } from '../../components/credit/LimitBar.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { AlertState } from './AlertState.tsx'
import classes from './alerts.module.css'
import { SeenDialog } from './SeenDialog.tsx'

type Props = { alert: Alert; onOpen: () => void; pending: boolean; onClose: () => void }

/** One alert with what stands beside it: the customer's exposure, its other alerts, what can be done. */
export const AlertPanel = ({ alert, onOpen, pending, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const home = useHome()
  const readOnly = useReadOnly('edit')
  const [seeing, setSeeing] = useState(false)
  const { customerId, seen, reviewId } = alert
  const exposure = useQuery(api.limits.exposure.queryOptions({ input: { customerId } })).data
  const others = (
    useQuery(api.alerts.list.queryOptions({ input: { customerId, show: 'open' } })).data?.alerts ?? []
  ).filter((one) => one.kind !== alert.kind || one.occurrence !== alert.occurrence)
  const maySee = !readOnly && seen === null
  useShortcuts(maySee ? [{ key: 'v', label: t('alerts:panel.markSeen'), run: () => setSeeing(true) }] : [])
  return (
    <SidePanel opened onClose={onClose} title={alert.name}>
      <div>
        <Group gap={6}>
          <AlertState alert={alert} />
          <Text size="sm" fw={600}>
            {t(`credit:alert.kind.${alert.kind}`)}
          </Text>
        </Group>
        <Text size="sm" mt={4}>
          {alertSentence(alert, home, t, format)}.
        </Text>
      </div>
      {exposure && (
        <>
          <KeyFigure label={t('alerts:panel.exposure')} value={format.money(exposure.total, exposure.currency)} />
          <LimitBar standing={exposure} currency={exposure.currency} />
        </>
      )}
      {seen && (
        <Facts
          facts={[
            [t('alerts:panel.seen'), t('alerts:panel.seenBy', { user: seen.by, day: format.day(seen.on) })],
            [t('alerts:panel.because'), seen.because],
          ]}
        />
      )}
      <Group gap="xs">
        {(reviewId || !readOnly) && (
          <Button
            loading={pending}
            rightSection={<Kbd size="xs">{t('common:shortcuts.keys.enter')}</Kbd>}
            onClick={onOpen}
          >
            {t(reviewId ? 'alerts:panel.seeReview' : 'alerts:panel.openReview')}
          </Button>
        )}
        {maySee && (
          <Button variant="default" rightSection={<Kbd size="xs">v</Kbd>} onClick={() => setSeeing(true)}>
            {t('alerts:panel.markSeen')}
          </Button>
        )}
        <ButtonLink to="/customers/$id" params={{ id: customerId }} search={{ tab: 'credit' }} variant="default">
          {t('alerts:panel.customer')}
        </ButtonLink>
      </Group>
      {others.length > 0 && (
        <section aria-label={t('alerts:panel.others')}>
          <Title order={3} mb={4}>
            {t('alerts:panel.others')}
          </Title>
          <ul className={classes.others}>
            {others.map((one) => (
              <li key={`${one.kind} ${one.occurrence}`}>{alertSentence(one, home, t, format)}</li>
            ))}
          </ul>
        </section>
      )}
      {seeing && <SeenDialog alert={alert} onClose={() => setSeeing(false)} />}
    </SidePanel>
  )
}
