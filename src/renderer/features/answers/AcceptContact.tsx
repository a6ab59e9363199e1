import { Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Address, Contact } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { AcceptFrame, type AcceptProps, useAccepted } from './AcceptForms.tsx'

const contactFields = ['name', 'role', 'email', 'phone'] as const
const addressFields = ['street', 'postalCode', 'city', 'country'] as const

type Field = (typeof contactFields)[number] | (typeof addressFields)[number]
type FieldProps = { field: Field; value: string; before: string | undefined; onChange: (value: string) => void }

/** A value as the customer wants it, with what the book has below where it differs. */
const Changed = ({ field, value, before, onChange }: FieldProps) => {
  const t = useT()
  return (
    <TextInput
      label={t(`answers:accept.fields.${field}`)}
      size="xs"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        before !== undefined && before !== value
          ? t('answers:accept.before', { value: before || t('answers:accept.nothing') })
          : undefined
      }
    />
  )
}

/** Who a contact was before: of the same name, else the one of the same place that has no namesake. */
const formerOf = (contact: Contact, place: number, before: readonly Contact[], after: readonly Contact[]) => {
  const same = before.find(({ name }) => name === contact.name)
  if (same) return same
  const there = before[place]
  return there && !after.some(({ name }) => name === there.name) ? there : undefined
}

export const AcceptContact = ({ answer }: AcceptProps) => {
  const t = useT()
  const { request, before } = answer
  const asked = request.kind === 'contact' ? request : null
  const asIs = asked?.contacts ?? []
  // As they were asked for, so that typing does not make somebody else of them.
  const [former] = useState(() => asIs.map((contact, place) => formerOf(contact, place, before.contacts, asIs)))
  // Who gets the reminders is the firm's to say, not the customer's.
  const [contacts, setContacts] = useState<Contact[]>(() =>
    asIs.map((contact, place) => ({ ...contact, dunning: former[place]?.dunning ?? false })),
  )
  const [addresses, setAddresses] = useState<Address[]>(asked?.addresses ?? [])
  const accept = useCommand(api.answers.acceptContact.mutationOptions(), useAccepted(answer))
  if (!asked) return null
  const unheard = before.contacts.some(({ dunning }) => dunning) && !contacts.some(({ dunning }) => dunning)
  const gone = before.contacts.filter((contact) => !former.includes(contact))
  return (
    <AcceptFrame
      needs="edit"
      submit={t('answers:accept.contact')}
      ready={addresses.every(({ country }) => /^[A-Z]{2}$/.test(country))}
      pending={accept.isPending}
      error={accept.error}
      onSubmit={() => accept.mutate({ id: answer.id, contacts, addresses })}
    >
      {contacts.map((contact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: none is added, moved or removed here
        <Fieldset key={place} legend={former[place]?.name ?? t('answers:accept.new')}>
          <Stack gap={6}>
            {contactFields.map((field) => (
              <Changed
                key={field}
                field={field}
                value={contact[field]}
                before={former[place]?.[field]}
                onChange={(value) =>
                  setContacts(contacts.map((one, at) => (at === place ? { ...one, [field]: value } : one)))
                }
              />
            ))}
            <Checkbox
              size="xs"
              label={t('answers:accept.reminders')}
              checked={contact.dunning}
              onChange={(event) => {
                const dunning = event.currentTarget.checked
                setContacts(contacts.map((one, at) => (at === place ? { ...one, dunning } : one)))
              }}
            />
          </Stack>
        </Fieldset>
      ))}
      {unheard && (
        <Text size="sm" c="var(--late)">
          {t('answers:accept.unheard')}
        </Text>
      )}
      {gone.length > 0 && (
        <Text size="sm" c="var(--late)">
          {t('answers:accept.gone', { names: gone.map(({ name, email }) => name || email).join(', ') })}
        </Text>
      )}
      {addresses.map((address) => {
        const known = before.addresses.find(({ kind }) => kind === address.kind)
        return (
          <Fieldset key={address.kind} legend={t(`answers:accept.addresses.${address.kind}`)}>
            <Stack gap={6}>
              {addressFields.map((field) => (
                <Changed
                  key={field}
                  field={field}
                  value={address[field]}
                  before={known?.[field] ?? ''}
                  onChange={(value) =>
                    setAddresses(addresses.map((one) => (one === address ? { ...one, [field]: value } : one)))
                  }
                />
              ))}
            </Stack>
          </Fieldset>
        )
      })}
    </AcceptFrame>
  )
}
