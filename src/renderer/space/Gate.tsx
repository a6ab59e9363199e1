/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatLongDay } from '../../main/core/kernel/format.ts'
import type { SpaceHeader } from '../../main/core/spaces/space.model.ts'
import { type OpenSpace, openSpace } from './blocks.ts'
import { LanguageChoice, type Speaking } from './LanguageChoice.tsx'
import { words } from './words.ts'

/** Seconds before the next try, by the number of wrong ones; against leaning on the key, not against a program. */
const waitAfter = (wrong: number): number => Math.min(60, wrong < 3 ? 1 : 2 ** (wrong - 1))

/** The day of the device: nobody else's is at hand. */
const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

type Props = Speaking & { header: SpaceHeader | null; onOpen: (space: OpenSpace) => void }

export const Gate = ({ header, language, onLanguage, onOpen }: Props) => {
  const told = words[language].gate
  return (
    <main class="gate">
      <LanguageChoice language={language} onLanguage={onLanguage} />
      {header && <p class="firm">{header.firm}</p>}
      <h1>{told.title}</h1>
      {header && typeof crypto.subtle !== 'undefined' && header.until >= today() ? (
        <PassphraseForm header={header} language={language} onOpen={onOpen} />
      ) : (
        <p class="alarm" role="alert">
          {!header ? (
            told.damaged
          ) : header.until < today() ? (
            <>
              {told.expired(formatLongDay(header.until, language))} {told.askAgain(header.firm)}
            </>
          ) : (
            told.unable
          )}
        </p>
      )}
    </main>
  )
}

const PassphraseForm = ({ header, language, onOpen }: Omit<Props, 'onLanguage'> & { header: SpaceHeader }) => {
  const told = words[language].gate
  const field = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [empty, setEmpty] = useState(false)
  const [wrong, setWrong] = useState(0)
  const [wait, setWait] = useState(0)

  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])

  const open = async (event: SubmitEvent) => {
    event.preventDefault()
    const passphrase = field.current?.value ?? ''
    setEmpty(passphrase.trim() === '')
    if (passphrase.trim() === '' || wait > 0 || busy) return field.current?.focus()
    setBusy(true)
    const space = await openSpace(header, passphrase)
    if (space) return onOpen(space)
    setBusy(false)
    setWrong(wrong + 1)
    setWait(waitAfter(wrong + 1))
    field.current?.select()
    field.current?.focus()
  }

  const problem = empty ? told.empty : wrong > 0 && !busy ? told.wrong : ''
  return (
    // `action` is forbidden by the policy of the page: nothing can be sent.
    <form onSubmit={open} noValidate>
      <p>{told.intro}</p>
      <label for="passphrase">{told.passphrase}</label>
      <div class="together">
        <input
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          ref={field}
          id="passphrase"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={problem !== ''}
          aria-describedby="problem"
        />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? told.hide : told.show}
        </button>
      </div>
      <p id="problem" class="problem" role="alert">
        {problem} {problem !== '' && wait > 0 && told.wait(wait)}
      </p>
      <button class="main" type="submit" disabled={busy || wait > 0}>
        {busy ? told.opening : told.open}
      </button>
      <p class="note">{told.validUntil(formatLongDay(header.until, language))}</p>
      <p class="note">{told.private}</p>
    </form>
  )
}
