/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { LetterLanguage } from '../../../main/core/kernel/contract.ts'
import type { SpacePayload } from '../../../main/core/spaces/space.model.ts'
import { Area, Field } from './Fields.tsx'
import { answerWords } from './words.ts'

type Props = { payload: SpacePayload; language: LetterLanguage; wrong: string }

const MOST = 20
const NOBODY = { name: '', role: '', email: '', phone: '' }

/** Contacts and addresses as the firm has them, to be corrected in place. */
export const ContactFields = ({ payload, language, wrong }: Props) => {
  const told = answerWords[language]
  const { contacts, addresses } = payload.customer
  // A contact keeps its number: known ones are those of the firm's list, those above are new.
  const [keys, setKeys] = useState<number[]>(() => contacts.map((_contact, place) => place))
  return (
    <>
      <fieldset>
        <legend>{told.contacts}</legend>
        {keys.map((key) => {
          const { name, role, email, phone } = contacts[key] ?? NOBODY
          return (
            <fieldset key={key} class="part">
              <legend>{told.contactOf(name)}</legend>
              <input type="hidden" name="contact" value={key} />
              <div class="fields">
                <Field name={`contact-${key}-name`} label={told.name} value={name} wrong={wrong} />
                <Field name={`contact-${key}-role`} label={told.role} value={role} wrong={wrong} />
                <Field name={`contact-${key}-email`} label={told.email} type="email" value={email} wrong={wrong} />
                <Field name={`contact-${key}-phone`} label={told.phone} type="tel" value={phone} wrong={wrong} />
              </div>
              <button type="button" class="quiet" onClick={() => setKeys(keys.filter((one) => one !== key))}>
                {told.removeContact(name)}
              </button>
            </fieldset>
          )
        })}
        {keys.length < MOST && (
          <div>
            <button type="button" onClick={() => setKeys([...keys, Math.max(contacts.length - 1, ...keys) + 1])}>
              {told.addContact}
            </button>
          </div>
        )}
      </fieldset>
      {addresses.map(({ kind, street, postalCode, city, country }) => (
        <fieldset key={kind} class="part">
          <legend>{told.addresses[kind]}</legend>
          <div class="fields">
            <Field name={`address-${kind}-street`} label={told.street} value={street} wrong={wrong} />
            <Field name={`address-${kind}-postalCode`} label={told.postalCode} value={postalCode} wrong={wrong} />
            <Field name={`address-${kind}-city`} label={told.city} value={city} wrong={wrong} />
            <Field name={`address-${kind}-country`} label={told.country} value={country} wrong={wrong} />
          </div>
        </fieldset>
      ))}
      <Area name="note" label={`${told.note} (${told.optional})`} wrong={wrong} />
    </>
  )
}
