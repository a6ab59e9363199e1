import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { AnchorLink } from '../../components/links.tsx'
import { ApplicationState } from './ApplicationState.tsx'
import classes from './applications.module.css'

const SHOWN = 5

/** What a customer asked for, the newest first, with the way to a new application. */
export const CustomerApplications = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const { data } = useQuery(api.applications.list.queryOptions({ input: { customerId, show: 'all', limit: SHOWN } }))
  if (!data) return null
  return (
    <section aria-label={t('applications:list.title')}>
      <Group justify="space-between" mb={4}>
        <Title order={3}>{t('applications:list.title')}</Title>
        {!readOnly && (
          <AnchorLink to="/credit/applications" search={{ new: true, customer: customerId }} fz="sm">
            {t('applications:palette.add')}
          </AnchorLink>
        )}
      </Group>
      {data.applications.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('applications:ofCustomer.none')}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {data.applications.map(({ id, asked, currency, receivedOn, state }) => (
            <li key={id} className={classes.applied}>
              <AnchorLink to="/credit/applications" search={{ show: 'all', id }}>
                {t('applications:ofCustomer.one', {
                  amount: format.money(asked, currency),
                  day: format.day(receivedOn),
                })}
              </AnchorLink>
              <ApplicationState state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
