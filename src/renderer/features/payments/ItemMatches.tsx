import { Button, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './payments.module.css'

/** What settled an item and when, what was undone and why; a match dated after the day shown is not counted yet. */
export const ItemMatches = ({ item, asOf }: { item: ItemRow; asOf: Day }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const home = useQuery(api.company.get.queryOptions({ input: {} })).data?.currency
  const { data, error } = useQuery(api.payments.matches.queryOptions({ input: { itemId: item.id } }))
  const { payment } =
    useQuery({
      ...api.payments.detail.queryOptions({ input: { itemId: item.id } }),
      enabled: item.kind === 'payment',
    }).data ?? {}
  // A bounce and its receipt stay together until the bounce is removed.
  const tiedTo = payment?.bouncedById ?? payment?.bouncesId
  const undo = useCommand(api.payments.undo.mutationOptions(), {
    done: ({ matches }) => t('payments:undo.done', { amount: format.money(matches[0]?.amount ?? 0, item.currency) }),
    undo: ({ matches }) =>
      client.payments.allocate({
        matches: matches.map(({ debitId, creditId, amount }) => ({ debitId, creditId, amount })),
        ...(matches[0] && { day: matches[0].day }),
      }),
  })
  return (
    <Stack gap={4}>
      <Title order={3}>{t('payments:matches.title')}</Title>
      <ErrorNote error={error} />
      {data?.matches.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('payments:matches.none')}
        </Text>
      )}
      {data && data.matches.length > 0 && (
        <Table verticalSpacing={4} horizontalSpacing={6} aria-label={t('payments:matches.title')}>
          <Table.Tbody>
            {data.matches.map((match) => {
              const undone = match.undoneOn !== null
              const later = match.day > asOf
              return (
                <Table.Tr key={match.id} data-undone={undone || undefined} className={classes.match}>
                  <Table.Td className={classes.number}>
                    <time dateTime={match.day} className={classes.struck}>
                      {format.day(match.day)}
                    </time>
                  </Table.Td>
                  <Table.Td>
                    <span className={classes.struck}>
                      {t(`receivables:kind.${match.otherKind}`)} {match.otherNumber}
                    </span>
                    <Text size="xs" c="dimmed">
                      {undone && match.undoneOn && match.undoneBecause
                        ? t(`payments:matches.undone.${match.undoneBecause}`, { day: format.day(match.undoneOn) })
                        : later
                          ? t('payments:matches.later', { day: format.day(asOf) })
                          : t(`payments:matches.origin.${match.origin}`)}
                      {match.exchange !== 0 &&
                        home &&
                        ` · ${t(match.exchange > 0 ? 'payments:matches.gain' : 'payments:matches.loss', {
                          amount: format.money(Math.abs(match.exchange), home),
                        })}`}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <span className={classes.struck}>
                      <MoneyText amount={match.amount} currency={item.currency} />
                    </span>
                    {!undone && !readOnly && match.otherId !== tiedTo && (
                      <div>
                        <Button
                          variant="transparent"
                          size="compact-xs"
                          px={0}
                          aria-label={t('payments:undo.of', { number: match.otherNumber })}
                          loading={undo.isPending && undo.variables?.matchIds[0] === match.id}
                          onClick={() => undo.mutate({ matchIds: [match.id] })}
                        >
                          {t('payments:undo.action')}
                        </Button>
                      </div>
                    )}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
