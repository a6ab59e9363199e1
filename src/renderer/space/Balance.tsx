/** @jsxImportSource preact */
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import { formatLongDay, formatMoney } from '../../main/core/kernel/format.ts'
import type { SpaceAccount, SpacePayload } from '../../main/core/spaces/space.model.ts'
import { words } from './words.ts'

type Props = { payload: SpacePayload; language: LetterLanguage }

export const Balance = ({ payload, language }: Props) => (
  <section class="card" aria-labelledby="balance">
    <h2 id="balance">{words[language].balance.title}</h2>
    {payload.accounts.map((account) => (
      <Account key={account.currency} account={account} alone={payload.accounts.length === 1} language={language} />
    ))}
    <Plans payload={payload} language={language} />
  </section>
)

const Account = ({ account, alone, language }: { account: SpaceAccount; alone: boolean; language: LetterLanguage }) => {
  const told = words[language].balance
  const money = (amount: number) => formatMoney(amount, account.currency, language)
  const { total, overdue, notDue, disputed, unallocated, toPay } = account
  const facts: [string, number, string?][] = [
    [told.toPay, toPay, toPay > 0 ? 'late' : undefined],
    [told.overdue, overdue],
    [told.notDue, notDue],
    [told.disputed, disputed],
    [told.unallocated, unallocated],
  ]
  return (
    <div class="account">
      {!alone && <h3>{told.accountIn(account.currency)}</h3>}
      <p class="total">
        <span>{total > 0 ? told.due : total < 0 ? told.inCredit : told.settled}</span>
        {total !== 0 && <strong>{money(Math.abs(total))}</strong>}
      </p>
      <dl class="facts">
        {facts
          .filter(([, amount], place) => amount !== 0 || place === 0)
          .map(([name, amount, tone]) => (
            <div key={name} class={tone}>
              <dt>{name}</dt>
              <dd>{money(amount)}</dd>
            </div>
          ))}
      </dl>
      {account.ageing.some(({ amount }) => amount > 0) && <Ageing account={account} language={language} />}
    </div>
  )
}

/** Each age as a bar beside its amount: the bar repeats what the figure says. */
const Ageing = ({ account, language }: { account: SpaceAccount; language: LetterLanguage }) => {
  const told = words[language].balance
  const most = Math.max(...account.ageing.map(({ amount }) => amount))
  return (
    <table class="ageing">
      <caption>{told.ageing}</caption>
      <tbody>
        {account.ageing.map(({ key, amount }) => (
          <tr key={key}>
            <th scope="row">{ageName(key, told)}</th>
            <td class="bar" aria-hidden="true">
              <meter min={0} max={most} value={Math.max(0, amount)} class={key === 'notDue' ? 'calm' : 'late'} />
            </td>
            <td class="figure">{formatMoney(amount, account.currency, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ageName = (key: string, told: (typeof words)['fr']['balance']): string => {
  const over = /^over(\d+)$/.exec(key)
  const between = /^(\d+)-(\d+)$/.exec(key)
  if (over) return told.ageingOver(Number(over[1]))
  return between ? told.ageingDays(Number(between[1]), Number(between[2])) : told.ageingNotDue
}

const Plans = ({ payload, language }: Props) => {
  const told = words[language].balance
  return payload.plans.map(({ agreedOn, open, currency, nextDue, nextAmount }) => (
    <p key={agreedOn}>
      {told.plan(formatLongDay(agreedOn, language), formatMoney(open, currency, language))}
      {nextDue && told.planNext(formatMoney(nextAmount, currency, language), formatLongDay(nextDue, language))}
    </p>
  ))
}
