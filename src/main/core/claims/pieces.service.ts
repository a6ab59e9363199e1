import type { Customer } from '../customers/customers.contract.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handover } from '../handovers/handovers.contract.ts'
import { piecesLeftOut } from '../handovers/handovers.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Language } from '../kernel/contract.ts'
import { formatDay } from '../kernel/format.ts'
import type { Account } from './account.schema.ts'
import { accountOf } from './account.service.ts'
import type { Missing, Piece } from './claims.contract.ts'
import { type FileWords, fileWords } from './file.words.ts'
import { type LetterPiece, letterPieces, otherPieces, type ProofPiece, proofPieces } from './pieces.repository.ts'
import {
  type FoundPiece,
  kindOfProof,
  type MissingPiece,
  missingFrom,
  type NumberedPiece,
  numbered,
} from './pieces.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** What a paper about a claim is made of. */
export type ClaimFile = {
  handover: Handover
  customer: Customer
  accounts: Account[]
  letters: LetterPiece[]
  pieces: NumberedPiece[]
  missing: MissingPiece[]
  /** Numbers of the items by id. */
  numbers: ReadonlyMap<string, string>
}

/** “recommandé n° 1A 234, déposé le 03/03/2026, distribué le 05/03/2026”. */
export const sendingOf = (letter: LetterPiece, words: FileWords, language: Language): string => {
  const { number, depositedOn, outcome, outcomeOn, sentOn, channel } = letter
  const parts = [
    ...(channel === 'registered' || number !== '' ? [words.registered(number)] : []),
    ...(depositedOn ? [words.deposited(formatDay(depositedOn, language))] : []),
    ...(!depositedOn && sentOn ? [words.sent(formatDay(sentOn, language))] : []),
    ...(outcome && outcomeOn ? [words.outcomes[outcome]?.(formatDay(outcomeOn, language)) ?? ''] : []),
    ...(!depositedOn && !sentOn ? [words.notSent] : []),
  ]
  return parts.filter(Boolean).join(', ')
}

const drawn = (kind: 'account' | 'log', words: FileWords): FoundPiece => ({
  key: kind,
  kind,
  title: words.pieces[kind],
  day: null,
  itemIds: [],
  documentId: null,
  sha256: '',
  fileName: `${kind}.pdf`,
  mediaType: 'application/pdf',
})

const ofProof = (proof: ProofPiece, number: string | undefined, words: FileWords): FoundPiece => {
  const kind = kindOfProof(proof.kind, `${proof.title} ${proof.fileName}`)
  const said = proof.title || number || proof.fileName
  return {
    ...proof,
    key: proof.id,
    kind,
    title: `${words.pieces[kind]}, ${said}`,
    itemIds: proof.itemId ? [proof.itemId] : [],
  }
}

const ofLetter = (letter: LetterPiece, language: Language, claimed: ReadonlySet<string>): FoundPiece[] => {
  const words = fileWords[language]
  const { id, reference, levelName, day, receiptId, receiptSha256, receiptName, receiptType } = letter
  const itemIds = (JSON.parse(letter.itemIds) as string[]).filter((item) => claimed.has(item))
  const { documentId, sha256, fileName, mediaType } = letter
  const sending = sendingOf(letter, words, language)
  const title = `${words.letterTitle(levelName, reference)}${sending && `, ${sending}`}`
  const own: FoundPiece = {
    key: `letter:${id}`,
    kind: 'letter',
    title,
    day,
    itemIds,
    documentId,
    sha256,
    fileName,
    mediaType,
  }
  if (!receiptId) return [own]
  return [
    own,
    {
      ...own,
      key: `receipt:${id}`,
      kind: 'receipt',
      title: words.receiptOf(reference),
      day: letter.outcomeOn,
      documentId: receiptId,
      sha256: receiptSha256 ?? '',
      fileName: receiptName ?? '',
      mediaType: receiptType ?? '',
    },
  ]
}

