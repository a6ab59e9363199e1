import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { addDays } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ButtonLink } from '../../components/links.tsx'

type Props = { asOf: string; onDay: (day: string) => void }

/** Nothing is late: says when the first letter would fall due, or how to bring invoices in. */
export const NothingLate = ({ asOf, onDay }: Props) => {
  const t = useT()
  const format = useFormat()
  const items = useQuery(
    api.receivables.items.queryOptions({ input: { asOf, show: 'open', kind: 'invoice', sort: 'due', limit: 1 } }),
  )
  const plan = useQuery(api.dunning.plans.queryOptions({ input: {} }))
  if (!items.data || !plan.data) return null
  const due = items.data.items[0]?.due
  const first = plan.data.plans[0]?.levels.find(({ days }) => days >= 0)
  if (!due)
    return (
      <EmptyState
        title={t('dunning:proposal.empty.noReceivable')}
        text={t('dunning:proposal.empty.noReceivableText')}
        action={<ButtonLink to="/imports">{t('dunning:proposal.empty.import')}</ButtonLink>}
      />
    )
  // A level is reached its days after the due date, never before the day after it.
  const day = first && addDays(due, Math.max(1, first.days))
  return (
    <EmptyState
      title={t('dunning:proposal.empty.nothingLate', { day: format.day(asOf) })}
      text={[
        t('dunning:proposal.empty.nothingLateText'),
        day && t('dunning:proposal.empty.firstLevel', { due: format.day(due), day: format.day(day) }),
      ]
        .filter(Boolean)
        .join(' ')}
      action={
        <Group gap="xs">
          {day && (
            <Button variant="default" onClick={() => onDay(day)}>
              {t('dunning:proposal.empty.goTo', { day: format.day(day) })}
            </Button>
          )}
          <ButtonLink to="/receivables" variant="default">
            {t('dunning:proposal.empty.receivables')}
          </ButtonLink>
        </Group>
      }
    />
  )
}
