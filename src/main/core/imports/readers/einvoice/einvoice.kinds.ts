import type { EInvoice } from '../../../einvoices/einvoice.model.ts'

// UNTDID 1001, the codes that EN 16931 allows for BT-3 less the pro forma (325), which is no claim.
// 389, 471, 473, 500 and 501 are issued by the buyer: claims of the seller all the same.
const INVOICES = `71 80 82 84 102 130 202 203 204 211 218 219 295 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395
456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935`

const CREDIT_NOTES = '81 83 261 262 296 308 381 396 420 458 502 503 532'

const kinds = new Map<string, EInvoice['kind']>([
  ...INVOICES.split(/\s+/).map((code) => [code, 'invoice'] as const),
  ...CREDIT_NOTES.split(' ').map((code) => [code, 'credit_note'] as const),
])

/** What a UNTDID 1001 code stands for; null for what claims or credits nothing: orders, despatch advice, pro forma. */
export const kindOf = (typeCode: string): EInvoice['kind'] | null => kinds.get(typeCode) ?? null
