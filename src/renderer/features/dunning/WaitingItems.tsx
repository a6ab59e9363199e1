import { Button, Group, List, Text, Title } from '@mantine/core'
import { type Proposal, skipReasons } from '../../../main/core/dunning/dunning.contract.ts'
import { minDay } from '../../../main/core/kernel/day.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ButtonLink } from '../../components/links.tsx'
import classes from './dunning.module.css'

type Props = { proposal: Proposal; onDay: (day: string) => void }

/** Instead of letters, when all that is late waits: for what, and the first day a letter falls due. */
export const WaitingItems = ({ proposal, onDay }: Props) => {
  const t = useT()
  const format = useFormat()
  const { asOf, skipped } = proposal
  const counts = Map.groupBy(skipped, ({ reason }) => reason)
  const next = skipped
    .flatMap(({ until }) => until ?? [])
    .reduce<string | null>((first, day) => (first ? minDay(first, day) : day), null)
  return (
    <div className={classes.waiting}>
      <Title order={2}>{t('dunning:proposal.empty.waiting', { day: format.day(asOf) })}</Title>
      <Text>{t('dunning:proposal.empty.waitingText', { count: skipped.length })}</Text>
      <List size="sm">
        {skipReasons
          .filter((reason) => counts.has(reason))
          .map((reason) => {
            const items = counts.get(reason) ?? []
            return (
              <List.Item key={reason}>
                {format.number(items.length)} ·{' '}
                {t(`dunning:proposal.reason.${reason}`, { currency: items[0]?.currency })}
              </List.Item>
            )
          })}
      </List>
      <Text fw={500}>
        {next ? t('dunning:proposal.empty.next', { day: format.day(next) }) : t('dunning:proposal.empty.noNext')}
      </Text>
      <Group gap="xs">
        {next && (
          <Button variant="default" onClick={() => onDay(next)}>
            {t('dunning:proposal.empty.goTo', { day: format.day(next) })}
          </Button>
        )}
        {counts.has('previous-not-sent') && (
          <ButtonLink to="/dunning/letters" variant="default">
            {t('dunning:palette.letters')}
          </ButtonLink>
        )}
        {counts.has('ladder-finished') && (
          <ButtonLink to="/dunning/handovers" variant="default">
            {t('dunning:handovers.title')}
          </ButtonLink>
        )}
      </Group>
    </div>
  )
}
