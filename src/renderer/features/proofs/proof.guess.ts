import type { ProofKind } from '../../../main/core/proofs/proofs.contract.ts'

// What people name their files; the first that fits wins. A guess is only proposed.
const names: readonly (readonly [RegExp, ProofKind])[] = [
  [/\b(cgv|conditions|terms)\b/, 'terms'],
  [/\b(bl|bon de livraison|livraison|delivery|lettre de voiture|cmr)\b/, 'delivery_note'],
  [/\b(recept|reception|pv|emarge|pod)\b/, 'receipt'],
  [/\b(reconnaissance|acknowledg\w*)\b/, 'acknowledgement'],
  [/\b(contrat|contract)\b/, 'contract'],
  [/\b(devis|quote|offre)\b/, 'quote'],
  [/\b(caution|garantie|guarantee|aval)\b/, 'guarantee'],
  [/\b(bon de commande|commande|bc|order|po)\b/, 'order'],
  [/\b(facture|invoice|fa)\b/, 'invoice'],
  [/\b(mail|courriel|courrier|lettre|letter)\b|\.(eml|msg)$/, 'correspondence'],
]

/** The kind that a file's name suggests; null when it suggests none. */
export const kindOfName = (name: string): ProofKind | null => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const spaced = plain.replace(/[_\-\d]+/g, ' ')
  return names.find(([pattern]) => pattern.test(spaced) || pattern.test(plain))?.[1] ?? null
}
