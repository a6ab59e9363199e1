import { Text } from '@mantine/core'
import { useT } from '../../../app/i18n.ts'
import { AnchorLink } from '../../../components/links.tsx'
import { ToneBadge } from '../../../components/ToneBadge.tsx'
import classes from './form.module.css'
import { type IdentityCheck, identityChecks } from './identity.checks.ts'
import type { CustomerValues } from './values.ts'

const tones = { holds: 'settled', wrong: 'risk', missing: 'neutral' } as const

/** What can be said of a customer's numbers without asking anybody. */
export const IdentityChecks = ({ values }: { values: CustomerValues }) => {
  const t = useT()
  return (
    <section className={classes.checks} aria-label={t('customers:identity.title')}>
      <Text size="sm" fw={600}>
        {t('customers:identity.title')}
      </Text>
      <dl>
        {identityChecks(values).map((check) => (
          <div key={check.number}>
            <dt>{t(`customers:identity.number.${check.number}`)}</dt>
            <dd>
              <ToneBadge tone={tones[check.state]}>{t(`customers:identity.state.${check.state}`)}</ToneBadge>
              <Text span size="xs" c="dimmed">
                <Reason check={check} />
              </Text>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {t('customers:identity.limit')}{' '}
        <AnchorLink underline="always" to="/credit/registers">
          {t('customers:identity.registers')}
        </AnchorLink>
      </Text>
    </section>
  )
}

const Reason = ({ check: { state, reason, expected } }: { check: IdentityCheck }) => {
  const t = useT()
  if (state === 'missing') return expected && t('customers:identity.expected', { expected })
  const because = t(`customers:identity.reason.${reason}`)
  return expected && state === 'wrong' ? `${because} ${t('customers:identity.expected', { expected })}` : because
}
