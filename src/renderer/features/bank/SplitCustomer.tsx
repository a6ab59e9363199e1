import { ActionIcon, Group, Text, TextInput, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { fold } from '../../../main/core/kernel/text.ts'
import { useT } from '../../app/i18n.ts'
import classes from './bank.module.css'
import { SplitItem } from './SplitItem.tsx'
import type { SplitPart } from './split.draft.ts'

type Props = {
  part: SplitPart
  currency: string
  left: Minor
  onChange: (part: SplitPart) => void
  onRemove: () => void
}

/** Rows drawn at once; the others are found by their number. */
const SHOWN = 40
const columns = ['number', 'due', 'open', 'place'] as const

/** What one customer owes, with what of the line goes on each item. */
export const SplitCustomer = ({ part, currency, left, onChange, onRemove }: Props) => {
  const t = useT()
  const [wanted, setWanted] = useState('')
  const { rows, customerName } = part
  const found = rows.filter(({ number, placed }) => placed !== null || fold(number).includes(fold(wanted)))
  const shown = found.filter(({ placed }, i) => placed !== null || i < SHOWN)
  const hidden = found.length - shown.length
  return (
    <section className={classes.part} aria-label={customerName}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3}>{customerName}</Title>
        <Group gap="xs" wrap="nowrap">
          {rows.length > 10 && (
            <TextInput
              size="xs"
              w={130}
              placeholder={t('bank:split.filter')}
              aria-label={t('bank:split.filter')}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          )}
          <ActionIcon aria-label={t('bank:split.remove', { customer: customerName })} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm">{t('bank:split.noItems', { currency })}</Text>
      ) : (
        <table className={classes.split}>
          <thead>
            <tr>
              <th aria-label={t('bank:split.title')} />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`bank:split.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <SplitItem
                key={row.itemId}
                row={row}
                currency={currency}
                left={left}
                onChange={(next) =>
                  onChange({ ...part, rows: rows.map((one) => (one.itemId === next.itemId ? next : one)) })
                }
              />
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <Text size="sm" c="dimmed">
          {t('bank:split.more', { count: hidden })}
        </Text>
      )}
    </section>
  )
}
