import type { ReactNode } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { formatIban } from '../../../main/core/customers/identifiers.rules.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import classes from './bank.module.css'
import { segmentsOf } from './highlight.ts'

/** An IBAN in groups of four, any other account as it stands. */
export const accountText = (account: string): string => formatIban(account) || account

type Props = {
  line: BankLine
  /** Marked where it stands in the bank’s words. */
  found: readonly string[]
  /** What is being done needs the room. */
  short?: boolean
}

/** All that the bank says of a line, with what a candidate was recognised by. */
export const LineFacts = ({ line, found, short = false }: Props) => {
  const t = useT()
  const format = useFormat()
  const moved = { receipt: 'received', return: 'returned', out: 'paid' } as const
  const of = (text: string) => <Words text={text} found={found} />
  const facts = (
    [
      [t('bank:line.party'), accountText(line.partyAccount)],
      [t('bank:line.creditorReference'), line.creditorReference && of(line.creditorReference)],
      [t('bank:line.reference'), line.reference && of(line.reference)],
      [t('bank:line.bankReference'), line.bankReference],
      [t('bank:line.returnReason'), line.returnReason],
      [t('bank:line.valued'), line.valued !== line.booked && line.valued && format.day(line.valued)],
    ] satisfies [string, ReactNode][]
  ).filter(([, value]) => value)
  return (
    <div className={classes.facts}>
      <div className={classes.head}>
        <KeyFigure
          label={`${t(`bank:kinds.${line.kind}`)} · ${t(`bank:line.${moved[line.role]}`, { day: format.day(line.booked) })}`}
          value={format.money(line.amount, line.currency)}
          tone={line.role === 'return' ? 'risk' : 'neutral'}
          hint={
            line.state === 'open' && line.left < Math.abs(line.amount)
              ? t('bank:line.leftOf', { left: format.money(line.left, line.currency) })
              : undefined
          }
        />
        {line.party ? (
          <strong className={classes.name}>{of(line.party)}</strong>
        ) : (
          <span className={classes.name} data-missing>
            {t('bank:line.noParty')}
          </span>
        )}
      </div>
      <div className={classes.words}>{line.text ? of(line.text) : t('bank:line.noText')}</div>
      {!short && facts.length > 0 && (
        <dl className={classes.more}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const Words = ({ text, found }: { text: string; found: readonly string[] }) => (
  <>
    {segmentsOf(text, found).map((segment, place) =>
      segment.found ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a text is its place
        <mark key={place} className={classes.found}>
          {segment.text}
        </mark>
      ) : (
        segment.text
      ),
    )}
  </>
)
