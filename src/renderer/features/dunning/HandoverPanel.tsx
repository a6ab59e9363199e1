import { Group, Kbd, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { Handover } from '../../../main/core/handovers/handovers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { CloseHandover } from '../../components/CloseHandover.tsx'
import { DayText } from '../../components/DayText.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import classes from './dunning.module.css'
import { HandoverItems } from './HandoverItems.tsx'

/** One account handed over: to whom and why, what of it is left, item by item. */
export const HandoverPanel = ({ handover, onClose }: { handover: Handover; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  return (
    <SidePanel opened onClose={onClose} title={handover.customerName} label={t('dunning:handovers.title')}>
      <Text>
        {t(`dunning:handovers.to.${handover.to}`)} <span className={classes.code}>{handover.customerCode}</span>
      </Text>
      {handover.totals.map(({ currency, open }) => (
        <KeyFigure key={currency} label={t('dunning:handovers.columns.open')} value={format.money(open, currency)} />
      ))}
      <Facts
        facts={[
          [t('dunning:handovers.columns.on'), <DayText key="on" day={handover.on} />],
          ...handover.totals.map(
            ({ currency, handed }) => [t('dunning:handovers.columns.handed'), format.money(handed, currency)] as const,
          ),
          handover.mandate.name !== '' && [t('claims:mandate.recipient'), handover.mandate.name],
          handover.procedure !== null && [t('claims:mandate.procedure'), t(`claims:procedure.${handover.procedure}`)],
          handover.next !== null && [
            t('claims:figures.next'),
            `${format.day(handover.next.on)}, ${t(`claims:steps.deadline.${handover.next.code}`)}`,
          ],
          [t('dunning:handovers.by'), handover.by],
          [t('dunning:handovers.reason'), handover.reason],
          handover.closedOn !== null && [
            t('dunning:handovers.columns.state'),
            t('dunning:handovers.state.closed', { day: format.day(handover.closedOn) }),
          ],
          handover.closedOn !== null && [t('dunning:handovers.closedBecause'), handover.closedBecause],
        ]}
      />
      {handover.reviewId && (
        <Text size="sm" c="dimmed">
          {t('dunning:handovers.review')}
        </Text>
      )}
      <Group gap="xs">
        {!handover.closedOn && !readOnly && <CloseHandover handover={handover} />}
        <ButtonLink to="/dunning/handovers/$id" params={{ id: handover.id }} rightSection={<Kbd size="xs">Enter</Kbd>}>
          {t('claims:open')}
        </ButtonLink>
        <ButtonLink
          to="/customers/$id"
          params={{ id: handover.customerId }}
          variant="default"
          leftSection={<IconExternalLink size={16} />}
        >
          {t('dunning:handovers.openCustomer')}
        </ButtonLink>
      </Group>
      <Title order={3}>{t('dunning:handovers.items')}</Title>
      <HandoverItems handover={handover} />
    </SidePanel>
  )
}
