import type { LetterLanguage } from '../kernel/contract.ts'

type Rule = readonly [found: RegExp, set: string]

const shared: readonly Rule[] = [
  [/(?<=\d) (€|%)/g, '\u00A0$1'],
  [/\b([LRD]\.) (?=\d)/g, '$1\u00A0'],
]

/** Quotation marks typed straight, in pairs and on one line; those of a name stay what they are when they stand alone. */
const quoted = (open: string, close: string): Rule => [/(?<![\p{L}\d])"([^"\n]+)"(?![\p{L}\d])/gu, `${open}$1${close}`]

const RULES: Record<LetterLanguage, readonly Rule[]> = {
  // Narrow no-break spaces before ; : ! ? » and after «, no-break spaces before € and % and in `L. 441-10`.
  fr: [
    quoted('«\u202F', '\u202F»'),
    [/[ \u00A0\u202F]+([;:!?»])/g, '\u202F$1'],
    [/«[ \u00A0\u202F]*/g, '«\u202F'],
    [/ (€|%)/g, '\u00A0$1'],
    ...shared,
  ],
  en: [],
  // Quotation marks below and above; a paragraph sign, “Abs.” and “Nr.” keep to their number (DIN 5008).
  de: [quoted('„', '“'), ...shared, [/(§§?|\b(?:Abs|Art|Nr)\.) (?=[\dIVX])/g, '$1\u00A0']],
  es: [quoted('«', '»'), ...shared, [/\b(arts?\.|n\.º) (?=\d)/g, '$1\u00A0']],
}

/** A text with the spaces and quotation marks that printers of its language set. */
export const typographic = (text: string, language: LetterLanguage): string =>
  RULES[language].reduce((set, [found, by]) => set.replace(found, by), text)
