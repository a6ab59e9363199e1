/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatLongDay } from '../../main/core/kernel/format.ts'
import { Answers } from './answers/Answers.tsx'
import { answerWords } from './answers/words.ts'
import { Balance } from './Balance.tsx'
import type { OpenSpace } from './blocks.ts'
import { Credit } from './Credit.tsx'
import { Items } from './Items.tsx'
import { LanguageChoice, type Speaking } from './LanguageChoice.tsx'
import { Papers } from './Papers.tsx'
import { Pay } from './Pay.tsx'
import { words } from './words.ts'

type Props = Speaking & { space: OpenSpace; onClose: () => void }

/** The account once it is open, one section after the other: on a phone one scrolls, on paper it reads as a letter. */
export const Space = ({ space, language, onLanguage, onClose }: Props) => {
  const { payload } = space
  const told = words[language]
  const title = useRef<HTMLHeadingElement>(null)
  /** Items chosen in the list, to be paid together or answered to. */
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { firm, customer } = payload
  useEffect(() => title.current?.focus(), [])
  // A colour of the firm's own may stand anywhere but under text.
  useEffect(() => document.documentElement.style.setProperty('--firm', firm.accent), [firm.accent])
  return (
    <>
      <header class="head">
        <div class="parties">
          {firm.logo && <img src={firm.logo} alt="" />}
          <div>
            <p class="firm">{firm.name}</p>
            <h1 ref={title} tabIndex={-1}>
              {customer.name}
            </h1>
            <p class="note">
              {told.head.account(customer.code)} · {told.head.asOf(formatLongDay(payload.asOf, language))} ·{' '}
              {told.head.until(formatLongDay(payload.until, language))}
            </p>
          </div>
        </div>
        <div class="tools">
          <LanguageChoice language={language} onLanguage={onLanguage} />
          <button type="button" onClick={() => print()}>
            {told.head.print}
          </button>
          <button type="button" onClick={onClose}>
            {told.head.close}
          </button>
        </div>
        <nav class="ways" aria-label={told.head.ways}>
          <a href="#balance">{told.balance.title}</a>
          <a href="#items">{told.items.title}</a>
          <a href="#pay">{told.pay.title}</a>
          {(payload.credit || payload.decision) && <a href="#credit">{told.credit.title}</a>}
          {payload.files.length > 0 && <a href="#papers">{told.papers.title}</a>}
          {payload.answering && <a href="#answer">{answerWords[language].title}</a>}
        </nav>
      </header>
      <main class="space">
        <Balance payload={payload} language={language} />
        <Items space={space} language={language} chosen={chosen} onChoose={setChosen} />
        <Pay payload={payload} language={language} chosen={chosen} />
        <Credit payload={payload} language={language} />
        <Papers space={space} language={language} />
        <Answers payload={payload} language={language} chosen={chosen} onChoose={setChosen} />
      </main>
      <footer>
        <section aria-labelledby="contact">
          <h2 id="contact">{told.contact.title}</h2>
          <p>{[firm.name, ...firm.lines].join(' · ')}</p>
          {firm.phone && (
            <p>
              {told.contact.phone} <a href={`tel:${firm.phone.replace(/[^+\d]/g, '')}`}>{firm.phone}</a>
            </p>
          )}
          {firm.email && (
            <p>
              {told.contact.email} <a href={`mailto:${firm.email}`}>{firm.email}</a>
            </p>
          )}
        </section>
        <p class="note">{told.foot(firm.name)}</p>
      </footer>
    </>
  )
}
