import { Anchor, Group, Text } from '@mantine/core'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { AnchorLink } from '../../components/links.tsx'
import { ApproveLetters } from './ApproveLetters.tsx'
import { useEffectWords } from './useEffectWords.ts'

type Props = { letter: ProposedLetter; asOf: string; catchUp: boolean }

/** By which plan a letter goes, what it does besides, and who has to approve it, or has. */
export const LetterRules = ({ letter, asOf, catchUp }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('approve')
  const effectOf = useEffectWords()
  const withdraw = useCommand(api.dunning.withdrawApproval.mutationOptions(), {
    done: t('dunning:plan.bench.withdrawn'),
  })
  const { planId, planName, grouping, notice, effect, approval, approved, channel, currency } = letter
  const task = channel === 'call' || channel === 'task'
  return (
    <div>
      <Text size="sm">
        <AnchorLink to="/dunning/plan" search={{ plan: planId }}>
          {planName}
        </AnchorLink>
        {grouping === 'invoice' && `, ${t('dunning:plan.bench.perInvoice')}`}
        {notice && `, ${t('dunning:plan.bench.noticeText')}`}
      </Text>
      {effect && <Text size="sm">{t('dunning:plan.bench.effect', { effect: effectOf(effect) })}</Text>}
      {task && <Text size="sm">{t('dunning:plan.bench.task')}</Text>}
      {approval === 'second-person' && (
        <Group gap="sm" mt={4}>
          {approved ? (
            <>
              <Text size="sm">
                {t('dunning:plan.bench.approvedBy', {
                  by: approved.by,
                  day: format.day(approved.at.slice(0, 10)),
                  amount: format.money(approved.principal, currency),
                })}
                {approved.note && ` ${approved.note}`}
              </Text>
              {!readOnly && (
                <Anchor component="button" size="sm" onClick={() => withdraw.mutate({ id: approved.id })}>
                  {t('dunning:plan.bench.withdraw')}
                </Anchor>
              )}
            </>
          ) : (
            <>
              <Text size="sm">{t('dunning:plan.bench.waits')}</Text>
              {!readOnly && <ApproveLetters letters={[letter]} asOf={asOf} catchUp={catchUp} />}
            </>
          )}
        </Group>
      )}
    </div>
  )
}
