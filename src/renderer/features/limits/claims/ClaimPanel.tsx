import { Button, Group, Kbd, Text } from '@mantine/core'
import { useState } from 'react'
import type { Claim } from '../../../../main/core/limits/covers.schema.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { Facts } from '../../../components/Facts.tsx'
import { KeyFigure } from '../../../components/KeyFigure.tsx'
import { ButtonLink } from '../../../components/links.tsx'
import { Note } from '../../../components/Note.tsx'
import { SidePanel } from '../../../components/SidePanel.tsx'
import { DeclareDialog } from './DeclareDialog.tsx'
import { claimTones } from './useClaimColumns.tsx'

/** One insured invoice beside the list: how long is left, what the insurer would bear, under which policy. */
export const ClaimPanel = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const [declaring, setDeclaring] = useState(false)
  const money = (amount: number) => format.money(amount, claim.currency)
  const open = claim.state !== 'declared' && !readOnly
  useShortcuts(open ? [{ key: 'd', label: t('limits:claims.declare.action'), run: () => setDeclaring(true) }] : [])
  return (
    <SidePanel opened onClose={onClose} title={claim.number}>
      <Text fw={600}>{claim.customerName}</Text>
      <KeyFigure
        label={t('limits:claims.columns.deadline')}
        value={format.day(claim.deadline)}
        tone={claimTones[claim.state]}
      />
      <Note tone={claimTones[claim.state]}>
        <Text size="sm">
          {t(`limits:claims.about.${claim.state}`, {
            count: claim.daysLeft,
            day: format.day(claim.declaredOn ?? claim.deadline),
          })}
        </Text>
      </Note>
      <Facts
        facts={[
          [t('limits:claims.detail.due'), format.day(claim.due)],
          [t('limits:claims.detail.open'), money(claim.open)],
          claim.disputed > 0 && [
            t('limits:claims.detail.disputed'),
            t('limits:claims.detail.disputedHint', { amount: money(claim.disputed) }),
          ],
          [
            t('limits:claims.detail.insured'),
            t('limits:claims.detail.insuredHint', {
              amount: money(claim.insured),
              share: format.percent(claim.coveredShare),
            }),
          ],
          [t('limits:claims.detail.policy'), `${claim.insurer}, ${claim.policyNumber}`],
          [
            t('limits:claims.detail.from'),
            t('limits:claims.detail.fromTo', { from: format.day(claim.from), until: format.day(claim.deadline) }),
          ],
          claim.insolventSince !== null && [
            t('limits:claims.detail.insolvent'),
            t('limits:claims.detail.insolventSince', { day: format.day(claim.insolventSince) }),
          ],
        ]}
      />
      <Group gap="xs">
        {open && (
          <Button
            variant="default"
            size="compact-md"
            fz="sm"
            rightSection={<Kbd size="xs">d</Kbd>}
            onClick={() => setDeclaring(true)}
          >
            {t('limits:claims.declare.action')}
          </Button>
        )}
        <ButtonLink
          to="/customers/$id"
          params={{ id: claim.customerId }}
          search={{ tab: 'credit' }}
          variant="default"
          size="compact-md"
          fz="sm"
        >
          {t('limits:claims.openCustomer')}
        </ButtonLink>
      </Group>
      {declaring && <DeclareDialog claim={claim} onClose={() => setDeclaring(false)} />}
    </SidePanel>
  )
}
