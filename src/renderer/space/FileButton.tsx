/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import type { SpaceFile } from '../../main/core/spaces/space.model.ts'
import type { OpenSpace } from './blocks.ts'
import { words } from './words.ts'

/** Hands a file to the browser's downloads, without a server: by an address of this page alone. */
export const download = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // Some phones read the address only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

type Props = {
  space: OpenSpace
  file: SpaceFile
  language: LetterLanguage
  text: string
  /** Said to whoever hears the page; begins with the text, or holds it. */
  label?: string
}

export const FileButton = ({ space, file, language, text, label }: Props) => {
  const [failed, setFailed] = useState(false)
  const told = words[language].papers
  const open = async () => {
    const blob = await space.file(file).catch(() => null)
    setFailed(!blob)
    if (blob) download(blob, file.name)
  }
  return (
    <>
      <button type="button" class="file" onClick={open} aria-label={label ?? told.open(file.name)}>
        {text}
      </button>
      {failed && (
        <span class="problem" role="alert">
          {told.failed}
        </span>
      )}
    </>
  )
}
