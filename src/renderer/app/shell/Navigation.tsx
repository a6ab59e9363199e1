import { Link } from '@tanstack/react-router'
import { useFormat } from '../format.ts'
import { useT } from '../i18n.ts'
import { type NavEntry, useOffered } from '../navigation.ts'
import classes from './Shell.module.css'

const SETTINGS_FROM = 80
const noCount = () => undefined

export const Navigation = () => {
  const t = useT()
  const { entries } = useOffered()
  return (
    <nav className={classes.nav} aria-label={t('common:nav.label')}>
      <div className={classes.brand}>Encours</div>
      {entries.map((entry, i) => (
        <div key={entry.to}>
          {entry.order >= SETTINGS_FROM && (entries[i - 1]?.order ?? 0) < SETTINGS_FROM && (
            <hr className={classes.rule} />
          )}
          <Entry entry={entry} />
        </div>
      ))}
    </nav>
  )
}

const Entry = ({ entry: { to, icon: Icon, labelKey, useCount = noCount } }: { entry: NavEntry }) => {
  const t = useT()
  const format = useFormat()
  const count = useCount()
  return (
    <Link to={to} className={classes.entry} activeOptions={{ exact: false }}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes.entryLabel}>{t(labelKey)}</span>
      {count ? <span className={classes.count}>{format.number(count)}</span> : null}
    </Link>
  )
}
