import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PromiseToPay } from '../../../main/core/promises/promises.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { MoneyText } from '../../components/MoneyText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { CancelPromise } from './CancelPromise.tsx'
import { Part } from './Part.tsx'
import classes from './talksTab.module.css'
import { promiseTones, usePromiseWords } from './usePromiseWords.ts'

const newestFirst = (a: PromiseToPay, b: PromiseToPay) => b.madeOn.localeCompare(a.madeOn) || b.id.localeCompare(a.id)

/** The promises of a customer, the newest first, as the payments judge them. */
export const PromiseList = ({ customerId, readOnly }: { customerId: string; readOnly: boolean }) => {
  const t = useT()
  const format = useFormat()
  const words = usePromiseWords()
  const { data, error } = useQuery(api.promises.list.queryOptions({ input: { customerId } }))
  const [ending, setEnding] = useState<PromiseToPay | null>(null)
  return (
    <>
      <Part
        title={t('talks:promises.title')}
        none={t('talks:promises.none')}
        empty={data?.promises.length === 0}
        hint={
          data?.keptPercent == null
            ? undefined
            : t('talks:promises.percent', { percent: format.percent(data.keptPercent) })
        }
      >
        <ErrorNote error={error} />
        {data?.promises.toSorted(newestFirst).map((promise) => {
          const { id, state, amount, currency, day, madeOn, contact, by, items, note } = promise
          const promised = t('talks:promises.promised', {
            amount: format.money(amount, currency),
            day: format.day(day),
          })
          return (
            <li key={id} className={classes.entry}>
              <span className={classes.mark}>
                <ToneBadge tone={promiseTones[state]}>{t(`talks:promiseState.${state}`)}</ToneBadge>
              </span>
              <span className={classes.said}>
                <strong>{t('talks:promises.for', { day: format.day(day) })}</strong>
                <span>{words(promise)}</span>
                <span className={classes.dim}>
                  {[
                    contact
                      ? t('talks:promises.madeBy', { day: format.day(madeOn), contact })
                      : t('talks:promises.made', { day: format.day(madeOn) }),
                    by,
                    items.map(({ number }) => number).join(', '),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {note && <span>{note}</span>}
              </span>
              <span className={classes.end}>
                <MoneyText amount={amount} currency={currency} showCurrency strong />
                {state === 'running' && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={readOnly}
                    aria-label={t('talks:promises.cancelOf', { promised })}
                    onClick={() => setEnding(promise)}
                  >
                    {t('talks:promises.cancel')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </Part>
      {ending && <CancelPromise promise={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
