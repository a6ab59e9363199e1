import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Facts } from '../../../components/Facts.tsx'
import { AnchorLink } from '../../../components/links.tsx'
import { Note } from '../../../components/Note.tsx'
import { SidePanel } from '../../../components/SidePanel.tsx'
import classes from './activity.module.css'
import { flatten } from './asked.ts'
import { RowChange } from './RowChange.tsx'
import { useCallWords } from './useCallWords.ts'
import { useValueWords } from './useValueWords.ts'

/** One entry: what was asked, the rows before and after, and its place in the chain. */
export const EntryPanel = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const words = useCallWords()
  const values = useValueWords()
  const { data, error } = useQuery(api.audit.entry.queryOptions({ input: { id } }))
  if (!data)
    return (
      <SidePanel opened onClose={onClose} title={t('safety:activity.entry', { id })}>
        <ErrorNote error={error} />
      </SidePanel>
    )
  const asked = flatten(data.input)
  const short = asked.map(({ path }) => values.asked(path))
  const labels = asked.map(({ path }, i) =>
    short.filter((one) => one === short[i]).length > 1 ? values.asked(path, true) : (short[i] as string),
  )
  return (
    <SidePanel opened onClose={onClose} title={words(data.call)}>
      <Facts
        facts={[
          [t('safety:activity.number'), format.number(data.id)],
          [t('safety:activity.at'), format.moment(data.at)],
          [t('safety:activity.today'), format.day(data.today)],
          [t('safety:activity.user'), data.user],
          data.customers.length > 0 && [
            t('safety:activity.customers'),
            data.customers.map(({ id: customerId, name }) => (
              <div key={customerId}>
                {name ? (
                  <AnchorLink to="/customers/$id" params={{ id: customerId }}>
                    {name}
                  </AnchorLink>
                ) : (
                  t('safety:activity.removed')
                )}
              </div>
            )),
          ],
        ]}
      />
      <section aria-label={t('safety:activity.asked')}>
        <Title order={3} mb={4}>
          {t('safety:activity.asked')}
        </Title>
        {data.input === null ? (
          <Text size="sm" c="dimmed">
            {t('safety:activity.erasedInput')}
          </Text>
        ) : typeof data.input === 'string' ? (
          <Text size="sm" className={classes.value}>
            {data.input}
          </Text>
        ) : asked.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('safety:activity.nothingAsked')}
          </Text>
        ) : (
          <Facts
            facts={asked.map(({ path, key, value }, i) => [
              labels[i] as string,
              <span key={path.join('.')} className={classes.value}>
                {values.value(key, value, data.customers)}
              </span>,
            ])}
          />
        )}
      </section>
      <section aria-label={t('safety:activity.rows')}>
        <Title order={3} mb={4}>
          {t('safety:activity.rows')}
        </Title>
        {data.changes.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('safety:activity.noRows')}
          </Text>
        )}
        {data.changes.map((change) => (
          <RowChange key={`${change.table} ${change.key}`} change={change} customers={data.customers} />
        ))}
        {data.leftOut > 0 && <Note>{t('safety:activity.leftOut', { count: data.leftOut })}</Note>}
      </section>
      <section aria-label={t('safety:activity.chain')}>
        <Title order={3} mb={4}>
          {t('safety:activity.chain')}
        </Title>
        <Facts
          facts={[
            [
              t('safety:activity.hash'),
              <span key="hash" className={classes.value}>
                {data.hash}
              </span>,
            ],
            [
              t('safety:activity.previous'),
              <span key="previous" className={classes.value}>
                {data.previous || '—'}
              </span>,
            ],
          ]}
        />
      </section>
    </SidePanel>
  )
}
