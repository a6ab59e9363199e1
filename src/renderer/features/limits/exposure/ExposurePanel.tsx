import { Button, Group, Kbd } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { ExposureLines } from '../../../components/credit/ExposureLines.tsx'
import { LimitBar } from '../../../components/credit/LimitBar.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { KeyFigure } from '../../../components/KeyFigure.tsx'
import { ButtonLink } from '../../../components/links.tsx'
import { SidePanel } from '../../../components/SidePanel.tsx'
import { LimitDialog } from '../dialogs/LimitDialog.tsx'

/** One customer's exposure beside the list. */
export const ExposurePanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const [deciding, setDeciding] = useState(false)
  const { data, error } = useQuery(api.limits.exposure.queryOptions({ input: { customerId: id } }))
  const name = useQuery(api.customers.get.queryOptions({ input: { id } })).data?.customer.name
  useShortcuts(readOnly ? [] : [{ key: 'l', label: t('limits:decide.action'), run: () => setDeciding(true) }])
  return (
    <SidePanel opened onClose={onClose} title={name ?? t('common:loading')}>
      <ErrorNote error={error} />
      {data && (
        <>
          <KeyFigure
            label={t('limits:exposure.columns.exposure')}
            value={format.money(data.total, data.currency)}
            tone={data.mark === 'passed' ? 'risk' : 'neutral'}
          />
          <LimitBar standing={data} currency={data.currency} />
          <ExposureLines exposure={data} />
          <Group gap="xs">
            {!readOnly && (
              <Button
                variant="default"
                size="compact-md"
                fz="sm"
                rightSection={<Kbd size="xs">l</Kbd>}
                onClick={() => setDeciding(true)}
              >
                {t('limits:decide.action')}
              </Button>
            )}
            <ButtonLink
              to="/customers/$id"
              params={{ id }}
              search={{ tab: 'credit' }}
              variant="default"
              size="compact-md"
              fz="sm"
            >
              {t('limits:exposure.openCustomer')}
            </ButtonLink>
          </Group>
        </>
      )}
      {deciding && name && <LimitDialog owner={{ name, customerId: id }} onClose={() => setDeciding(false)} />}
    </SidePanel>
  )
}
