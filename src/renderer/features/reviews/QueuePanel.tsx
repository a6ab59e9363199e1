import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ClassBadge } from '../../components/credit/ClassBadge.tsx'
import { LimitBar } from '../../components/credit/LimitBar.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { QueueMarkBadge } from './QueueMarkBadge.tsx'
import type { QueueRow } from './queue.rows.ts'
import classes from './reviews.module.css'
import { useQueueWords } from './useQueueWords.ts'

type Props = { row: QueueRow; onOpen: () => void; pending: boolean; onClose: () => void }

/** The essentials of a customer of the queue: how much, of what, why. */
export const QueuePanel = ({ row, onOpen, pending, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const words = useQueueWords()
  const { data, error } = useQuery(api.limits.exposure.queryOptions({ input: { customerId: row.customerId } }))
  const scorecard = useQuery(api.scorecards.get.queryOptions({ input: { customerId: row.customerId } })).data
  const last = row.due?.lastReviewOn
  const decided = row.due?.class ?? (row.review === null ? row.class : null)
  return (
    <SidePanel opened onClose={onClose} title={row.name}>
      <Group gap={6}>
        <QueueMarkBadge mark={row.mark} />
        <ClassBadge riskClass={row.class} inWords />
      </Group>
      <ErrorNote error={error} />
      {data && (
        <>
          <KeyFigure
            label={t('reviews:queue.panel.exposure')}
            value={format.money(data.total, data.currency)}
            tone={data.mark === 'passed' ? 'risk' : data.mark === 'watch' ? 'late' : 'neutral'}
            hint={
              data.overdue.amount > 0 &&
              `${t('reviews:queue.panel.overdue')} ${format.money(data.overdue.amount, data.currency)}`
            }
          />
          <LimitBar standing={data} currency={data.currency} />
        </>
      )}
      <section aria-label={t('reviews:queue.panel.why')}>
        <Title order={3} mb={4}>
          {t('reviews:queue.panel.why')}
        </Title>
        <ul className={classes.reasons}>
          {words(row).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
      <Facts
        facts={[
          row.review !== null && [t('reviews:queue.panel.review'), row.review.reference],
          decided !== null && [t('reviews:queue.panel.decidedClass'), decided],
          scorecard != null && [t('reviews:queue.panel.scorecardClass'), scorecard.class ?? t('common:none')],
          row.due !== null && [
            t('reviews:queue.panel.last'),
            last ? (
              format.day(last)
            ) : (
              <Text key="never" span>
                {t('reviews:queue.panel.never')}
              </Text>
            ),
          ],
        ]}
      />
      <Group gap="xs">
        {(row.review || !readOnly) && (
          <Button
            loading={pending}
            onClick={onOpen}
            rightSection={<Kbd size="xs">{t('common:shortcuts.keys.enter')}</Kbd>}
          >
            {t(row.review ? 'reviews:queue.panel.open' : 'reviews:queue.panel.start')}
          </Button>
        )}
        <ButtonLink to="/customers/$id" params={{ id: row.customerId }} search={{ tab: 'credit' }} variant="default">
          {t('reviews:queue.panel.customer')}
        </ButtonLink>
      </Group>
    </SidePanel>
  )
}
