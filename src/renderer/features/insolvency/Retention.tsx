import { Button, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Clause, Goods } from '../../../main/core/declarations/retention.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { ClauseDialog } from './ClauseDialog.tsx'
import { GoodsDialog } from './GoodsDialog.tsx'
import classes from './insolvency.module.css'
import type { Papers } from './insolvency.words.ts'
import { RetentionClaims } from './RetentionClaims.tsx'
import { RetentionDialog } from './RetentionDialog.tsx'

/** Clauses of retention of title, the goods they are of, and the claims of them. */
export const Retention = ({ customer, papers }: { customer: Customer; papers: Papers }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<'clause' | 'goods' | 'claim' | null>(null)
  const [changed, setChanged] = useState<Goods | null>(null)
  const { clauses, goods, retentionClaims, judgment } = papers
  const claimable = goods.filter(({ claims, claimId }) => claims !== null && claimId === null)
  const close = () => setAsked(null)
  return (
    <section className={classes.section} aria-label={t('insolvency:retention.title')}>
      <Group justify="space-between">
        <Title order={3}>{t('insolvency:retention.title')}</Title>
        {!readOnly && (
          <Group gap="xs">
            <Button variant="default" size="compact-sm" onClick={() => setAsked('clause')}>
              {t('insolvency:retention.addClause')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setAsked('goods')}>
              {t('insolvency:retention.addGoods')}
            </Button>
            {judgment !== null && claimable.length > 0 && (
              <Button size="compact-sm" onClick={() => setAsked('claim')}>
                {t('insolvency:retention.claim', { count: claimable.length })}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {judgment === null && (
        <Text size="sm" c="dimmed">
          {t('insolvency:retention.outside')}
        </Text>
      )}
      {clauses.length === 0 && <Text size="sm">{t('insolvency:retention.noClause')}</Text>}
      {clauses.map((clause) => (
        <ClauseLine key={clause.id} clause={clause} />
      ))}
      {goods.length > 0 && <GoodsTable goods={goods} onChange={readOnly ? null : setChanged} />}
      <RetentionClaims claims={retentionClaims} />
      {asked === 'clause' && <ClauseDialog customer={customer} onClose={close} />}
      {asked === 'goods' && <GoodsDialog customer={customer} goods={null} onClose={close} />}
      {asked === 'claim' && <RetentionDialog customer={customer} goods={claimable} onClose={close} />}
      {changed && <GoodsDialog customer={customer} goods={changed} onClose={() => setChanged(null)} />}
    </section>
  )
}

const ClauseLine = ({ clause }: { clause: Clause }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const today = useWorkingDay()
  const end = useCommand(api.declarations.endClause.mutationOptions(), { done: t('insolvency:retention.dialog.done') })
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text size="sm" fw={600}>
          {t('insolvency:retention.clause', {
            day: format.day(clause.agreedOn),
            kind: [t(`insolvency:retention.kinds.${clause.kind}`), clause.version].filter(Boolean).join(' '),
          })}
          {clause.published && ` · ${t('insolvency:retention.published')}`}
          {clause.documentId === null && ` · ${t('insolvency:retention.unproved')}`}
          {clause.endedOn && ` · ${t('insolvency:retention.ended', { day: format.day(clause.endedOn) })}`}
        </Text>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {clause.text}
        </Text>
      </div>
      {!readOnly && clause.endedOn === null && (
        <Button
          variant="subtle"
          size="compact-xs"
          flex="none"
          onClick={() => end.mutate({ id: clause.id, day: today })}
        >
          {t('insolvency:retention.end')}
        </Button>
      )}
    </Group>
  )
}

const GoodsTable = ({ goods, onChange }: { goods: readonly Goods[]; onChange: ((goods: Goods) => void) | null }) => {
  const t = useT()
  const format = useFormat()
  const heads = ['goods', 'where', 'delivered', 'invoice', 'open', 'claim'] as const
  return (
    <Table aria-label={t('insolvency:retention.goods')}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head} ta={head === 'open' ? 'right' : 'left'}>
              {t(`insolvency:retention.columns.${head}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {goods.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              {onChange && one.claimId === null ? (
                <Button variant="subtle" size="compact-sm" px={0} onClick={() => onChange(one)}>
                  {one.description}
                </Button>
              ) : (
                one.description
              )}
              {one.serials !== '' && (
                <Text size="xs" c="dimmed">
                  {one.serials}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{one.state === 'resold' ? one.resoldTo : one.storage}</Table.Td>
            <Table.Td className={classes.figure}>{format.day(one.deliveredOn)}</Table.Td>
            <Table.Td className={classes.figure}>{one.number}</Table.Td>
            <Table.Td ta="right">
              <MoneyText amount={one.open} currency={one.currency} showCurrency />
            </Table.Td>
            <Table.Td>
              {one.claimId !== null ? (
                <ToneBadge tone="settled">{t('insolvency:retention.claimed')}</ToneBadge>
              ) : one.claims ? (
                <ToneBadge>{t(`insolvency:retention.claims.${one.claims}`)}</ToneBadge>
              ) : (
                <ToneBadge tone="late">{t(`insolvency:retention.reason.${one.reason ?? 'no-clause'}`)}</ToneBadge>
              )}
              {one.unproved && (
                <Text size="xs" c="dimmed">
                  {t('insolvency:retention.unproved')}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
