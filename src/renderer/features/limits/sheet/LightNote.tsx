import type { Verdict } from '../../../../main/core/limits/limits.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { ReasonList } from '../../../components/credit/ReasonList.tsx'
import { lightIcons, lightTones } from '../header/CreditLight.tsx'
import classes from './sheet.module.css'

/** The traffic light with all its reasons. */
export const LightNote = ({ verdict }: { verdict: Verdict }) => {
  const t = useT()
  const Icon = lightIcons[verdict.verdict]
  return (
    <section className={classes.light} data-tone={lightTones[verdict.verdict]} aria-label={t('limits:sheet.light')}>
      <div className={classes.word}>
        <Icon size={22} stroke={1.8} aria-hidden />
        <strong>{t(`limits:light.${verdict.verdict}`)}</strong>
        <span className={classes.version}>{t('limits:sheet.version', { version: verdict.policyVersion })}</span>
      </div>
      {verdict.reasons.length === 0 ? (
        <p className={classes.words}>{t('limits:sheet.noReason')}</p>
      ) : (
        <ReasonList reasons={verdict.reasons} currency={verdict.currency} />
      )}
    </section>
  )
}
