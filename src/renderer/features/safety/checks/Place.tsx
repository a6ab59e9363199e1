import { brokenKinds, unsealedKinds } from '../../../../main/core/audit/audit.contract.ts'
import { columnName } from '../../../../main/core/audit/words.rules.ts'
import type { CheckName } from '../../../../main/core/integrity/integrity.contract.ts'
import { useLanguage, useT } from '../../../app/i18n.ts'
import { AnchorLink } from '../../../components/links.tsx'
import { useValueWords } from '../activity/useValueWords.ts'
import { readPlace } from './place.ts'

/** A place in words, and the way to it where a screen shows it. */
export const Place = ({ check, place }: { check: CheckName; place: string }) => {
  const t = useT()
  const language = useLanguage()
  const words = useValueWords()
  const told = readPlace(check, place)
  if (told.kind === 'entry') {
    const kind = brokenKinds.find((one) => one === told.said)
    return (
      <AnchorLink to="/safety" search={{ section: 'activity', entry: told.id }} size="sm">
        {t('safety:checks.entryPlace', { id: told.id, kind: kind ? t(`safety:checks.kinds.${kind}`) : told.said })}
      </AnchorLink>
    )
  }
  if (told.kind === 'row') {
    const kind = unsealedKinds.find((one) => one === told.said)
    const text = `${words.table(told.table)} (${kind ? t(`safety:checks.kinds.${kind}`) : told.said})`
    const at = told.key && `${columnName('id', language).toLowerCase()} ${told.key}`
    if (told.table === 'customer' && told.key)
      return (
        <AnchorLink to="/customers/$id" params={{ id: told.key }} size="sm">
          {text}
        </AnchorLink>
      )
    return <>{[text, at].filter(Boolean).join(', ')}</>
  }
  if (told.kind === 'item')
    return (
      <AnchorLink to="/receivables" search={{ search: told.number, show: 'all' }} size="sm">
        {told.number}
      </AnchorLink>
    )
  return <>{place}</>
}
