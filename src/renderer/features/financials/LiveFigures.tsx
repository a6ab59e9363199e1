import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { FigureKey } from '../../../main/core/financials/figure-keys.schema.ts'
import { figureDefinitions } from '../../../main/core/financials/figures.rules.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { MoneyText } from '../../components/MoneyText.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './financials.module.css'
import { lineName } from './flag.words.ts'
import { liveOf, type StatementDraft } from './statement.draft.ts'

const watched: readonly FigureKey[] = [
  'revenue',
  'valueAdded',
  'grossOperatingSurplus',
  'ebit',
  'financialCharges',
  'netResult',
  'cashFlow',
  'totalAssets',
  'currentAssets',
  'cash',
  'equity',
  'permanentCapital',
  'totalDebt',
  'currentLiabilities',
]

/** What the lines make while they are typed, and totals that do not agree with theirs. */
export const LiveFigures = ({ draft }: { draft: StatementDraft }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { figures, failures } = useMemo(() => liveOf(draft), [draft])
  const { currency } = draft
  const any = Object.keys(figures).length > 0
  return (
    <aside className={classes.live} aria-label={t('financials:entry.live')}>
      <Text size="sm" fw={600}>
        {t('financials:entry.live')}
      </Text>
      {!any && (
        <Text size="sm" c="dimmed">
          {t('financials:entry.nothing')}
        </Text>
      )}
      {failures.map(({ code, total, expected, found }) => (
        <Note key={`${code} ${total} ${found}`} tone={code === 'unbalanced' ? 'risk' : 'late'} role="status">
          {t('financials:entry.unbalanced', {
            total: lineName(total, language),
            expected: format.money(expected, currency),
            found: format.money(found, currency),
          })}
        </Note>
      ))}
      {any && failures.length === 0 && (
        <Text size="xs" c="var(--settled)">
          {t('financials:entry.sound')}
        </Text>
      )}
      <table className={classes.sheet}>
        <tbody>
          {watched.map((key) => {
            const figure = figures[key]
            return (
              <tr key={key}>
                <th scope="row">{figureDefinitions[key][language]}</th>
                <td className={classes.right}>
                  {figure ? (
                    <MoneyText amount={figure.amount} currency={currency} showCurrency />
                  ) : (
                    <span className={classes.dim}>{t('common:none')}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </aside>
  )
}
