import { createHash } from 'node:crypto'
import type { Contact, Customer } from '../customers/customers.contract.ts'
import { editCustomer, readCustomer } from '../customers/customers.service.ts'
import { keepDocument, releaseDocument } from '../documents/documents.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { formatDay } from '../kernel/format.ts'
import { fold } from '../kernel/text.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import { otherCompany } from '../ratings/identity.rules.ts'
import { nameReference, recordApplication } from './applications.keep.ts'
import { readUnderWay } from './applications.read.ts'
import { applicationOfFile } from './applications.repository.ts'
import { noteOf } from './forms.document.ts'
import { fieldsOf } from './forms.pdf.ts'
import { type FilledForm, formPeople, formTerms, ownFields, readFields, UnreadableField } from './forms.rules.ts'
import { FORM_WORDS } from './forms.words.ts'

/** What a field is called on the form, so that it can be found there. */
const labelOf = (key: string, language: 'fr' | 'en'): string => {
  const words = FORM_WORDS[language]
  const person = formPeople.find((one) => key.startsWith(one))
  if (person) {
    const part = { Name: words.personName, Email: words.personEmail, Phone: words.personPhone }[
      key.slice(person.length)
    ]
    return `${words.person[person]}${words.colon} ${part ?? ''}`
  }
  const [, name = key, number = ''] = /^([a-zA-Z]+)(\d*)$/.exec(key) ?? []
  const label = (words.field as Record<string, string>)[name] ?? key
  return number ? `${number}. ${label}` : label
}

const readForm = async (bytes: Uint8Array, file: string): Promise<FilledForm> => {
  const fields = await fieldsOf(bytes)
  const own = fields && ownFields(fields)
  if (!own) throw new Refusal('application.not-a-form', `${file} is no application form of ours`, { file })
  const words = FORM_WORDS[own.language]
  try {
    return readFields(own, (written) => formTerms.find((terms) => words.terms[terms] === written) ?? null)
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error
    const { key, value } = error
    const details = { field: labelOf(key, own.language), value, key }
    if (value === '') throw new Refusal('application.field-missing', `${key} is empty`, details)
    throw new Refusal('application.field-unreadable', `${key} cannot be read: ${value}`, details)
  }
}

const refuseOther = (form: FilledForm, { name, siren }: Customer): void => {
  const other = otherCompany({ companyName: form.name, siren: form.siren, duns: '' }, { name, siren, duns: [] })
  if (other)
    throw new Refusal('application.other-company', `this form is of ${other.found}; ${name} is ${other.expected}`, {
      name,
      ...other,
    })
}

/** People of the form whom the customer's file does not know yet, by e-mail or name. */
const newContacts = ({ contacts, language }: FilledForm, known: readonly Contact[]): Contact[] =>
  contacts
    .filter(
      ({ name, email }) =>
        !known.some(
          (one) => (email !== '' && fold(one.email) === fold(email)) || (name !== '' && fold(one.name) === fold(name)),
        ),
    )
    .map(({ person, name, email, phone }) => {
      const role = FORM_WORDS[language].person[person]
      return { name: name || role, role, email, phone, dunning: false }
    })

type Reading = { customerId: string; applicationId: string | null; name: string; file: Blob }

/**
 * Takes over a form that came back: the application, the suppliers it names and the people the file does not know; the
 * form is kept. Refuses `application.not-a-form`, `application.other-company`, `application.form-read`,
 * `application.field-missing` and `application.field-unreadable`; then nothing is kept.
 */
export const readApplicationForm = async (
  ctx: CommandContext,
  { customerId, applicationId, name: given, file }: Reading,
): Promise<string> => {
  const customer = await readCustomer(ctx, customerId)
  const before = applicationId === null ? null : await readUnderWay(ctx, applicationId)
  const { name, bytes, mediaType } = await readProofFile(given, file)
  const form = await readForm(bytes, name)
  refuseOther(form, customer)
  const twin = await applicationOfFile(ctx.db, customerId, createHash('sha256').update(bytes).digest('hex'))
  if (twin) throw new Refusal('application.form-read', `${name} was read already`, { name, day: twin.received_on })
  const { id: documentId } = await keepDocument(ctx, name, mediaType, bytes)
  const note = noteOf(form, (day) => formatDay(day, form.language))
  const id = await recordApplication(
    ctx,
    {
      id: applicationId,
      customerId,
      receivedOn: before?.receivedOn,
      currency: form.currency,
      asked: form.asked,
      purchases: form.purchases ?? before?.purchases ?? null,
      terms: form.terms || (before?.terms ?? ''),
      applicant: form.applicant || (before?.applicant ?? ''),
      capacity: form.capacity || (before?.capacity ?? ''),
      note: [before?.note, note].filter(Boolean).join('\n').slice(0, 2000),
    },
    documentId,
  )
  if (before?.documentId) await releaseDocument(ctx, before.documentId)
  const known = new Set(before?.references.map(({ supplier }) => fold(supplier)))
  for (const reference of form.references)
    if (!known.has(fold(reference.supplier))) await nameReference(ctx, { applicationId: id, ...reference })
  const contacts = newContacts(form, customer.contacts)
  if (contacts.length > 0)
    await editCustomer(ctx, customerId, { ...customer, contacts: [...customer.contacts, ...contacts] })
  return id
}
