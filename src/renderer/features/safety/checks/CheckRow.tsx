import { Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Check } from '../../../../main/core/integrity/integrity.contract.ts'
import { useT } from '../../../app/i18n.ts'
import classes from './checks.module.css'
import { Place } from './Place.tsx'

/** One check: its name, whether it is good, where it is not, and what to do then. */
export const CheckRow = ({ check: { name, ok, places, found } }: { check: Check }) => {
  const t = useT()
  return (
    <li className={classes.check} data-ok={ok || undefined}>
      <span className={classes.mark}>
        {ok ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
      </span>
      <div className={classes.what}>
        <Text size="sm" fw={ok ? 400 : 600}>
          {t(`safety:checks.names.${name}`)}
        </Text>
        {!ok && (
          <>
            <ul className={classes.places}>
              {places.map((place) => (
                <li key={place}>
                  <Place check={name} place={place} />
                </li>
              ))}
              {found > places.length && <li>{t('safety:checks.more', { count: found - places.length })}</li>}
            </ul>
            <Text size="sm">{t(`safety:checks.todo.${name}`)}</Text>
          </>
        )}
      </div>
      <Text size="sm" c={ok ? 'dimmed' : undefined} className={classes.verdict}>
        {ok ? t('safety:checks.ok') : t('safety:checks.found', { count: found })}
      </Text>
    </li>
  )
}
