import { Anchor, Text, Title } from '@mantine/core'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './figures.module.css'
import { type Handling, type Past, pastOfRecovery } from './figures.rows.ts'
import type { ShownList, ShownPast } from './figures.search.ts'
import { Trend } from './Trend.tsx'

type Props = { handling: Handling; onList: (list: ShownList) => void; onPast: (past: ShownPast) => void }
type Row = {
  key: string
  name: string
  counts: readonly number[]
  asked: number
  paid: number
  share: string | null
  list: ShownList
  past: Past | undefined
  shown: ShownPast
}

/** What letters and calls brought in: by level of the letters, and by whoever asked last. */
export const RecoveryTables = ({ handling, onList, onPast }: Props) => {
  const t = useT()
  const { levels, people } = handling
  const byLevel = levels.map(({ level, name, letters, items, asked, paid, share, past }) => ({
    key: `${level} ${name}`,
    name: `${level} · ${name}`,
    counts: [letters, items],
    asked,
    paid,
    share: share.value,
    list: { list: 'reminded' as const, level },
    past: pastOfRecovery(past, handling),
    shown: { level, name },
  }))
  const byPerson = people.map(({ person, letters, calls, items, asked, paid, share, past }) => ({
    key: person,
    name: person,
    counts: [letters, calls, items],
    asked,
    paid,
    share: share.value,
    list: { list: 'asked' as const, person },
    past: pastOfRecovery(past, handling),
    shown: { person },
  }))
  const names = { letters: t('figures:recovery.letters'), items: t('figures:recovery.items') }
  return (
    <section aria-labelledby="figures-recovery">
      <Title order={2} id="figures-recovery">
        {t('figures:recovery.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {levels.length + people.length === 0 ? t('figures:recovery.none') : t('figures:recovery.about')}
      </Text>
      {levels.length > 0 && (
        <RecoveryTable
          title={t('figures:recovery.levels')}
          heads={[t('figures:recovery.level'), names.letters, names.items]}
          rows={byLevel}
          currency={handling.currency}
          onList={onList}
          onPast={onPast}
          months={handling.points.length - 1}
        />
      )}
      {people.length > 0 && (
        <RecoveryTable
          title={t('figures:recovery.people')}
          heads={[t('figures:recovery.person'), names.letters, t('figures:recovery.calls'), names.items]}
          rows={byPerson}
          currency={handling.currency}
          onList={onList}
          onPast={onPast}
          months={handling.points.length - 1}
        />
      )}
    </section>
  )
}

type TableProps = {
  title: string
  heads: readonly string[]
  rows: readonly Row[]
  currency: string
  onList: (list: ShownList) => void
  onPast: (past: ShownPast) => void
  months: number
}

const RecoveryTable = ({ title, heads: [first, ...counts], rows, currency, onList, onPast, months }: TableProps) => {
  const t = useT()
  const format = useFormat()
  return (
    <table className={classes.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {[...counts, t('figures:recovery.asked'), t('figures:recovery.paid'), t('figures:recovery.share')].map(
            (head) => (
              <th key={head} scope="col" className={classes.right}>
                {head}
              </th>
            ),
          )}
          <th scope="col" className={classes.past}>
            {t('figures:table.past', { count: months })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, counts: numbers, asked, paid, share, list, past, shown }) => (
          <tr key={key}>
            <th scope="row">
              <Anchor
                component="button"
                type="button"
                size="sm"
                aria-label={t('figures:recovery.open', { name })}
                onClick={() => onList(list)}
              >
                {name}
              </Anchor>
            </th>
            {numbers.map((number, at) => (
              <td key={counts[at]} className={classes.amount}>
                {format.number(number)}
              </td>
            ))}
            <td className={classes.amount}>{format.money(asked, currency)}</td>
            <td className={classes.amount}>{format.money(paid, currency)}</td>
            <td className={classes.right}>{share === null ? t('figures:none') : format.percent(share)}</td>
            <td className={classes.past}>
              <Trend past={past} name={name} onOpen={() => onPast(shown)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
