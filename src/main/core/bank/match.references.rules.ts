import { isRfReference, normaliseIdentifier } from '../customers/identifiers.rules.ts'
import type { MatchIndex } from './match.index.rules.ts'
import type { LineToMatch, OpenItem, Reason, ReasonCode } from './match.model.ts'
import { isTelling, spellingsInText } from './match.text.rules.ts'

/** The open documents of one customer that a line names, with where it names them. */
export type Named = { items: OpenItem[]; reasons: Reason[]; telling: boolean }

/** A structured creditor reference without its check digits: what it was made from. */
const payloadOf = (reference: string): string =>
  isRfReference(reference) ? normaliseIdentifier(reference).slice(4) : reference

/** What a line says about documents, by the place where it says it; the most formal first. */
const placesOf = (line: LineToMatch): [ReasonCode, string][] => [
  ['creditor-reference', payloadOf(line.creditorReference)],
  ['structured-document', line.documents.join(' ')],
  ['end-to-end', line.reference],
  ['number', line.text],
]

type Hit = { spelling: string; items: readonly OpenItem[]; code: ReasonCode }

/**
 * The open documents that a line names by their whole number, by customer. A number that is only the beginning of
 * another one found (`FA2026` in `FA2026-0178`) is not named.
 */
export const namedBy = (index: MatchIndex, line: LineToMatch): Map<string, Named> => {
  const hits: Hit[] = []
  for (const [code, text] of placesOf(line)) {
    if (text === '') continue
    for (const spelling of spellingsInText(text)) {
      const items = index.byNumber.get(spelling) ?? index.byLetter.get(spelling)
      if (items) hits.push({ spelling, items, code })
    }
  }
  const named = new Map<string, Named>()
  for (const { spelling, items, code } of hits) {
    if (hits.some((other) => other.spelling.length > spelling.length && other.spelling.includes(spelling))) continue
    for (const item of items) {
      if (item.currency !== line.currency) continue
      const before = named.get(item.customerId) ?? { items: [], reasons: [], telling: false }
      named.set(item.customerId, before)
      before.telling ||= code === 'creditor-reference' || code === 'structured-document' || isTelling(spelling)
      if (before.items.includes(item)) continue
      before.items.push(item)
      if (!before.reasons.some((reason) => reason.code === code && reason.detail === item.number))
        before.reasons.push({ code, detail: item.number })
    }
  }
  return named
}