const missingOf = (
  customer: Customer,
  accounts: readonly Account[],
  letters: readonly LetterPiece[],
  pieces: readonly NumberedPiece[],
): MissingPiece[] => {
  const formal = letters.findLast((letter) => letter.formal === 1)
  const claimed = accounts.flatMap(({ debts }) => debts).filter(({ total }) => total > 0)
  return missingFrom({
    items: claimed.map(({ itemId, number, kind }) => ({ id: itemId, number, isInvoice: kind === 'invoice' })),
    pieces,
    formalNotice: formal ? { registered: formal.channel === 'registered', receipt: formal.receiptId !== null } : null,
    hasAddress: customer.addresses.some(({ kind, city }) => kind !== 'delivery' && city !== ''),
  })
}

/** What a file on a customer would lack, before it is handed over to anybody. */
export const missingBefore = async (
  ctx: Reading,
  customer: Customer,
  accounts: readonly Account[],
  letters: readonly LetterPiece[],
): Promise<MissingPiece[]> => {
  const ids = accounts.flatMap(({ debts }) => debts.map(({ itemId }) => itemId))
  const proofs = await proofPieces(ctx.db, customer.id, ids)
  const pieces = numbered(
    proofs.map((proof) => ofProof(proof, undefined, fileWords.fr)),
    new Set(),
  )
  return missingOf(customer, accounts, letters, pieces)
}

/** Everything that the file of a hand-over is made of, on the day of its account. */
export const claimFileOf = async (ctx: Reading, handover: Handover, language: Language): Promise<ClaimFile> => {
  const words = fileWords[language]
  const { customerId } = handover
  const ids = handover.items.filter(({ handed }) => handed > 0).map(({ itemId }) => itemId)
  const numbers = new Map(handover.items.map(({ itemId, number }) => [itemId, number]))
  const [customer, accounts, proofs, letters, others, leftOut] = await Promise.all([
    readCustomer(ctx, customerId),
    accountOf(ctx, { handoverId: handover.id }),
    proofPieces(ctx.db, customerId, ids),
    letterPieces(ctx.db, customerId, ids),
    otherPieces(ctx.db, customerId, handover.id),
    piecesLeftOut(ctx, handover.id),
  ])
  const found: FoundPiece[] = [
    drawn('account', words),
    drawn('log', words),
    ...proofs.map((proof) => ofProof(proof, numbers.get(proof.itemId ?? ''), words)),
    ...letters.flatMap((letter) => ofLetter(letter, language, new Set(ids))),
    ...others.map(
      ({ id, kind, title, ...rest }): FoundPiece => ({
        ...rest,
        key: id,
        kind: kind === 'application' ? 'terms' : kind,
        title:
          kind === 'application'
            ? words.application(title)
            : kind === 'plan'
              ? words.pieces.plan
              : `${words.pieces.procedure}, ${words.steps[title as keyof FileWords['steps']] ?? title}`,
        itemIds: [],
      }),
    ),
  ]
  const pieces = numbered(found, leftOut)
  const missing = missingOf(customer, accounts, letters, pieces)
  return { handover, customer, accounts, letters, pieces, missing, numbers }
}

/** Formats that become pages of the one PDF; the others go beside it. */
export const hasPages = (mediaType: string): boolean =>
  mediaType === 'application/pdf' || mediaType === 'image/png' || mediaType === 'image/jpeg'

/** The list of exhibits as it is told outside. */
export const toldPieces = ({ pieces, missing, numbers }: ClaimFile): { pieces: Piece[]; missing: Missing[] } => ({
  pieces: pieces.map(({ key, kind, title, day, itemIds, documentId, fileName, mediaType, number }) => ({
    key,
    kind,
    title,
    day,
    items: itemIds.flatMap((id) => numbers.get(id) ?? []),
    documentId,
    fileName,
    mediaType,
    number,
    shown: hasPages(mediaType) ? 'page' : 'listed',
  })),
  missing,
})
