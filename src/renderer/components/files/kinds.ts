import type { ProofKind } from '../../../main/core/proofs/proofs.contract.ts'
import type { Translate } from '../../app/i18n.ts'

/** `commande, devis ou contrat signé`: one of them is enough. */
export const kindsText = (kinds: readonly ProofKind[], t: Translate): string => {
  const words = kinds.map((kind) => t(`proofs:kindLower.${kind}`))
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : t('proofs:or', { first: words.slice(0, -1).join(', '), last })
}

/** `commande…`: the first of them, where a row has no room for all. */
export const shortKinds = (kinds: readonly ProofKind[], t: Translate): string =>
  kinds
    .slice(0, 1)
    .map((kind) => t(`proofs:kindLower.${kind}`) + (kinds.length > 1 ? '…' : ''))
    .join('')
