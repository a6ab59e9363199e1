import { useQuery } from '@tanstack/react-query'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { useIsClosing } from './closing.ts'
import { isToMatch } from './next.ts'
import { proposalsOptions } from './proposals.ts'

/** Where a line stands, in a word. Showing it asks for its candidates: those of the lines around the chosen one are at hand. */
export const LineMark = ({ line }: { line: BankLine }) => {
  const t = useT()
  const closing = useIsClosing(line.id)
  const asks = isToMatch(line) && !closing
  const proposals = useQuery({ ...proposalsOptions(line.id), enabled: asks }).data
  if (closing) return <ToneBadge>…</ToneBadge>
  if (line.state !== 'open')
    return <ToneBadge tone={line.state === 'matched' ? 'settled' : 'neutral'}>{t(`bank:mark.${line.state}`)}</ToneBadge>
  if (line.role === 'return') return <ToneBadge tone="risk">{t('bank:mark.return')}</ToneBadge>
  if (line.role === 'out') return <ToneBadge>{t('bank:mark.out')}</ToneBadge>
  const [best] = proposals ?? []
  if (best?.ready) return <ToneBadge tone="settled">{t('bank:mark.ready')}</ToneBadge>
  return proposals && <ToneBadge>{t(best ? 'bank:mark.choose' : 'bank:mark.unknown')}</ToneBadge>
}
