import type { TimelineEntry } from '../../../main/core/customers/customers.contract.ts'
import type { PostingOutcome } from '../../../main/core/postings/postings.contract.ts'
import { useFormat } from '../../app/format.ts'
import { type TextKey, useT } from '../../app/i18n.ts'
import { customersFr } from './customers.fr.ts'
import { isOfCredit, useCreditWords } from './useCreditWords.ts'
import { isOfTalks, useTalkWords } from './useTalkWords.ts'

const fields = customersFr.timeline.field

/** What happened, and what is to be known beside: sent when, held until when, by whom. */
export const useEntryWords = (entry: TimelineEntry): { what: string; more: string[] } => {
  const t = useT()
  const format = useFormat()
  const creditWords = useCreditWords()
  const talkWords = useTalkWords()
  const { kind, title, details, user } = entry
  const dated = (name: string, key: TextKey): string[] =>
    typeof details[name] === 'string' ? [t(key, { day: format.day(details[name]) })] : []
  const by = user ? [user] : []
  if (isOfCredit(kind)) return creditWords(kind, entry)
  if (kind === 'letter' || kind === 'call') {
    const cancelled = dated('cancelledOn', 'customers:timeline.cancelledOn')
    const sent = dated('sentOn', 'customers:timeline.sentOn')
    const state = [cancelled, sent, [t('customers:timeline.notSent')]].find((words) => words.length > 0) ?? []
    return { what: t(`customers:timeline.${kind}`, { levelName: details.levelName }), more: [title, ...state] }
  }
  if (kind === 'hold')
    return {
      what: t('customers:timeline.hold'),
      more: [
        title,
        ...dated('until', 'customers:timeline.until'),
        ...dated('releasedOn', 'customers:timeline.releasedOn'),
        ...by,
      ],
    }
  if (kind === 'edited') {
    const changed = Object.keys(details).filter((name): name is keyof typeof fields => name in fields)
    const names = changed.map((name) => t(`customers:timeline.field.${name}`)).join(', ')
    return { what: t('customers:timeline.edited', { fields: names }), more: by }
  }
  if (kind === 'message') {
    const to = typeof details.to === 'string' ? [details.to] : []
    return { what: t('customers:timeline.message', { title }), more: [...to, ...by] }
  }
  if (kind === 'posted') {
    const number = typeof details.number === 'string' && details.number !== '' ? [details.number] : []
    return { what: t('customers:timeline.posted', { levelName: details.levelName }), more: [title, ...number] }
  }
  if (kind === 'receipt')
    return { what: t(`customers:timeline.receipt.${details.outcome as PostingOutcome}`, { title }), more: by }
  if (isOfTalks(kind)) return talkWords(kind, entry)
  if (kind === 'merged') return { what: t('customers:timeline.merged', details), more: by }
  return { what: t(`customers:timeline.${kind}`, { title }), more: by }
}
