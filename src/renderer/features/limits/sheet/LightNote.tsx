import { IconBell } from '@tabler/icons-react'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { alertSentence } from '../../../components/credit/alertSentence.ts'
import { ReasonList } from '../../../components/credit/ReasonList.tsx'
import { lightIcons, lightTones } from '../header/CreditLight.tsx'
import type { Light } from '../header/useLight.ts'
import classes from './sheet.module.css'

/** The traffic light with all its reasons, and the alerts that are open. */
export const LightNote = ({ light: { verdict, level, alerts } }: { light: Light }) => {
  const t = useT()
  const format = useFormat()
  const Icon = lightIcons[level]
  const word = level === verdict.verdict ? level : 'alerts'
  return (
    <section className={classes.light} data-tone={lightTones[level]} aria-label={t('limits:sheet.light')}>
      <div className={classes.word}>
        <Icon size={22} stroke={1.8} aria-hidden />
        <strong>{t(`limits:light.${word}`)}</strong>
        <span className={classes.version}>
          {verdict.policyVersion === 0
            ? t('limits:sheet.shipped')
            : t('limits:sheet.version', { version: verdict.policyVersion })}
        </span>
      </div>
      {verdict.reasons.length === 0 ? (
        <p className={classes.words}>{t('limits:sheet.noReason')}</p>
      ) : (
        <ReasonList reasons={verdict.reasons} currency={verdict.currency} />
      )}
      {alerts.length > 0 && (
        <ul className={classes.alerts} aria-label={t('limits:sheet.alerts')}>
          {alerts.map((alert) => (
            <li key={`${alert.kind} ${alert.occurrence}`}>
              <IconBell size={16} stroke={1.8} aria-hidden />
              <span>
                <strong>{t('limits:sheet.alert')}</strong> · {alertSentence(alert, verdict.currency, t, format)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
