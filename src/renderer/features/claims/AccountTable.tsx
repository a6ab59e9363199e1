import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { Account, AccountDebtRow } from '../../../main/core/claims/account.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './claims.module.css'
import { useLineWords } from './useLineWords.ts'

/** By invoice, each unfolding into its lines; below the sums what was deducted and what stands outside. */
export const AccountTable = ({ account }: { account: Account }) => {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { currency, debts, totals, costs, notDue, judgment } = account
  const amount = (value: number) => (value === 0 ? '–' : format.amount(value, currency))
  const toggle = (id: string) =>
    setOpen(open.has(id) ? new Set([...open].filter((one) => one !== id)) : new Set([...open, id]))
  if (debts.length === 0) return <Text size="sm">{t('claims:account.empty')}</Text>
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('claims:account.invoice')}</th>
            <th className={classes.right}>{t('claims:account.due')}</th>
            <th className={classes.right}>{t('claims:account.principal')}</th>
            <th className={classes.right}>{t('claims:account.interest')}</th>
            <th className={classes.right}>{t('claims:account.costs')}</th>
            <th className={classes.right}>{t('claims:account.total')}</th>
          </tr>
        </thead>
        <tbody>
          {debts.map((debt) => {
            const shown = open.has(debt.itemId)
            return (
              <Fragment key={debt.itemId}>
                <tr>
                  <td>
                    <UnstyledButton
                      className={classes.toggle}
                      aria-expanded={shown}
                      aria-label={t(shown ? 'claims:account.hide' : 'claims:account.show', { number: debt.number })}
                      onClick={() => toggle(debt.itemId)}
                    >
                      {shown ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
                      {debt.number}
                    </UnstyledButton>
                    {debt.disputed > 0 && (
                      <span className={classes.sub}>
                        {t('claims:account.disputedRow', { amount: format.money(debt.disputed, currency) })}
                      </span>
                    )}
                  </td>
                  <td className={classes.right}>{format.day(debt.due)}</td>
                  <td className={classes.right}>{amount(debt.left.principal)}</td>
                  <td className={classes.right}>{amount(debt.left.interest + debt.left.capitalised)}</td>
                  <td className={classes.right}>{amount(debt.left.costs)}</td>
                  <td className={classes.right}>{amount(debt.total)}</td>
                </tr>
                {shown && <Lines debt={debt} currency={currency} />}
              </Fragment>
            )
          })}
          {costs.map(({ kind, open: left }) => (
            <tr key={kind}>
              <td colSpan={4}>{t(`claims:account.otherCosts.${kind}`)}</td>
              <td className={classes.right}>{amount(left)}</td>
              <td className={classes.right}>{amount(left)}</td>
            </tr>
          ))}
          {totals.credits > 0 && (
            <tr>
              <td colSpan={5}>{t('claims:account.credits')}</td>
              <td className={classes.right}>{amount(-totals.credits)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('claims:account.total')}</td>
            <td className={classes.right}>{amount(totals.principal)}</td>
            <td className={classes.right}>{amount(totals.interest + totals.capitalised)}</td>
            <td className={classes.right}>{amount(totals.indemnities + totals.costs)}</td>
            <td className={classes.right}>{format.money(totals.total, currency)}</td>
          </tr>
        </tfoot>
      </table>
      {judgment && (
        <Text size="sm" c="dimmed">
          {t('claims:account.judgment', { day: format.day(judgment) })}
        </Text>
      )}
      {notDue.map(({ itemId, number, due, open: left }) => (
        <Text key={itemId} size="sm" c="dimmed">
          {t('claims:account.notDue', { number, day: format.day(due), amount: format.money(left, currency) })}
        </Text>
      ))}
    </>
  )
}

const Lines = ({ debt, currency }: { debt: AccountDebtRow; currency: string }) => {
  const format = useFormat()
  const words = useLineWords(currency)
  const amount = (value: number) => (value === 0 ? '–' : format.amount(value, currency))
  return debt.lines.map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the account
    <tr key={place} className={classes.lines}>
      <td>{words(line)}</td>
      <td className={classes.right}>{format.day(line.day)}</td>
      <td className={classes.right}>{amount(line.after.principal)}</td>
      <td className={classes.right}>{amount(line.after.interest + line.after.capitalised)}</td>
      <td className={classes.right}>{amount(line.after.costs)}</td>
      <td className={classes.right}>
        {amount(line.kind === 'payment' || line.kind === 'credit' ? -line.amount : line.amount)}
      </td>
    </tr>
  ))
}
