import { Anchor, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DaysLate } from '../../components/DaysLate.tsx'
import { DayText } from '../../components/DayText.tsx'
import { LevelBadge } from '../../components/LevelBadge.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './dunning.module.css'
import { LetterRules } from './LetterRules.tsx'
import { LetterTotals } from './LetterTotals.tsx'
import { useProblem } from './useProblem.ts'

type Props = { letter: ProposedLetter | null; asOf: string; catchUp: boolean }

/** The figures of a proposed letter: each item with its interest, then what adds up to the total. */
export const ProposedDetail = ({ letter, asOf, catchUp }: Props) => {
  const t = useT()
  const format = useFormat()
  const problemOf = useProblem()
  if (!letter) return <Text c="dimmed">{t('dunning:proposal.letter.none')}</Text>
  const { currency } = letter
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={letter.customerName}>
      <Stack gap="sm">
        <div>
          <Text fw={600}>
            {letter.customerName} <span className={classes.code}>{letter.customerCode}</span>
          </Text>
          <LevelBadge level={letter.level} name={letter.levelName} />{' '}
          <Text span size="sm" c="dimmed">
            {t(`dunning:channel.${letter.channel}`)}, {format.money(letter.total, currency)}
          </Text>
        </div>
        <LetterRules letter={letter} asOf={asOf} catchUp={catchUp} />
        {[...letter.problems, ...letter.warnings].map((code) => {
          const { text, action, to } = problemOf(code, letter)
          return (
            <Text key={code} size="sm" className={letter.problems.includes(code) ? classes.refusal : undefined}>
              {text}{' '}
              {to && (
                <Anchor component={Link} to={to}>
                  {action}
                </Anchor>
              )}
            </Text>
          )
        })}
        <Table horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('dunning:proposal.letter.columns.number')}</Table.Th>
              <Table.Th>{t('dunning:proposal.letter.columns.due')}</Table.Th>
              <Table.Th ta="right">{t('dunning:proposal.letter.columns.late')}</Table.Th>
              <Table.Th ta="right">{t('dunning:proposal.letter.columns.open')}</Table.Th>
              <Table.Th ta="right">{t('dunning:proposal.letter.columns.interest')}</Table.Th>
              <Table.Th ta="right">{t('dunning:proposal.letter.columns.indemnity')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {letter.items.map((item) => (
              <Table.Tr key={item.itemId}>
                <Table.Td className={classes.figure}>{item.number}</Table.Td>
                <Table.Td>
                  <DayText day={item.due} />
                </Table.Td>
                <Table.Td ta="right">
                  <DaysLate days={item.daysLate} />
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText amount={item.open - item.disputed} currency={currency} />
                  {item.disputed > 0 && (
                    <Text size="xs" c="dimmed">
                      {t('dunning:proposal.letter.disputed', { amount: format.money(item.disputed, currency) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText amount={item.interest} currency={currency} />
                </Table.Td>
                <Table.Td ta="right">
                  <MoneyText amount={item.indemnity} currency={currency} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <LetterTotals letter={letter} />
        {letter.others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('dunning:plan.bench.others', {
              count: letter.others.length,
              invoices: letter.others.map(({ number }) => number).join(', '),
            })}
          </Text>
        )}
        <div>
          <ButtonLink to="/customers/$id" params={{ id: letter.customerId }} variant="default">
            {t('dunning:proposal.letter.openCustomer')}
          </ButtonLink>
        </div>
      </Stack>
    </section>
  )
}
