import { Text } from '@mantine/core'
import { useState } from 'react'
import type { BankLine, BankProposal } from '../../../main/core/bank/bank.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './bank.module.css'
import { CandidateCard } from './CandidateCard.tsx'
import { type Deed, deedOf } from './deeds.ts'
import { PlacedBar } from './PlacedBar.tsx'
import { USUAL_TAX_RATE } from './split.draft.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

type Props = {
  line: BankLine
  /** Undefined while they are looked for. */
  proposals: readonly BankProposal[] | undefined
  error: Error | null
  chosen: BankProposal | undefined
  onChoose: (proposal: BankProposal) => void
  onDeed: (deed: Deed) => void
}

/** Who may have paid, best first: number keys choose, Enter accepts. */
export const Candidates = ({ line, proposals, error, chosen, onChoose, onDeed }: Props) => {
  const t = useT()
  const [taxRate, setTaxRate] = useState(USUAL_TAX_RATE)
  const deed = chosen ? deedOf(line, chosen, taxRate) : null
  const accept = deed && (() => onDeed(deed))
  useShortcuts([
    {
      key: KEYS,
      label: t('bank:actions.choose'),
      run: (key) => {
        const wanted = proposals?.[Number(key) - 1]
        if (wanted) onChoose(wanted)
      },
    },
    { key: 'Enter', label: t('bank:actions.accept'), run: () => accept?.() },
  ])
  return (
    <>
      <div className={classes.scroll}>
        <ErrorNote error={error} />
        {proposals === undefined && !error && <Text c="dimmed">{t('bank:candidates.searching')}</Text>}
        {proposals?.length === 0 && (
          <Text>{t(line.role === 'return' ? 'bank:candidates.noneReturn' : 'bank:candidates.none')}</Text>
        )}
        <ol className={classes.cards} aria-label={t('bank:candidates.label')}>
          {proposals?.map((proposal, i) => (
            <CandidateCard
              key={proposal.key}
              line={line}
              proposal={proposal}
              place={i + 1}
              chosen={proposal === chosen}
              onChoose={() => onChoose(proposal)}
              onAccept={() => accept?.()}
              taxRate={taxRate}
              onTaxRate={setTaxRate}
            />
          ))}
        </ol>
      </div>
      <CandidateBar line={line} searching={proposals === undefined && !error} chosen={chosen} onSubmit={accept} />
    </>
  )
}

type BarProps = { line: BankLine; searching: boolean; chosen: BankProposal | undefined; onSubmit: (() => void) | null }

const CandidateBar = ({ line, searching, chosen, onSubmit }: BarProps) => {
  const t = useT()
  const format = useFormat()
  const left = !chosen ? line.left : chosen.action === 'settle' ? chosen.unallocated : 0
  const words = () => {
    if (!chosen) return t(searching ? 'bank:candidates.searching' : 'bank:bar.nothing')
    if (chosen.action === 'bounce') return t('bank:bar.bounce', { number: chosen.items[0]?.number ?? '' })
    if (left === 0) return t('bank:bar.allPlaced')
    return t('bank:bar.credit', { amount: format.money(left, line.currency), customer: chosen.customerName })
  }
  const verbs = { settle: 'accept', link: 'linkIt', bounce: 'bounceIt' } as const
  return (
    <PlacedBar
      amount={line.left}
      left={left}
      currency={line.currency}
      words={words()}
      tone={!chosen ? 'neutral' : left === 0 ? 'settled' : 'late'}
      submit={t(`bank:bar.${verbs[chosen?.action ?? 'settle']}`)}
      onSubmit={onSubmit}
    />
  )
}
