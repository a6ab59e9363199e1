import { Button, Group, Kbd, Text } from '@mantine/core'
import type { z } from 'zod'
import type { holdSchema } from '../../../main/core/dunning/dunning.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { Facts } from '../../components/Facts.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'

export type Hold = z.infer<typeof holdSchema>

export const HoldPanel = ({ hold, onClose }: { hold: Hold; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const release = useCommand(api.dunning.releaseHold.mutationOptions(), {
    done: t('disputes:holds.released', { name: hold.customerName }),
    undo: () => {
      const { customerId, itemId, reason, owner, until } = hold
      return client.dunning.hold({ customerId, itemId, reason, owner, until })
    },
    onDone: onClose,
  })
  const lift = () => release.mutate({ id: hold.id })
  useShortcuts(readOnly ? [] : [{ key: 'l', label: t('disputes:holds.release'), run: lift }])
  return (
    <SidePanel opened onClose={onClose} title={hold.customerName}>
      <Text size="sm">
        {hold.until ? t('disputes:holds.ended', { day: format.day(hold.until) }) : t('disputes:holds.noEnd')}
      </Text>
      <Facts
        facts={[
          [t('disputes:holds.columns.scope'), hold.itemNumber ?? t('disputes:holds.whole')],
          [t('disputes:holds.columns.reason'), hold.reason],
          [t('disputes:holds.columns.owner'), hold.owner || t('common:none')],
          [
            t('disputes:holds.columns.since'),
            t('disputes:holds.by', { day: format.day(hold.createdOn), user: hold.createdBy }),
          ],
        ]}
      />
      <Group gap="xs">
        {!readOnly && (
          <Button
            variant="default"
            size="compact-md"
            fz="sm"
            rightSection={<Kbd size="xs">l</Kbd>}
            loading={release.isPending}
            onClick={lift}
          >
            {t('disputes:holds.release')}
          </Button>
        )}
        <ButtonLink to="/customers/$id" params={{ id: hold.customerId }} variant="default" size="compact-md" fz="sm">
          {t('disputes:holds.openCustomer')}
        </ButtonLink>
      </Group>
    </SidePanel>
  )
}
