/** @jsxImportSource preact */
import './answers.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import {
  ANSWER_ENDING,
  type AnswerBody,
  type AnswerKind,
  answerKinds,
} from '../../../main/core/answers/answer.model.ts'
import type { LetterLanguage } from '../../../main/core/kernel/contract.ts'
import { formatLongDay } from '../../../main/core/kernel/format.ts'
import type { SpaceAnswering, SpacePayload } from '../../../main/core/spaces/space.model.ts'
import { download } from '../FileButton.tsx'
import { readAttachments } from './attachments.ts'
import { ContactFields } from './ContactFields.tsx'
import { debtsOf, Problem, requestFrom, senderFrom } from './draft.ts'
import { CreditFields, DisputeFields, Field, PaymentFields } from './Fields.tsx'
import { newNonce, sealAnswer } from './seal.ts'
import { answerWords } from './words.ts'

export type Choosing = { chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void }
type Props = Choosing & { payload: SpacePayload; language: LetterLanguage }

/** The day of the device, as its owner reads it. */
const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Where a customer answers: a form for each wish, which becomes a file to be sent. Absent in a space that takes none. */
export const Answers = (props: Props) => {
  const { answering } = props.payload
  return answering ? <Answering {...props} answering={answering} /> : null
}

type Made = { name: string; blob: Blob }

const Answering = ({ payload, language, answering, ...choosing }: Props & { answering: SpaceAnswering }) => {
  const told = answerWords[language]
  const [kind, setKind] = useState<AnswerKind | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const owing = debtsOf(payload).length > 0
  const kinds = answerKinds.filter((one) => owing || (one !== 'payment' && one !== 'dispute'))
  return (
    <section class="card unprinted answers" aria-labelledby="answer">
      <h2 id="answer">{told.title}</h2>
      {made ? (
        <Sent
          made={made}
          payload={payload}
          language={language}
          recipient={answering.recipient}
          onAnother={() => {
            setMade(null)
            setKind(null)
          }}
        />
      ) : (
        <>
          <p>
            {told.intro} <span class="note">{told.until(formatLongDay(answering.lastDay, language))}</span>
          </p>
          <fieldset>
            <legend>{told.what}</legend>
            {kinds.map((one) => (
              <label key={one} class="choice">
                <input type="radio" name="answer-kind" checked={kind === one} onChange={() => setKind(one)} />
                <span>{told.kinds[one]}</span>
              </label>
            ))}
          </fieldset>
          {kind && (
            <AnswerForm
              key={kind}
              {...{ kind, payload, language, answering, ...choosing }}
              onMade={(file) => {
                setMade(file)
                download(file.blob, file.name)
              }}
            />
          )}
        </>
      )}
    </section>
  )
}

type FormProps = Props & { kind: AnswerKind; answering: SpaceAnswering; onMade: (made: Made) => void }

const AnswerForm = ({ kind, payload, language, answering, onMade, ...choosing }: FormProps) => {
  const told = answerWords[language]
  const [problem, setProblem] = useState<{ field: string; text: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [files, setFiles] = useState<File[]>([])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = problem && form.current?.elements.namedItem(problem.field)
    if (field instanceof HTMLElement) field.focus()
  }, [problem])

  const make = async (): Promise<Made> => {
    const asking = { form: new FormData(form.current ?? undefined), payload, language, today: today() }
    const body: AnswerBody = {
      nonce: newNonce(),
      issued: new Date().toISOString(),
      customer: answering.customerCode,
      request: requestFrom(kind, asking),
      sender: senderFrom(asking),
      files: await readAttachments(files, told.problems),
    }
    const text = await sealAnswer(answering, body)
    // The name travels in the clear: it says nothing of the customer.
    const name = `${told.fileName}-${asking.today}-${body.nonce.slice(0, 6)}${ANSWER_ENDING}`
    return { name, blob: new Blob([text], { type: 'application/octet-stream' }) }
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      onMade(await make())
    } catch (error) {
      setProblem(
        error instanceof Problem
          ? { field: error.field, text: error.message }
          : { field: '', text: told.problems.failed },
      )
      setBusy(false)
    }
  }

  const [first] = payload.customer.contacts
  const wrong = problem?.field ?? ''
  return (
    <form ref={form} onSubmit={submit} noValidate>
      {kind === 'payment' && <PaymentFields {...{ payload, language, wrong, ...choosing }} today={today()} />}
      {kind === 'dispute' && <DisputeFields {...{ payload, language, wrong, ...choosing }} />}
      {kind === 'credit' && <CreditFields {...{ payload, language, wrong }} />}
      {kind === 'contact' && <ContactFields {...{ payload, language, wrong }} />}
      {(kind === 'dispute' || kind === 'credit') && <Attachments {...{ language, files }} onFiles={setFiles} />}
      <fieldset>
        <legend>{told.sender}</legend>
        <div class="fields">
          <Field name="sender-name" label={told.name} value={first?.name ?? ''} wrong={wrong} />
          <Field
            name="sender-email"
            label={`${told.email} (${told.optional})`}
            type="email"
            value={first?.email ?? ''}
            wrong={wrong}
          />
          <Field
            name="sender-phone"
            label={`${told.phone} (${told.optional})`}
            type="tel"
            value={first?.phone ?? ''}
            wrong={wrong}
          />
        </div>
      </fieldset>
      <p id="answer-problem" class="problem" role="alert">
        {problem?.text}
      </p>
      <button class="main" type="submit" disabled={busy}>
        {busy ? told.making : told.make}
      </button>
    </form>
  )
}

type AttachmentsProps = { language: LetterLanguage; files: File[]; onFiles: (files: File[]) => void }

const Attachments = ({ language, files, onFiles }: AttachmentsProps) => {
  const told = answerWords[language]
  return (
    <div>
      <label for="answer-files">
        {told.files} ({told.optional})
      </label>
      <input
        id="answer-files"
        type="file"
        multiple
        accept=".pdf,.png,.jpg,.jpeg"
        aria-describedby="answer-files-hint"
        onChange={(event) => {
          onFiles([...files, ...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <p id="answer-files-hint" class="note">
        {told.filesHint}
      </p>
      {files.length > 0 && (
        <ul class="papers">
          {files.map((file, place) => (
            <li key={`${file.name} ${file.size}`}>
              {file.name}{' '}
              <button
                type="button"
                class="quiet"
                aria-label={told.removeFile(file.name)}
                onClick={() => onFiles(files.filter((_one, at) => at !== place))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type SentProps = {
  made: Made
  payload: SpacePayload
  language: LetterLanguage
  recipient: string
  onAnother: () => void
}

const Sent = ({ made, payload, language, recipient, onAnother }: SentProps) => {
  const told = answerWords[language]
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const mail = `mailto:${encodeURIComponent(recipient).replace('%40', '@')}?subject=${encodeURIComponent(told.mail.subject)}&body=${encodeURIComponent(told.mail.body(made.name))}`
  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        {told.made.title}
      </h3>
      <p>{told.made.saved(made.name)}</p>
      <p>{recipient ? told.made.next(recipient) : told.made.nextFirm(payload.firm.name)}</p>
      <div class="tools">
        {recipient && (
          <a class="main" href={mail}>
            {told.made.mail}
          </a>
        )}
        <button type="button" onClick={() => download(made.blob, made.name)}>
          {told.made.again}
        </button>
        <button type="button" onClick={onAnother}>
          {told.made.another}
        </button>
      </div>
    </>
  )
}
