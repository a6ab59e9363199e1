import type { Exposure } from '../../../main/core/limits/exposure.schema.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyText } from '../MoneyText.tsx'
import classes from './credit.module.css'

/** Exposure as a sum, one line for each part: those that the policy leaves out are shown and not added. */
export const ExposureLines = ({ exposure }: { exposure: Exposure }) => {
  const t = useT()
  const format = useFormat()
  const { currency, lines, overdue, insured, guaranteed, group } = exposure
  const money = (amount: number) => format.money(amount, currency)
  return (
    <table className={classes.sheet} aria-label={t('credit:exposure.title')}>
      <thead>
        <tr>
          <th scope="col">{t('credit:exposure.columns.part')}</th>
          <th scope="col" className={classes.right}>
            {currency}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ part, amount, counted, unknown }) => (
          <tr key={part} data-off={!counted || amount === 0 || undefined}>
            <th scope="row">
              {t(`credit:exposure.part.${part}`)}
              {!counted && <span className={classes.small}> ({t('credit:exposure.notCounted')})</span>}
              {unknown.map((one) => (
                <div key={one.currency} className={classes.small}>
                  {t('credit:exposure.unknown', { amount: format.money(one.amount, one.currency) })}
                </div>
              ))}
            </th>
            <td className={classes.right}>
              <MoneyText amount={amount} currency={currency} />
            </td>
          </tr>
        ))}
        <tr data-total>
          <th scope="row">{t('credit:exposure.total', { day: format.day(exposure.asOf) })}</th>
          <td className={classes.right}>
            <MoneyText amount={exposure.total} currency={currency} />
          </td>
        </tr>
        {overdue.amount !== 0 && (
          <tr data-part>
            <th scope="row">
              {t('credit:exposure.overdue')}
              {overdue.oldestDue &&
                ` (${t('credit:exposure.overdueHint', { count: overdue.invoices, day: format.day(overdue.oldestDue) })})`}
            </th>
            <td className={classes.right}>
              <MoneyText amount={overdue.amount} currency={currency} />
            </td>
          </tr>
        )}
        {insured && (
          <tr data-part>
            <th scope="row">
              {t('credit:exposure.insured', {
                insurer: insured.insurer,
                share: format.percent(insured.coveredShare),
                limit: money(insured.limit),
              })}
            </th>
            <td className={classes.right}>
              <MoneyText amount={insured.amount} currency={currency} />
            </td>
          </tr>
        )}
        {guaranteed && (
          <tr data-part>
            <th scope="row">{t('credit:exposure.guaranteed', { guarantor: guaranteed.guarantor })}</th>
            <td className={classes.right}>
              <MoneyText amount={guaranteed.limit} currency={currency} />
            </td>
          </tr>
        )}
        {(insured || guaranteed) && (
          <tr data-part>
            <th scope="row">{t('credit:exposure.ownShare')}</th>
            <td className={classes.right}>
              <MoneyText amount={exposure.ownShare} currency={currency} />
            </td>
          </tr>
        )}
        {group && (
          <tr data-part>
            <th scope="row">
              {t('credit:exposure.group', { name: group.name })}
              {group.limit !== null && `, ${t('credit:exposure.groupOf', { limit: money(group.limit) })}`}
            </th>
            <td className={classes.right}>
              <MoneyText amount={group.total} currency={currency} />
            </td>
          </tr>
        )}
        {exposure.deliveriesUnknown > 0 && (
          <tr data-part>
            <td colSpan={2}>{t('credit:exposure.deliveriesUnknown', { count: exposure.deliveriesUnknown })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
