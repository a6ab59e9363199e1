import { ActionIcon, Button, Select, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { addressKinds } from '../../../../main/core/customers/customers.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { CountrySelect } from '../../../components/PlaceSelects.tsx'
import type { CustomerFormState } from './CustomerForm.tsx'
import classes from './form.module.css'
import { newAddress } from './values.ts'

export const Addresses = ({ form }: { form: CustomerFormState }) => {
  const t = useT()
  const { addresses, country } = form.values
  return (
    <>
      {addresses.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('customers:form.address.none')}
        </Text>
      )}
      {addresses.map((address, i) => (
        <div key={address.key} className={classes.address}>
          <Select
            label={t('customers:form.address.kind')}
            data={addressKinds.map((value) => ({ value, label: t(`customers:form.address.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps(`addresses.${i}.kind`)}
          />
          <TextInput label={t('customers:form.address.street')} {...form.getInputProps(`addresses.${i}.street`)} />
          <TextInput
            label={t('customers:form.address.postalCode')}
            {...form.getInputProps(`addresses.${i}.postalCode`)}
          />
          <TextInput label={t('customers:form.address.city')} {...form.getInputProps(`addresses.${i}.city`)} />
          <CountrySelect
            label={t('customers:form.address.country')}
            value={address.country}
            onChange={(code) => form.setFieldValue(`addresses.${i}.country`, code)}
          />
          <ActionIcon
            mb={2}
            size="lg"
            aria-label={t('customers:form.address.remove', { city: address.city })}
            onClick={() => form.removeListItem('addresses', i)}
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
        onClick={() => form.insertListItem('addresses', newAddress(country, addresses))}
      >
        {t('customers:form.address.add')}
      </Button>
    </>
  )
}
