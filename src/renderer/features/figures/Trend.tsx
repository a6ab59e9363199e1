import { UnstyledButton } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import classes from './figures.module.css'
import { numberOf, type Past } from './figures.rows.ts'

const [WIDTH, HEIGHT] = [92, 20]

type Props = { past: Past | undefined; name: string; onOpen: () => void }

/** The past of a figure as a line, without axes; opens its months. Gaps where it could not be told. */
export const Trend = ({ past, name, onOpen }: Props) => {
  const t = useT()
  const values = (past ?? []).map(({ figure }) => numberOf(figure))
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (at: number) => 1 + (at * (WIDTH - 2)) / Math.max(1, values.length - 1)
  const y = (value: number) => (high === low ? HEIGHT / 2 : 1 + ((high - value) * (HEIGHT - 2)) / (high - low))
  const path = values
    .map((value, at) =>
      value === null
        ? ''
        : `${at === 0 || values[at - 1] === null ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')
  return (
    <UnstyledButton className={classes.trend} aria-label={t('figures:past.open', { name })} onClick={onOpen}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <path
          d={path}
          fill="none"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      </svg>
    </UnstyledButton>
  )
}
