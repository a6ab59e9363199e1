import type { Language } from '../kernel/contract.ts'

/** French spacing: narrow no-break spaces before ; : ! ? » and after «, no-break spaces before € and % and in `L. 441-10`. */
export const typographic = (text: string, language: Language): string =>
  language === 'en'
    ? text
    : text
        .replace(/[ \u00A0\u202F]+([;:!?»])/g, '\u202F$1')
        .replace(/«[ \u00A0\u202F]*/g, '«\u202F')
        .replace(/ (€|%)/g, '\u00A0$1')
        .replace(/\b([LRD]\.) (?=\d)/g, '$1\u00A0')
