import dayjs from 'dayjs'
import 'dayjs/locale/fr'
import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import type { Language } from '../../main/core/kernel/contract.ts'
import { formatDay, formatMoney } from '../../main/core/kernel/format.ts'
import { keepChoice, LANGUAGE_KEY } from './choices.ts'
import { english, french } from './texts.ts'

type Stem<Key extends string> = Key extends `${infer Root}_one` | `${infer Root}_other` ? Root : Key
type Keys<Texts, Path extends string> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? `${Path}${Stem<Key>}` : Keys<Texts[Key], `${Path}${Key}.`>
}[keyof Texts & string]

/** The key of a text, with its namespace: `dunning:nav`; a plural without its `_one` or `_other`. */
export type TextKey = { [Name in keyof typeof french]: Keys<(typeof french)[Name], `${Name}:`> }[keyof typeof french]
/** A text in the user's language, with `{{values}}` put in; `count` chooses the plural. */
export type Translate = (key: TextKey, values?: Record<string, unknown>) => string

/** French counts in millions take a form of their own (“1 000 000 de”), for which the ordinary plural stands here. */
const withMany = (words: object): object =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) => [
      [key, typeof value === 'object' ? withMany(value) : value],
      ...(key.endsWith('_other') ? [[key.replace(/_other$/, '_many'), value]] : []),
    ]),
  )

const kept = (): Language => (localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'fr')
let language: Language = kept()
const listeners = new Set<() => void>()

i18next.init({
  lng: language,
  ns: Object.keys(french),
  defaultNS: 'common',
  resources: { fr: withMany(french) as Record<string, object>, en: english },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
})
// Figures of refusals, for sentences that have no component of their own: `{{open, money}}` beside a `currency`, `{{due, day}}`.
i18next.services.formatter?.add('money', (amount, lng, values) =>
  formatMoney(amount, values.currency, lng === 'en' ? 'en' : 'fr'),
)
i18next.services.formatter?.add('day', (day, lng) => formatDay(day, lng === 'en' ? 'en' : 'fr'))
const translations: Record<Language, Translate> = {
  fr: i18next.getFixedT('fr') as unknown as Translate,
  en: i18next.getFixedT('en') as unknown as Translate,
}

const apply = (): void => {
  document.documentElement.lang = language
  dayjs.locale(language)
}
apply()

export const currentLanguage = (): Language => language

export const setLanguage = (next: Language): void => {
  keepChoice({ language: next })
  language = next
  apply()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Every cell of a table asks for the language: react-i18next's hook, with its effects, took most of the time of scrolling.
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)

/** Every text of the window: `t('dunning:issue', { count })`. */
export const useT = (): Translate => translations[useLanguage()]
