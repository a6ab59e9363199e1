import { Alert, Stack, Text } from '@mantine/core'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayText } from '../../components/DayText.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { ItemHold } from './ItemHold.tsx'
import { ItemMatches } from './ItemMatches.tsx'
import classes from './receivables.module.css'
import { useItem } from './useItems.ts'

type Props = { row: ItemRow; asOf: string; onClose: () => void }

/** One item beside the list: what is owed, since when, what it was matched with, whether reminders wait. */
export const ItemPanel = ({ row, asOf, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const item = useItem(row, asOf)
  const lateness = () => {
    if (item.open <= 0) return ''
    if (item.daysLate > 0) return t('receivables:item.lateBy', { count: item.daysLate })
    return t(item.daysLate === 0 ? 'receivables:item.dueToday' : 'receivables:item.notDue')
  }
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t('receivables:item.title', { kind: t(`receivables:kind.${item.kind}`), number: item.number })}
    >
      <Stack gap={2}>
        <Text fw={600}>{item.customerName}</Text>
        <Text size="sm" c="dimmed">
          {item.customerCode}
        </Text>
      </Stack>
      <KeyFigure
        label={t('receivables:item.open')}
        value={format.money(item.open, item.currency)}
        tone={item.open > 0 && item.daysLate > 0 ? 'late' : 'neutral'}
        hint={lateness()}
      />
      <dl className={classes.facts}>
        <dt>{t('receivables:item.amount')}</dt>
        <dd>{format.money(item.amount, item.currency)}</dd>
        <dt>{t('receivables:item.issued')}</dt>
        <dd>
          <DayText day={item.issued} />
        </dd>
        {item.booked !== item.issued && (
          <>
            <dt>{t('receivables:item.booked')}</dt>
            <dd>
              <DayText day={item.booked} />
            </dd>
          </>
        )}
        <dt>{t('receivables:item.due')}</dt>
        <dd>
          <DayText day={item.due} />{' '}
          {item.dueComputed && <span className={classes.dim}>{t('receivables:item.dueComputed')}</span>}
        </dd>
        {item.label && (
          <>
            <dt>{t('receivables:item.label')}</dt>
            <dd>{item.label}</dd>
          </>
        )}
        {item.amount > 0 && (
          <>
            <dt>{t('receivables:item.level')}</dt>
            <dd>
              {item.level ? t('receivables:item.levelNumber', { level: item.level }) : t('receivables:item.noLevel')}
            </dd>
          </>
        )}
      </dl>
      {item.approximate && (
        <Alert color="gray" variant="light">
          {t('receivables:item.approximate')}
        </Alert>
      )}
      <ItemMatches item={item} asOf={asOf} />
      {item.open > 0 && <ItemHold item={item} />}
      <ButtonLink to="/customers/$id" params={{ id: item.customerId }} variant="default">
        {t('receivables:item.openCustomer')}
      </ButtonLink>
    </SidePanel>
  )
}
