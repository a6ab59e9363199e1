import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { CustomerRegisters } from '../../app/customerParts.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { Note } from '../../components/Note.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { Declarations } from './Declarations.tsx'
import classes from './insolvency.module.css'
import { deadlineWords, type Papers } from './insolvency.words.ts'
import { Officers } from './Officers.tsx'
import { Retention } from './Retention.tsx'

/** A customer in insolvency: what is still to be done, what is declared, what is claimed back. */
export const InsolvencyTab = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const format = useFormat()
  const { data, error } = useQuery(api.declarations.ofCustomer.queryOptions({ input: { customerId: customer.id } }))
  return (
    <div className={classes.page}>
      <ErrorNote error={error} />
      {data && data.judgment === null && (
        <Note title={data.declarations.length > 0 ? undefined : t('insolvency:none')}>
          <Text size="sm">{t(data.declarations.length > 0 ? 'insolvency:over' : 'insolvency:noneText')}</Text>
        </Note>
      )}
      {data && data.judgment !== null && <ToDo papers={data} />}
      {data?.judgment && <Split papers={data} judgment={data.judgment} customerId={customer.id} />}
      {data?.converted && (
        <Note>
          <Text size="sm">{t('insolvency:converted', { day: format.day(data.converted) })}</Text>
        </Note>
      )}
      {data && data.judgment !== null && <Officers customer={customer} papers={data} />}
      {data && (data.judgment !== null || data.declarations.length > 0) && (
        <Declarations customer={customer} papers={data} />
      )}
      {data && data.receipts.length > 0 && <Receipts papers={data} />}
      {data && <Retention customer={customer} papers={data} />}
      <CustomerRegisters customerId={customer.id} />
    </div>
  )
}

/** What is open of the procedure, the most urgent first. */
const ToDo = ({ papers }: { papers: Papers }) => {
  const t = useT()
  const format = useFormat()
  return (
    <section className={classes.section} aria-label={t('insolvency:todo.title')}>
      <Title order={3}>{t('insolvency:todo.title')}</Title>
      {papers.deadlines.length === 0 && <Text size="sm">{t('insolvency:todo.nothing')}</Text>}
      <div className={classes.todo}>
        {papers.deadlines.map((deadline) => (
          <Deadline key={`${deadline.code} ${deadline.on}`} deadline={deadline} format={format} />
        ))}
      </div>
    </section>
  )
}

const Deadline = ({
  deadline,
  format,
}: {
  deadline: Papers['deadlines'][number]
  format: ReturnType<typeof useFormat>
}) => {
  const t = useT()
  const { tone, left } = deadlineWords(deadline, t)
  return (
    <>
      <Text size="sm" fw={600}>
        {t(`insolvency:todo.${deadline.code}`)}
      </Text>
      <Text size="sm" className={classes.figure}>
        {t('insolvency:todo.by', { day: format.day(deadline.extended ?? deadline.on) })}
      </Text>
      <ToneBadge tone={tone}>{left}</ToneBadge>
      <Text size="xs" c="dimmed">
        {deadline.law}
      </Text>
    </>
  )
}

const Split = ({ papers, judgment, customerId }: { papers: Papers; judgment: string; customerId: string }) => {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(api.registers.ofCustomer.queryOptions({ input: { customerId } }))
  const sums = (parts: readonly { currency: string; amount: number }[]) =>
    parts.length === 0
      ? t('insolvency:split.nothing')
      : parts.map(({ amount, currency }) => format.money(amount, currency)).join(' + ')
  const { items, sums: undeclared } = papers.undeclared
  return (
    <section className={classes.section} aria-label={t('insolvency:split.title')}>
      <Title order={3}>{t('insolvency:split.title')}</Title>
      <div className={classes.figures}>
        <KeyFigure
          label={t('insolvency:split.before', { day: format.day(judgment) })}
          value={sums(data?.claims?.before ?? [])}
          tone="risk"
          hint={t('insolvency:split.beforeHint')}
        />
        <KeyFigure
          label={t('insolvency:split.after')}
          value={sums(data?.claims?.after ?? [])}
          hint={t('insolvency:split.afterHint')}
        />
        <KeyFigure
          label={t('insolvency:split.undeclared')}
          value={sums(undeclared)}
          tone={items > 0 ? 'late' : 'settled'}
          hint={items > 0 ? t('insolvency:split.undeclaredHint', { count: items }) : undefined}
        />
      </div>
    </section>
  )
}

const Receipts = ({ papers }: { papers: Papers }) => {
  const t = useT()
  const format = useFormat()
  const forbidden = papers.receipts.some(({ onEarlier }) => onEarlier > 0)
  return (
    <Note tone={forbidden ? 'late' : 'neutral'} title={t('insolvency:receipts.title')}>
      {forbidden && <Text size="sm">{t('insolvency:receipts.text')}</Text>}
      <ul className={classes.lines}>
        {papers.receipts.map(({ itemId, number, day, currency, amount, onEarlier }) => (
          <li key={itemId}>
            {t('insolvency:receipts.line', {
              number,
              day: format.day(day),
              amount: format.money(amount, currency),
              earlier: format.money(onEarlier, currency),
            })}
          </li>
        ))}
      </ul>
    </Note>
  )
}
