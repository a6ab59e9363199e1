/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { encode } from 'uqr'
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import { formatMoney } from '../../main/core/kernel/format.ts'
import { toDecimal } from '../../main/core/kernel/money.ts'
import type { SpaceAccount, SpacePayload } from '../../main/core/spaces/space.model.ts'
import { amountOf, codeText, linkTo, type PayScope, payScopes, referenceOf } from './payment.ts'
import { words } from './words.ts'

type Props = { payload: SpacePayload; language: LetterLanguage; chosen: ReadonlySet<string> }

export const Pay = ({ payload, language, chosen }: Props) => {
  const told = words[language].pay
  const owing = payload.accounts.filter(({ total }) => total > 0)
  return (
    <section class="card" aria-labelledby="pay">
      <h2 id="pay">{told.title}</h2>
      {owing.length === 0 && <p>{told.nothing}</p>}
      {owing.map((account) => (
        <PayAccount key={account.currency} account={account} payload={payload} language={language} chosen={chosen} />
      ))}
    </section>
  )
}

const PayAccount = ({ account, payload, language, chosen }: Props & { account: SpaceAccount }) => {
  const told = words[language].pay
  const some = account.lines.some(({ itemId }) => chosen.has(itemId))
  const [picked, setPicked] = useState<PayScope>(account.toPay > 0 ? 'due' : 'all')
  // Items ticked in the list are what is meant, until something else is picked here.
  const [ticked, setTicked] = useState(some)
  if (some !== ticked) {
    setTicked(some)
    setPicked(some ? 'chosen' : account.toPay > 0 ? 'due' : 'all')
  }
  const amount = amountOf(account, picked, chosen)
  const reference = referenceOf(account, picked, chosen)
  const money = (value: number) => formatMoney(value, account.currency, language)
  const { bank, currency } = account
  const link = linkTo(payload.paymentLink, {
    customer: payload.customer.code,
    reference,
    amount: toDecimal(amount, currency),
    currency,
  })
  const code = codeText(bank?.epc ?? null, amount, reference)
  return (
    <div class="pay">
      <div>
        <fieldset>
          <legend>{told.which}</legend>
          {payScopes
            .filter((scope) => (scope === 'due' ? account.toPay > 0 : scope === 'all' || some))
            .map((scope) => (
              <label key={scope} class="choice">
                <input
                  type="radio"
                  name={`scope-${currency}`}
                  checked={picked === scope}
                  onChange={() => setPicked(scope)}
                />
                <span>{told.scope[scope]}</span>
                <strong>{money(amountOf(account, scope, chosen))}</strong>
              </label>
            ))}
        </fieldset>
        {bank ? (
          <dl class="bank">
            <Copied name={told.amount} value={money(amount)} copy={toDecimal(amount, currency)} language={language} />
            <Copied name={told.beneficiary} value={bank.beneficiary} language={language} />
            <Copied name={told.iban} value={bank.iban} copy={bank.iban.replace(/\s/g, '')} language={language} />
            {bank.bic && <Copied name={told.bic} value={bank.bic} language={language} />}
            {reference && <Copied name={told.reference} value={reference} language={language} />}
          </dl>
        ) : (
          <p>{told.noAccount(currency)}</p>
        )}
        {link && amount > 0 && (
          <p class="unprinted">
            <a class="main" href={link} target="_blank" rel="noopener noreferrer">
              {told.link}
            </a>{' '}
            <span class="note">{told.linkNote}</span>
          </p>
        )}
      </div>
      {code && (
        <figure>
          <Code text={code} name={told.qrLabel(money(amount))} />
          <figcaption class="note">{told.qr}</figcaption>
        </figure>
      )}
      {bank && !code && currency !== 'EUR' && <p class="note">{told.noQr}</p>}
    </div>
  )
}

type CopiedProps = { name: string; value: string; copy?: string; language: LetterLanguage }

const Copied = ({ name, value, copy = value, language }: CopiedProps) => {
  const told = words[language].pay
  const [done, setDone] = useState(false)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class="value">{value}</span>
        <button
          type="button"
          class="quiet unprinted"
          aria-label={`${told.copy} : ${name}`}
          onClick={() =>
            navigator.clipboard?.writeText(copy).then(
              () => setDone(true),
              () => setDone(false),
            )
          }
        >
          <span aria-live="polite">{done ? told.copied : told.copy}</span>
        </button>
      </dd>
    </div>
  )
}

/** Four modules of white around, error correction M, version 13 at most (EPC069-12). */
const Code = ({ text, name }: { text: string; name: string }) => {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, maxVersion: 13, border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
