import type { CSSProperties, ReactNode } from 'react'
import { useFormat } from '../../app/format.ts'
import classes from './losses.module.css'

type Part<Key extends string> = { key: Key; label: ReactNode; items: number; amount: number }
type Props<Key extends string> = {
  caption: string
  parts: readonly Part<Key>[]
  total: number
  currency: string
  /** The one that the list below is reduced to; chosen again, it lets go. */
  chosen: Key | undefined
  onChoose: (key: Key | undefined) => void
}

/** What the total is made of, largest first: a line each, with its share as a bar. */
export const LossParts = <Key extends string>({ caption, parts, total, currency, chosen, onChoose }: Props<Key>) => {
  const format = useFormat()
  return (
    <table className={classes.part}>
      <caption>{caption}</caption>
      <tbody>
        {parts.map(({ key, label, items, amount }) => (
          <tr key={key}>
            <td>
              <button
                type="button"
                className={classes.choice}
                aria-pressed={chosen === key}
                onClick={() => onChoose(chosen === key ? undefined : key)}
              >
                {label}
              </button>
            </td>
            <td className={classes.right}>{format.number(items)}</td>
            <td className={classes.share}>
              <div style={{ '--share': `${total > 0 ? (100 * amount) / total : 0}%` } as CSSProperties} />
            </td>
            <td className={classes.right}>{format.money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
