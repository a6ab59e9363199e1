import { Button, Kbd } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import type { Tone } from '../../components/tone.ts'
import classes from './bank.module.css'

type Props = {
  amount: Minor
  left: Minor
  currency: string
  /** What becomes of what is left. */
  words: string
  tone?: Tone
  submit: string
  onSubmit: (() => void) | null
  children?: ReactNode
}

/** Always in sight: how much of the line is placed, what is left and what becomes of it, and the button that carries it out. */
export const PlacedBar = ({ amount, left, currency, words, tone = 'neutral', submit, onSubmit, children }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  return (
    <div className={classes.bar}>
      <dl className={classes.sums}>
        <dt>{t('bank:bar.amount')}</dt>
        <dd>{format.money(amount, currency)}</dd>
        <dt>{t('bank:bar.placed')}</dt>
        <dd>{format.money(amount - left, currency)}</dd>
        <dt>{t('bank:bar.left')}</dt>
        <dd className={classes.left} data-tone={tone}>
          {format.money(left, currency)}
        </dd>
      </dl>
      {children}
      <div className={classes.end}>
        <span className={classes.outcome} data-tone={tone} role="status">
          {words}
        </span>
        {!readOnly && (
          <Button
            disabled={onSubmit === null}
            onClick={() => onSubmit?.()}
            rightSection={<Kbd size="xs">{t('common:shortcuts.keys.enter')}</Kbd>}
          >
            {submit}
          </Button>
        )}
      </div>
    </div>
  )
}
