import { permissions } from '../../../main/core/kernel/contract.ts'
import { useT } from '../i18n.ts'
import classes from '../shell/Shell.module.css'
import { usePeople, useRoleName } from './usePeople.ts'

/** Why something is missing from the screens: the role of whoever is signed in does not allow everything. */
export const RoleNote = () => {
  const t = useT()
  const roleName = useRoleName()
  const me = usePeople()?.me
  if (!me || me.permissions.length === permissions.length) return null
  return <span className={classes.more}>{t('people:status', { role: roleName(me.role) })}</span>
}
