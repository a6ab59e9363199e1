/** @jsxImportSource preact */
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import type { OpenSpace } from './blocks.ts'
import { FileButton } from './FileButton.tsx'
import { words } from './words.ts'

export const Papers = ({ space, language }: { space: OpenSpace; language: LetterLanguage }) => {
  const told = words[language].papers
  const { files } = space.payload
  if (files.length === 0) return null
  return (
    <section class="card unprinted" aria-labelledby="papers">
      <h2 id="papers">{told.title}</h2>
      <ul class="papers">
        {files.map((file) => (
          <li key={file.place}>
            <FileButton space={space} file={file} language={language} text={file.name} />
            <span class="note">
              {told[file.kind]} · {told.kb(String(Math.max(1, Math.round(file.size / 1000))))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
