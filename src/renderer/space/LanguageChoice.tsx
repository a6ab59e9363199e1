/** @jsxImportSource preact */
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import { words } from './words.ts'

export type Speaking = { language: LetterLanguage; onLanguage: (language: LetterLanguage) => void }

export const LanguageChoice = ({ language, onLanguage }: Speaking) => (
  <label class="language">
    <span class="unseen">{words[language].language}</span>
    <select value={language} onChange={(event) => onLanguage(event.currentTarget.value as LetterLanguage)}>
      {(Object.keys(words) as LetterLanguage[]).map((one) => (
        <option key={one} value={one} lang={one}>
          {words[one].languageName}
        </option>
      ))}
    </select>
  </label>
)
