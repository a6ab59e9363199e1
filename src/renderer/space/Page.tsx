/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { type OpenSpace, readHeader } from './blocks.ts'
import { Gate } from './Gate.tsx'
import { Space } from './Space.tsx'
import { words } from './words.ts'

const HEADER = readHeader()

/** Locked until the passphrase opens it; closed again by leaving the page, for nothing is stored. */
export const Page = () => {
  const [open, setOpen] = useState<OpenSpace | null>(null)
  const [language, setLanguage] = useState(HEADER?.language ?? 'fr')
  document.documentElement.lang = language
  document.title = HEADER ? `${words[language].gate.title} – ${HEADER.firm}` : words[language].gate.title
  return open ? (
    <Space space={open} language={language} onLanguage={setLanguage} onClose={() => setOpen(null)} />
  ) : (
    <Gate header={HEADER} language={language} onLanguage={setLanguage} onOpen={setOpen} />
  )
}
