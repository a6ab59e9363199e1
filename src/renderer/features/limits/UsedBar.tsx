import type { CSSProperties } from 'react'
import type { Exposure } from '../../../main/core/limits/exposure.schema.ts'
import { useFormat } from '../../app/format.ts'
import type { Tone } from '../../components/tone.ts'
import classes from './limits.module.css'

type Props = { used: Pick<Exposure, 'utilisation' | 'mark' | 'limit'> }

const tones: Record<Exposure['mark'], Tone> = { none: 'neutral', under: 'neutral', watch: 'late', passed: 'risk' }

/** How much of a limit is used, in a row: the percentage and its bar. */
export const UsedBar = ({ used: { utilisation, mark, limit } }: Props) => {
  const format = useFormat()
  const tone = tones[mark]
  if (utilisation === null) {
    if (limit !== 0 || mark !== 'passed') return null
    return <span className={classes.used} data-tone="risk" style={{ '--used': '100%' } as CSSProperties} aria-hidden />
  }
  return (
    <span
      className={classes.used}
      data-tone={tone}
      style={{ '--used': `${Math.min(100, Math.max(0, utilisation))}%` } as CSSProperties}
    >
      {format.percent(String(utilisation))}
    </span>
  )
}
