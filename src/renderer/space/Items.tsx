/** @jsxImportSource preact */
import type { LetterLanguage } from '../../main/core/kernel/contract.ts'
import { formatDay, formatMoney } from '../../main/core/kernel/format.ts'
import type { SpaceAccount, SpaceFile, SpaceLine } from '../../main/core/spaces/space.model.ts'
import type { OpenSpace } from './blocks.ts'
import { FileButton } from './FileButton.tsx'
import { words } from './words.ts'

type Choice = { chosen: ReadonlySet<string>; onChoose: (chosen: ReadonlySet<string>) => void }
type Props = Choice & { space: OpenSpace; language: LetterLanguage }

export const Items = ({ space, language, ...choice }: Props) => {
  const told = words[language].items
  const accounts = space.payload.accounts.filter(({ lines }) => lines.length > 0)
  return (
    <section class="card" aria-labelledby="items">
      <h2 id="items">{told.title}</h2>
      {accounts.length === 0 && <p>{told.none}</p>}
      {accounts.map((account) => (
        <Lines key={account.currency} account={account} space={space} language={language} {...choice} />
      ))}
    </section>
  )
}

const Lines = ({ account, space, language, chosen, onChoose }: Props & { account: SpaceAccount }) => {
  const told = words[language].items
  const money = (amount: number) => formatMoney(amount, account.currency, language)
  const own = new Set(account.lines.map(({ itemId }) => itemId))
  const copies = new Map(
    space.payload.files.flatMap((file) => (file.itemId && own.has(file.itemId) ? [[file.itemId, file] as const] : [])),
  )
  const all = account.lines.every(({ itemId }) => chosen.has(itemId))
  const choose = (itemIds: string[], yes: boolean) => {
    const next = new Set(chosen)
    for (const itemId of itemIds) yes ? next.add(itemId) : next.delete(itemId)
    onChoose(next)
  }
  return (
    <table class="items">
      <caption class="unseen">{words[language].balance.accountIn(account.currency)}</caption>
      <thead>
        <tr>
          <th scope="col" class="tick">
            <input
              type="checkbox"
              aria-label={told.chooseAll}
              checked={all}
              onChange={(event) =>
                choose(
                  account.lines.map(({ itemId }) => itemId),
                  event.currentTarget.checked,
                )
              }
            />
          </th>
          <th scope="col">{told.document}</th>
          <th scope="col">{told.issued}</th>
          <th scope="col">{told.due}</th>
          <th scope="col">{told.late}</th>
          <th scope="col" class="figure">
            {told.amount}
          </th>
          <th scope="col" class="figure">
            {told.open}
          </th>
          {copies.size > 0 && (
            <th scope="col" class="copy">
              {told.copy}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {account.lines.map((line) => (
          <Line
            key={line.itemId}
            line={line}
            money={money}
            language={language}
            space={space}
            copy={copies.size > 0 ? (copies.get(line.itemId) ?? null) : undefined}
            ticked={chosen.has(line.itemId)}
            onTick={(yes) => choose([line.itemId], yes)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td class="tick" />
          <th scope="row" colSpan={5}>
            {told.total}
          </th>
          <td class="figure">{money(account.total)}</td>
          {copies.size > 0 && <td />}
        </tr>
      </tfoot>
    </table>
  )
}

type LineProps = {
  line: SpaceLine
  money: (amount: number) => string
  language: LetterLanguage
  space: OpenSpace
  /** Null for an item without one; undefined where no item has any. */
  copy: SpaceFile | null | undefined
  ticked: boolean
  onTick: (yes: boolean) => void
}

/** A row on a wide screen, a card on a phone: each cell then bears the name of its column (`data-name`). */
const Line = ({ line, money, language, space, copy, ticked, onTick }: LineProps) => {
  const told = words[language].items
  const { number, label, kind, issued, due, daysLate, amount, open, disputed, planned } = line
  const name = number || told.kinds[kind]
  return (
    <tr class={daysLate > 0 ? 'late' : undefined}>
      <td class="tick">
        <input
          type="checkbox"
          aria-label={told.choose(name)}
          checked={ticked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        {name}
        <span class="note">
          {[
            number && told.kinds[kind],
            label !== number && label,
            disputed !== 0 && told.disputed(money(disputed)),
            planned && told.planned,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td data-name={told.issued}>{formatDay(issued, language)}</td>
      <td data-name={told.due}>{formatDay(due, language)}</td>
      <td data-name={told.late}>{daysLate > 0 ? told.days(daysLate) : amount > 0 ? told.onTime : '–'}</td>
      <td data-name={told.amount} class="figure">
        {money(amount)}
      </td>
      <td data-name={told.open} class="figure strong">
        {money(open)}
      </td>
      {copy !== undefined && (
        <td class="copy">
          {copy && <FileButton {...{ space, language }} file={copy} text={told.copy} label={told.copyOf(name)} />}
        </td>
      )}
    </tr>
  )
}
