/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { answerReasons } from '../../../main/core/answers/answer.model.ts'
import type { LetterLanguage } from '../../../main/core/kernel/contract.ts'
import { formatDay, formatMoney } from '../../../main/core/kernel/format.ts'
import { type Minor, toDecimal } from '../../../main/core/kernel/money.ts'
import type { SpacePayload } from '../../../main/core/spaces/space.model.ts'
import type { Choosing } from './Answers.tsx'
import { creditCurrency, debtsOf } from './draft.ts'
import { answerWords } from './words.ts'

type Labelled = { name: string; label: string; wrong: string }
type FieldProps = Labelled & {
  value: string
  type?: 'text' | 'email' | 'tel' | 'date'
  min?: string
  decimal?: boolean
  onInput?: (value: string) => void
}

export const Field = ({ name, label, value, wrong, type = 'text', min, decimal, onInput }: FieldProps) => (
  <div>
    <label for={name}>{label}</label>
    <input
      {...{ id: name, name, min }}
      // Preact’s types know one element for each type; these four are alike.
      {...({ type } as { type: 'text' })}
      {...(onInput ? { value } : { defaultValue: value })}
      {...(decimal && { inputMode: 'decimal' as const })}
      autocomplete="off"
      aria-invalid={wrong === name}
      aria-describedby={wrong === name ? 'answer-problem' : undefined}
      onInput={(event) => onInput?.(event.currentTarget.value)}
    />
  </div>
)

export const Area = ({ name, label, wrong }: Labelled) => (
  <div>
    <label for={name}>{label}</label>
    <textarea
      {...{ id: name, name }}
      rows={3}
      maxLength={name === 'text' ? 2000 : 1000}
      aria-invalid={wrong === name}
      aria-describedby={wrong === name ? 'answer-problem' : undefined}
    />
  </div>
)

type Props = { payload: SpacePayload; language: LetterLanguage; wrong: string }

const typed = (amount: Minor, currency: string, language: LetterLanguage): string =>
  language === 'en' ? toDecimal(amount, currency) : toDecimal(amount, currency).replace('.', ',')

/** An announced payment: of the items ticked here or in the list above, which is the same choice. */
export const PaymentFields = ({
  payload,
  language,
  wrong,
  today,
  chosen,
  onChoose,
}: Props & Choosing & { today: string }) => {
  const told = answerWords[language]
  const debts = debtsOf(payload)
  const currencies = [...new Set(debts.map(({ currency }) => currency))]
  const [picked, setPicked] = useState(
    debts.find(({ itemId }) => chosen.has(itemId))?.currency ?? currencies[0] ?? creditCurrency(payload),
  )
  const own = debts.filter(({ currency }) => currency === picked)
  const ticked = own.filter(({ itemId }) => chosen.has(itemId))
  const late = own.filter(({ daysLate }) => daysLate > 0)
  const meant = ticked.length > 0 ? ticked : late.length > 0 ? late : own
  const sum = meant.reduce((total, { open }) => total + open, 0)
  // What is chosen tells the amount until another one is typed.
  const [amount, setAmount] = useState<string | null>(null)
  return (
    <>
      {currencies.length > 1 && (
        <div>
          <label for="currency">{told.currency}</label>
          <select
            id="currency"
            name="currency"
            value={picked}
            onChange={(event) => setPicked(event.currentTarget.value)}
          >
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </div>
      )}
      <fieldset>
        <legend>{told.items}</legend>
        <div class="scrolled">
          {own.map(({ itemId, number, label, due, open }) => (
            <label key={itemId} class="choice">
              <input
                type="checkbox"
                name="items"
                value={itemId}
                checked={chosen.has(itemId)}
                onChange={(event) => {
                  const next = new Set(chosen)
                  if (event.currentTarget.checked) next.add(itemId)
                  else next.delete(itemId)
                  onChoose(next)
                }}
              />
              <span>
                {number || label} <span class="note">{told.itemDue(formatDay(due, language))}</span>
              </span>
              <strong>{formatMoney(open, picked, language)}</strong>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="fields">
        <Field
          name="amount"
          label={told.amount(picked)}
          value={amount ?? typed(sum, picked, language)}
          decimal
          wrong={wrong}
          onInput={setAmount}
        />
        <Field name="day" label={told.day} type="date" min={today} value={today} wrong={wrong} />
      </div>
      <Area name="note" label={`${told.note} (${told.optional})`} wrong={wrong} />
    </>
  )
}

export const DisputeFields = ({ payload, language, wrong, chosen }: Props & Choosing) => {
  const told = answerWords[language]
  const debts = debtsOf(payload)
  const [itemId, setItem] = useState(debts.find((debt) => chosen.has(debt.itemId))?.itemId ?? '')
  const item = debts.find((debt) => debt.itemId === itemId)
  const currency = item?.currency ?? debts[0]?.currency ?? creditCurrency(payload)
  const [amount, setAmount] = useState<string | null>(null)
  const contestable = item ? Math.max(0, item.open - item.disputed) : 0
  return (
    <>
      <div class="fields">
        <div>
          <label for="item">{told.item}</label>
          <select
            id="item"
            name="item"
            value={itemId}
            aria-invalid={wrong === 'item'}
            onChange={(event) => {
              setItem(event.currentTarget.value)
              setAmount(null)
            }}
          >
            <option value="">{told.chooseItem}</option>
            {debts.map((debt) => (
              <option key={debt.itemId} value={debt.itemId}>
                {debt.number || debt.label} · {formatMoney(debt.open, debt.currency, language)}
              </option>
            ))}
          </select>
        </div>
        <Field
          name="amount"
          label={told.disputed(currency)}
          value={amount ?? (item ? typed(contestable, currency, language) : '')}
          decimal
          wrong={wrong}
          onInput={setAmount}
        />
        <div>
          <label for="reason">{told.reason}</label>
          <select id="reason" name="reason">
            {answerReasons.map((reason) => (
              <option key={reason} value={reason}>
                {told.reasons[reason]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Area name="text" label={told.text} wrong={wrong} />
    </>
  )
}

export const CreditFields = ({ payload, language, wrong }: Props) => {
  const told = answerWords[language]
  return (
    <>
      <div class="fields">
        <Field name="amount" label={told.limit(creditCurrency(payload))} value="" decimal wrong={wrong} />
        <Field name="terms" label={told.terms} value="" wrong={wrong} />
      </div>
      <Area name="text" label={told.why} wrong={wrong} />
    </>
  )
}
