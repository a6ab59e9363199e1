import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isIdentified } from '../../../main/core/registers/identity.rules.ts'
import { fileRegisters, type RegisterEvent } from '../../../main/core/registers/registers.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { type Translate, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { Deadlines } from './Deadlines.tsx'
import { EventList } from './EventList.tsx'
import { eventTone } from './event.words.ts'
import { RecordDialog } from './RecordDialog.tsx'
import classes from './registers.module.css'

/** What registers say of a customer: the state in force, the deadlines it sets, and every event with its source. */
export const CustomerRegisters = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const [recording, setRecording] = useState(false)
  const { data, error } = useQuery(api.registers.ofCustomer.queryOptions({ input: { customerId } }))
  const customer = useQuery(api.customers.get.queryOptions({ input: { id: customerId } })).data?.customer
  const identified = !customer || isIdentified({ ...customer, vat: customer.vatNumber })
  const insolvency = data?.insolvency
  return (
    <Stack component="section" gap="xs" aria-label={t('registers:customer.title')}>
      <Group justify="space-between">
        <Title order={3}>{t('registers:customer.title')}</Title>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={readOnly}
          onClick={() => setRecording(true)}
        >
          {t('registers:customer.note')}
        </Button>
      </Group>
      <ErrorNote error={error} />
      {insolvency && (
        <Note
          tone={eventTone(insolvency.kind)}
          title={t('registers:customer.since', {
            kind: t(`credit:insolvency.kind.${insolvency.kind}`),
            day: format.day(insolvency.since),
          })}
        >
          <Text size="sm">
            {[
              insolvency.event.court,
              t('registers:customer.said', { source: sourceOf(insolvency.event, t) }),
              insolvency.gone && t('registers:customer.gone'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Note>
      )}
      {insolvency && <Deadlines insolvency={insolvency} />}
      {data && !insolvency && identified && (
        <Text size="sm">{t(data.checks.length > 0 ? 'registers:customer.none' : 'registers:customer.noneNever')}</Text>
      )}
      {!identified && (
        <Note tone="late">
          <Text size="sm">
            {t('registers:customer.unidentified')}{' '}
            <AnchorLink to="/customers/$id" params={{ id: customerId }} search={{ tab: 'file' }} underline="always">
              {t('registers:customer.identify')}
            </AnchorLink>
          </Text>
        </Note>
      )}
      {data && data.events.length > 0 && <EventList events={data.events} />}
      {data && (
        <Text size="xs" c="dimmed" className={classes.checks}>
          {fileRegisters.map((register) => {
            const last = data.checks.find((check) => check.register === register)
            const name = t(`registers:register.${register}`)
            return (
              <span key={register}>
                {last
                  ? t('registers:customer.checked', { register: name, day: format.day(last.day) })
                  : t('registers:customer.never', { register: name })}
              </span>
            )
          })}
          <AnchorLink underline="always" to="/credit/registers">
            {t('registers:customer.check')}
          </AnchorLink>
        </Text>
      )}
      {recording && <RecordDialog customerId={customerId} onClose={() => setRecording(false)} />}
    </Stack>
  )
}

const sourceOf = ({ register, source }: RegisterEvent, t: Translate): string =>
  register === 'entry' ? source : t('registers:events.by', { register: t(`registers:register.${register}`), source })
