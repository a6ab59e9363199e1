import { ActionIcon, Button, Checkbox, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useT } from '../../../app/i18n.ts'
import type { CustomerFormState } from './CustomerForm.tsx'
import classes from './form.module.css'
import { newContact } from './values.ts'

export const Contacts = ({ form }: { form: CustomerFormState }) => {
  const t = useT()
  const { contacts } = form.values
  return (
    <>
      {contacts.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('customers:form.contact.none')}
        </Text>
      )}
      {contacts.map(({ key, name }, i) => (
        <div key={key} className={classes.contact}>
          <TextInput label={t('customers:form.contact.name')} {...form.getInputProps(`contacts.${i}.name`)} />
          <TextInput label={t('customers:form.contact.role')} {...form.getInputProps(`contacts.${i}.role`)} />
          <TextInput
            label={t('customers:form.contact.email')}
            type="email"
            {...form.getInputProps(`contacts.${i}.email`)}
          />
          <TextInput
            label={t('customers:form.contact.phone')}
            type="tel"
            {...form.getInputProps(`contacts.${i}.phone`)}
          />
          <Checkbox
            mb={8}
            label={t('customers:form.contact.dunning')}
            {...form.getInputProps(`contacts.${i}.dunning`, { type: 'checkbox' })}
          />
          <ActionIcon
            mb={2}
            size="lg"
            aria-label={t('customers:form.contact.remove', { name })}
            onClick={() => form.removeListItem('contacts', i)}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        mt={4}
        leftSection={<IconPlus size={14} />}
        onClick={() => form.insertListItem('contacts', newContact())}
      >
        {t('customers:form.contact.add')}
      </Button>
    </>
  )
}
