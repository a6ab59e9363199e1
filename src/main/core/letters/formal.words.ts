import type { LetterLanguage } from '../kernel/contract.ts'

/** The words by which a reader of each language knows a notice for what it is. */
export const NOTICE_WORDS: Record<LetterLanguage, Record<'title' | 'order' | 'court' | 'law' | 'amicable', RegExp>> = {
  fr: {
    title: /mise en demeure/i,
    order: /(met(tons|s) en demeure|sommons|sommation|demandons|exigeons)[^.]*(payer|régler|règlement|paiement)/i,
    court: /juridiction|tribuna(l|ux)|judiciaire|justice|assigner|injonction de payer/i,
    law: /L\.? ?441-10|Code civil|Code de commerce/i,
    amicable: /amiable|contest|difficulté/i,
  },
  en: {
    title: /formal (notice|demand)|final demand|letter before (action|claim)/i,
    order: /(formal notice|require|demand|request|ask)[^.]*(pay|payment)/i,
    court: /court|legal (proceedings|action)/i,
    law: /L\.? ?441-10|Civil Code|Commercial Code|Late Payment|Directive 2011\/7/i,
    amicable: /amicabl|settle|dispute|difficult/i,
  },
  de: {
    title: /mahnung|fristsetzung|zahlungsaufforderung/i,
    order: /(fordern|auffordern|aufgefordert)[^.]*(zahl|überweis|begleich)/i,
    court: /gericht|mahnbescheid|klage|inkasso/i,
    law: /BGB|Handelsgesetzbuch|Zivilgesetzbuch|§/i,
    amicable: /gütlich|einvernehmlich|bestreiten|einwend|schwierigkeiten/i,
  },
  es: {
    title: /requerimiento/i,
    order: /(requerimos|requerimiento|exigimos|instamos|solicitamos)[^.]*(pag|abon)/i,
    court: /judicial|juzgado|tribunal|monitorio|demanda/i,
    law: /Ley 3\/2004|Código (Civil|de Comercio)/i,
    amicable: /amistos|extrajudicial|conformes|disconform|dificultad/i,
  },
}
