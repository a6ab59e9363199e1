import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import classes from './bank.module.css'
import { ClosedLine } from './ClosedLine.tsx'
import type { Deed } from './deeds.ts'
import { LineFacts } from './LineFacts.tsx'
import { isToMatch } from './next.ts'
import { OpenLine } from './OpenLine.tsx'
import { proposalsOptions } from './proposals.ts'

type Props = { line: BankLine; onDeed: (deed: Deed) => void; onReopen: () => void }

/** The chosen line in full, and what can be made of it. Mounted anew for each line. */
export const LinePane = ({ line, onDeed, onReopen }: Props) => {
  const t = useT()
  const { data, error } = useQuery({ ...proposalsOptions(line.id), enabled: isToMatch(line) })
  const [key, setKey] = useState<string | null>(null)
  const chosen = data?.find((proposal) => proposal.key === key) ?? data?.[0]
  return (
    <section className={classes.pane} aria-label={t('bank:line.label')}>
      {line.state === 'open' ? (
        <OpenLine
          line={line}
          proposals={data}
          error={error}
          chosen={chosen}
          onChoose={(proposal) => setKey(proposal.key)}
          onDeed={onDeed}
        />
      ) : (
        <>
          <LineFacts line={line} found={[]} />
          <ClosedLine line={line} onReopen={onReopen} />
        </>
      )}
    </section>
  )
}
