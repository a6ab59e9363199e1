import { Button, Group, Select, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { type OfficerRole, officerRoles } from '../../../main/core/declarations/declarations.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import classes from './insolvency.module.css'
import type { Papers } from './insolvency.words.ts'

type Fields = Papers['suggested'][number]
const BLANK: Fields = {
  role: 'representative',
  name: '',
  street: '',
  postalCode: '',
  city: '',
  country: 'FR',
  email: '',
  reference: '',
}

/** Whom the court named; what a notice tells is offered, and confirmed by a person. */
export const Officers = ({ customer, papers }: { customer: Customer; papers: Papers }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [adding, setAdding] = useState<Fields | null>(null)
  const remove = useCommand(api.declarations.removeOfficer.mutationOptions(), {
    done: t('insolvency:officers.removed'),
  })
  const { officers, suggested } = papers
  return (
    <section className={classes.section} aria-label={t('insolvency:officers.title')}>
      <Group justify="space-between">
        <Title order={3}>{t('insolvency:officers.title')}</Title>
        {!readOnly && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(BLANK)}>
            {t('insolvency:officers.add')}
          </Button>
        )}
      </Group>
      {officers.length === 0 && suggested.length === 0 && <Text size="sm">{t('insolvency:officers.none')}</Text>}
      {suggested.map((one) => (
        <Group key={one.role} gap="xs">
          <Text size="sm">
            {t('insolvency:officers.suggested', {
              role: t(`insolvency:officers.roles.${one.role}`).toLowerCase(),
              name: [one.name, one.street, `${one.postalCode} ${one.city}`.trim()].filter(Boolean).join(', '),
            })}
          </Text>
          <Button variant="default" size="compact-xs" disabled={readOnly} onClick={() => setAdding(one)}>
            {t('insolvency:officers.take')}
          </Button>
        </Group>
      ))}
      {officers.map((one) => (
        <Group key={one.id} gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm">
            <Text span fw={600} size="sm">
              {one.name}
            </Text>
            {` · ${t(`insolvency:officers.roles.${one.role}`)}`}
            {[one.street, `${one.postalCode} ${one.city}`.trim(), one.email, one.reference]
              .filter(Boolean)
              .map((part) => ` · ${part}`)
              .join('')}
          </Text>
          {!readOnly && (
            <Button variant="subtle" size="compact-xs" onClick={() => remove.mutate({ id: one.id })}>
              {t('insolvency:officers.remove')}
            </Button>
          )}
        </Group>
      ))}
      {adding && <OfficerDialog customer={customer} papers={papers} from={adding} onClose={() => setAdding(null)} />}
    </section>
  )
}

type Props = { customer: Customer; papers: Papers; from: Fields; onClose: () => void }

const OfficerDialog = ({ customer, papers, from, onClose }: Props) => {
  const t = useT()
  const today = useWorkingDay()
  const [fields, setFields] = useState<Fields>(from)
  const [since, setSince] = useState<Day | null>(papers.judgment ?? today)
  const add = useCommand(api.declarations.addOfficer.mutationOptions(), {
    done: t('insolvency:officers.done'),
    onDone: onClose,
    quiet: true,
  })
  const text = (field: Exclude<keyof Fields, 'role' | 'country'>, maxLength: number) => ({
    label: t(`insolvency:officers.${field}`),
    value: fields[field],
    maxLength,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const { value } = currentTarget
      setFields((old) => ({ ...old, [field]: value }))
    },
  })
  return (
    <FormDialog
      title={t('insolvency:officers.dialog')}
      onClose={onClose}
      size={560}
      submit={t('insolvency:officers.submit')}
      disabled={fields.name.trim() === '' || since === null}
      pending={add.isPending}
      error={add.error}
      onSubmit={() => since && add.mutate({ customerId: customer.id, ...fields, since })}
    >
      <div className={classes.pair}>
        <Select
          allowDeselect={false}
          label={t('insolvency:officers.role')}
          data={officerRoles.map((value) => ({ value, label: t(`insolvency:officers.roles.${value}`) }))}
          value={fields.role}
          onChange={(value) => value && setFields((old) => ({ ...old, role: value as OfficerRole }))}
        />
        <DayInput
          w="auto"
          required
          label={t('insolvency:officers.since')}
          maxDate={today}
          value={since}
          onChange={setSince}
        />
        <TextInput data-autofocus required className={classes.wide} {...text('name', 200)} />
        <TextInput className={classes.wide} {...text('street', 300)} />
        <TextInput {...text('postalCode', 20)} />
        <TextInput {...text('city', 100)} />
        <TextInput {...text('email', 200)} />
        <TextInput {...text('reference', 100)} />
      </div>
    </FormDialog>
  )
}
