import dayjs from 'dayjs'
import 'dayjs/locale/fr'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../main/core/kernel/contract.ts'
import { english, french } from './texts.ts'

type Stem<Key extends string> = Key extends `${infer Root}_one` | `${infer Root}_other` ? Root : Key
type Keys<Texts, Path extends string> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? `${Path}${Stem<Key>}` : Keys<Texts[Key], `${Path}${Key}.`>
}[keyof Texts & string]

/** The key of a text, with its namespace: `dunning:nav`; a plural without its `_one` or `_other`. */
export type TextKey = { [Name in keyof typeof french]: Keys<(typeof french)[Name], `${Name}:`> }[keyof typeof french]
/** A text in the user's language, with `{{values}}` put in; `count` chooses the plural. */
export type Translate = (key: TextKey, values?: Record<string, unknown>) => string

const KEPT_AS = 'encours.language'
const namespaces = Object.keys(french)

/** French counts in millions take a form of their own (“1 000 000 de”), for which the ordinary plural stands here. */
const withMany = (words: object): object =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) => [
      [key, typeof value === 'object' ? withMany(value) : value],
      ...(key.endsWith('_other') ? [[key.replace(/_other$/, '_many'), value]] : []),
    ]),
  )

const apply = (language: Language): void => {
  document.documentElement.lang = language
  dayjs.locale(language)
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'fr')

export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEPT_AS, language)
  apply(language)
  await i18next.changeLanguage(language)
}

export const startLanguages = (): void => {
  const language: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'fr'
  apply(language)
  i18next.use(initReactI18next).init({
    lng: language,
    ns: namespaces,
    defaultNS: 'common',
    resources: { fr: withMany(french) as Record<string, object>, en: english },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}

/** Every text of the window: `t('dunning:issue', { count })`. */
export const useT = (): Translate => useTranslation(namespaces).t as unknown as Translate

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'fr')
