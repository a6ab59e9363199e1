import { Checkbox, Text, Title } from '@mantine/core'
import type { CallSheet } from '../../../main/core/worklist/worklist.contract.ts'
import { useT } from '../../app/i18n.ts'
import { DayText } from '../../components/DayText.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './worklist.module.css'

type Props = { sheet: CallSheet; ticked: ReadonlySet<string>; onTick: (ticked: ReadonlySet<string>) => void }

/** What is owed, the part talked about ticked, and the day each will probably be paid. */
export const OpenItems = ({ sheet: { expected, currency: home }, ticked, onTick }: Props) => {
  const t = useT()
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    onTick(next)
  }
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('worklist:sheet.items')}
      </Title>
      {expected.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('worklist:sheet.noItems')}
        </Text>
      ) : (
        <table className={classes.items}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('worklist:sheet.number')}</th>
              <th scope="col">{t('worklist:sheet.due')}</th>
              <th scope="col">{t('worklist:sheet.expected')}</th>
              <th scope="col" data-right>
                {t('worklist:sheet.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {expected.map(({ itemId, number, due, expected: day, open, currency }) => (
              <tr key={itemId}>
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={t('worklist:sheet.tick', { number })}
                    checked={ticked.has(itemId)}
                    onChange={() => toggle(itemId)}
                  />
                </td>
                <td>{number}</td>
                <td>
                  <DayText day={due} />
                </td>
                <td>
                  <DayText day={day} />
                </td>
                <td data-right>
                  <MoneyText amount={open} currency={currency} showCurrency={currency !== home} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
