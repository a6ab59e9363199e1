import { Group } from '@mantine/core'
import type { Loss } from '../../../main/core/losses/losses.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'

type Props = { loss: Loss; home: string; onClose: () => void }

/** One bad debt, and the decision under which its invoice was issued. */
export const LossPanel = ({ loss, home, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const {
    amount,
    currency,
    worth,
    kind,
    on,
    writeOff,
    origin,
    issued,
    balance,
    limit,
    decidedBy,
    decidedOn,
    reviewId,
  } = loss
  return (
    <SidePanel opened onClose={onClose} title={t('losses:panel.title', { number: loss.number })}>
      <KeyFigure
        label={loss.customerName}
        value={format.money(amount, currency)}
        tone="risk"
        {...(currency !== home && {
          hint:
            worth === null ? t('losses:panel.noRate') : t('losses:panel.worth', { amount: format.money(worth, home) }),
        })}
      />
      <Facts
        facts={[
          [t('losses:panel.kind'), t('losses:panel.kindOn', { kind: t(`losses:kind.${kind}`), day: format.day(on) })],
          writeOff !== null && [
            t('losses:panel.reason'),
            t('losses:panel.reasonBy', {
              reason: t(`writeoffs:reason.${writeOff.reason}`),
              person: writeOff.approvedBy,
            }),
          ],
          [t('losses:panel.issued'), format.day(issued)],
          [t('losses:panel.origin'), t(`losses:origin.${origin}`)],
          [t('losses:panel.balance'), format.money(balance, home)],
          [t('losses:panel.limit'), limit === null ? t('losses:panel.noLimit') : format.money(limit, home)],
          decidedBy !== '' && [
            t('losses:panel.decided'),
            decidedOn ? t('losses:panel.decidedOn', { person: decidedBy, day: format.day(decidedOn) }) : decidedBy,
          ],
        ]}
      />
      <Group gap="xs">
        {writeOff && (
          <ButtonLink size="compact-md" fz="sm" to="/dunning/write-offs" search={{ show: 'booked', id: writeOff.id }}>
            {t('losses:panel.writeOff', { reference: writeOff.reference })}
          </ButtonLink>
        )}
        {reviewId && (
          <ButtonLink size="compact-md" fz="sm" to="/credit/reviews/$id" params={{ id: reviewId }}>
            {t('losses:panel.review')}
          </ButtonLink>
        )}
        <ButtonLink
          size="compact-md"
          fz="sm"
          variant="default"
          to="/customers/$id"
          params={{ id: loss.customerId }}
          search={{ tab: 'credit' }}
        >
          {t('losses:panel.customer')}
        </ButtonLink>
      </Group>
    </SidePanel>
  )
}
