import { Button, Stack, Text, Title } from '@mantine/core'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './bank.module.css'

/** What was made of a line, by whom, and the way back. */
export const ClosedLine = ({ line, onReopen }: { line: BankLine; onReopen: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const { state, payments, asideReason, closedOn, closedBy, currency } = line
  return (
    <div className={classes.scroll}>
      <Stack gap="xs">
        <Title order={2}>{t('bank:line.made')}</Title>
        {state === 'set_aside' && (
          <Text>{asideReason ? t('bank:line.asideBecause', { reason: asideReason }) : t('bank:line.aside')}</Text>
        )}
        {payments.map(({ itemId, customerId, customerName, number, amount }) => (
          <Text key={itemId}>
            <AnchorLink to="/customers/$id" params={{ id: customerId }}>
              {customerName}
            </AnchorLink>
            {' · '}
            <AnchorLink to="/receivables" search={{ search: number, customer: customerId, show: 'all' }}>
              {number}
            </AnchorLink>
            {' · '}
            {format.money(amount, currency)}
          </Text>
        ))}
        {closedOn && closedBy && (
          <Text size="sm" c="dimmed">
            {t('bank:line.closedBy', { day: format.day(closedOn), user: closedBy })}
          </Text>
        )}
        {!readOnly && (
          <Button variant="default" onClick={onReopen} style={{ alignSelf: 'flex-start' }}>
            {t('bank:line.reopen')}
          </Button>
        )}
      </Stack>
    </div>
  )
}
