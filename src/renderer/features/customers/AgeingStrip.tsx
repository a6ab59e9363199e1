import { UnstyledButton } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { ageingColour } from '../../app/theme.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import classes from './customers.module.css'
import { AGEING_COLUMNS, useAgeing, useBucketLabel } from './useAgeing.ts'

type Props = {
  customerId: string
  currency: string
  /** The column whose items are listed. */
  chosen?: string | undefined
  onChoose: (column: string) => void
  /** One column under the other, for the side panel. */
  narrow?: boolean
}

// Not lettered stands apart, after the columns of age.
const AGES = AGEING_COLUMNS.length - 1

/** A customer's line of the aged balance; each column opens the items behind it. */
export const AgeingStrip = ({ customerId, currency, chosen, onChoose, narrow = false }: Props) => {
  const t = useT()
  const label = useBucketLabel()
  const ageing = useAgeing(customerId, currency)
  return (
    <section
      className={narrow ? classes.stripNarrow : classes.strip}
      aria-label={`${t('customers:page.ageing')} ${currency}`}
    >
      {ageing.map(({ column, amount }, i) => (
        <UnstyledButton
          key={column}
          className={classes.bucket}
          style={{ '--bucket': i < AGES ? ageingColour(i, AGES) : 'var(--ageing-credit)' }}
          aria-pressed={chosen === column}
          onClick={() => onChoose(column)}
        >
          <span className={classes.bucketLabel}>{label(column)}</span>
          <span className={classes.bucketAmount}>
            {amount === undefined ? '\u00a0' : <MoneyText amount={amount} currency={currency} />}
          </span>
        </UnstyledButton>
      ))}
    </section>
  )
}
