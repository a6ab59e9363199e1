import { Group, Text, Title } from '@mantine/core'
import type { Loss } from '../../../main/core/losses/losses.contract.ts'
import type { client } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'

export type Measured = Awaited<ReturnType<typeof client.losses.underPolicy>>['losses'][number]
type Props = { loss: Loss; measured: Measured | undefined; home: string; onClose: () => void }

/** One bad debt, and the decision under which its invoice was issued. */
export const LossPanel = ({ loss, measured, home, onClose }: Props) => {
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
          loss.since !== null && [
            t('losses:panel.relation'),
            t('losses:panel.relationSince', { day: format.day(loss.since), age: t(`losses:age.${loss.age}`) }),
          ],
          loss.segment !== '' && [t('losses:panel.segment'), loss.segment],
          loss.salesperson !== '' && [t('losses:panel.salesperson'), loss.salesperson],
        ]}
      />
      {measured && <UnderPolicy measured={measured} home={home} />}
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

/** What the policy in force today would have done with the sale. */
const UnderPolicy = ({ measured, home }: { measured: Measured; home: string }) => {
  const t = useT()
  const format = useFormat()
  const { effect, rule, asOf, limit, class: riskClass, avoided } = measured
  return (
    <section>
      <Title order={3}>{t('losses:panel.policy')}</Title>
      <Text size="sm" c="dimmed" mb={4}>
        {t('losses:panel.policyOn', { day: format.day(asOf) })}
      </Text>
      <Facts
        facts={[
          [
            t('losses:by.policy'),
            rule === null
              ? t(`losses:effect.${effect}`)
              : `${t(`losses:effect.${effect}`)}, ${t(`losses:rule.${rule}`)}`,
          ],
          [
            t('losses:panel.policyLimit'),
            limit === null
              ? t('losses:panel.policyNoLimit')
              : riskClass === null
                ? format.money(limit, home)
                : t('losses:panel.policyClass', { amount: format.money(limit, home), riskClass }),
          ],
          [t('losses:panel.avoided'), format.money(avoided, home)],
        ]}
      />
    </section>
  )
}
