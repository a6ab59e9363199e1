import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Company } from '../../../main/core/company/company.contract.ts'
import { isBic, isIban } from '../../../main/core/customers/identifiers.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { bicCheck, CheckedInput } from '../../components/CheckedInput.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import { IbanInput } from './IbanInput.tsx'

type Account = Company['bankAccounts'][number]
type Props = { company: Company; account: Account | null; onClose: () => void }

export const BankAccountForm = ({ company, account, onClose }: Props) => {
  const t = useT()
  const free = company.bankAccounts.some(({ currency }) => currency === company.currency) ? '' : company.currency
  const form = useForm<Account>({ initialValues: account ?? { currency: free, iban: '', bic: '', label: '' } })
  const save = useCommand(api.company.setBankAccount.mutationOptions(), {
    done: (_, { currency }) => t('company:bank.saved', { currency }),
    onDone: onClose,
  })
  const { currency, iban, bic } = form.values
  const replaces = !account && company.bankAccounts.some((one) => one.currency === currency)
  const complete = currency !== '' && isIban(iban) && (bic.trim() === '' || isBic(bic))
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        if (complete) save.mutate(values)
      })}
    >
      <Stack gap="sm">
        <CurrencySelect
          label={t('company:bank.currency')}
          value={currency}
          onChange={(code) => form.setFieldValue('currency', code)}
          readOnly={account !== null}
          data-autofocus={account === null || undefined}
        />
        <IbanInput
          label={t('company:bank.iban')}
          value={iban}
          onChange={(text) => form.setFieldValue('iban', text)}
          autoFocus={account !== null}
        />
        <CheckedInput
          label={t('company:bank.bic')}
          description={t('company:bank.bicHint')}
          check={bicCheck}
          value={bic}
          onChange={(text) => form.setFieldValue('bic', text.toUpperCase())}
        />
        <TextInput label={t('company:bank.label')} {...form.getInputProps('label')} />
        {replaces && <Text c="var(--late)">{t('company:bank.replaces', { currency })}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('company:bank.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!complete}>
            {t('company:bank.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
