/** @jsxImportSource preact */
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import { formatLongDay, formatMoney, formatPercent } from '../../main/core/kernel/format.ts'
import type { SpaceCredit, SpacePayload } from '../../main/core/spaces/space.model.ts'
import { words } from './words.ts'

type Speaking = { language: LetterLanguage }

export const Credit = ({ payload, language }: Speaking & { payload: SpacePayload }) => {
  const { credit, decision } = payload
  if (!credit && !decision) return null
  return (
    <section class="card" aria-labelledby="credit">
      <h2 id="credit">{words[language].credit.title}</h2>
      {credit && <Limit credit={credit} language={language} />}
      {decision && <Decision decision={decision} language={language} />}
    </section>
  )
}

const Limit = ({ credit, language }: Speaking & { credit: SpaceCredit }) => {
  const told = words[language].credit
  const { limit, used, available, currency, until } = credit
  if (limit === null || available === null) return <p>{told.none}</p>
  const money = (amount: number) => formatMoney(amount, currency, language)
  const percent = limit === 0 ? null : Math.round((100 * used) / limit)
  return (
    <>
      {limit === 0 && <p>{told.zero}</p>}
      <dl class="facts">
        <div>
          <dt>{told.available}</dt>
          <dd>{money(available)}</dd>
        </div>
        <div>
          <dt>{told.limit}</dt>
          <dd>{money(limit)}</dd>
        </div>
        <div>
          <dt>{told.used}</dt>
          <dd>{money(used)}</dd>
        </div>
      </dl>
      {percent !== null && (
        <p>
          <meter
            min={0}
            max={100}
            value={Math.min(100, percent)}
            class={percent > 100 ? 'late' : 'calm'}
            aria-label={told.meter(formatPercent(String(percent), language))}
          />
          <span class="note">{told.meter(formatPercent(String(percent), language))}</span>
        </p>
      )}
      {until && <p class="note">{told.until(formatLongDay(until, language))}</p>}
    </>
  )
}

const Decision = ({ decision, language }: Speaking & { decision: NonNullable<SpacePayload['decision']> }) => {
  const told = words[language].credit
  return (
    <>
      <h3>
        {told.decision(formatLongDay(decision.on, language))} – {decision.approved ? told.approved : told.refused}
      </h3>
      {decision.reasons.length > 0 && (
        <ul aria-label={told.reasons}>
          {decision.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  )
}
