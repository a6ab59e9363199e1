import { Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { RegisterEvent } from '../../../main/core/registers/registers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { DismissDialog } from './DismissDialog.tsx'
import { eventTone, eventWords } from './event.words.ts'
import classes from './registers.module.css'

/** Every event told of a customer, the newest first; those set aside or annulled stay, said as such. */
export const EventList = ({ events }: { events: readonly RegisterEvent[] }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const [dismissing, setDismissing] = useState<RegisterEvent | null>(null)
  return (
    <>
      <Table aria-label={t('registers:events.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('registers:events.day')}</Table.Th>
            <Table.Th>{t('registers:events.event')}</Table.Th>
            <Table.Th>{t('registers:events.published')}</Table.Th>
            <Table.Th>{t('registers:events.court')}</Table.Th>
            <Table.Th>{t('registers:events.source')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event) => {
            const aside = event.dismissed ?? event.withdrawn
            return (
              <Table.Tr key={event.id}>
                <Table.Td className={classes.figure}>
                  {event.day ? format.day(event.day) : t('registers:events.undated')}
                </Table.Td>
                <Table.Td>
                  <ToneBadge tone={aside ? 'neutral' : eventTone(event.kind)}>{eventWords(event, t)}</ToneBadge>
                  {event.nature && (
                    <Text size="xs" c="dimmed">
                      {event.nature}
                    </Text>
                  )}
                  {event.withdrawn && (
                    <Text size="xs">
                      {t('registers:events.withdrawn', {
                        day: format.day(event.withdrawn.on),
                        by: event.withdrawn.by,
                      })}
                    </Text>
                  )}
                  {event.dismissed && (
                    <Text size="xs">
                      {t('registers:events.dismissed', {
                        day: format.day(event.dismissed.on),
                        by: event.dismissed.by,
                        because: event.dismissed.because,
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td className={classes.figure}>
                  {event.publishedOn ? format.day(event.publishedOn) : t('common:none')}
                </Table.Td>
                <Table.Td>{event.court || t('common:none')}</Table.Td>
                <Table.Td>
                  {t(`registers:register.${event.register}`)}
                  <Text size="xs" c="dimmed" className={classes.source}>
                    {event.source}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  {!aside && (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      disabled={readOnly}
                      aria-label={t('registers:events.dismissOf', { event: eventWords(event, t) })}
                      onClick={() => setDismissing(event)}
                    >
                      {t('registers:events.dismiss')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {dismissing && <DismissDialog event={dismissing} onClose={() => setDismissing(null)} />}
    </>
  )
}
