import { Button, Kbd, Text, Title } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandoverDetail, HandoverStep } from '../../../main/core/handovers/handovers.contract.ts'
import { daysBetween } from '../../../main/core/kernel/day.ts'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { TabProps } from './claim.input.ts'
import classes from './claims.module.css'
import { StepDialog } from './StepDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type Deadline = HandoverDetail['deadlines'][number]

/** What happened, in order, and the deadlines that it sets. */
export const StepsTab = ({ detail, changeable }: TabProps) => {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<HandoverStep | null>(null)
  const { handover, steps, deadlines } = detail
  useShortcuts(changeable ? [{ key: 'n', label: t('claims:steps.add'), run: () => setAdding(true) }] : [])
  const elsewhere = steps.some(({ inPerson, withdrawn }) => inPerson === false && !withdrawn)
  return (
    <div className={classes.steps}>
      <section>
        <Title order={3}>{t('claims:steps.list')}</Title>
        {changeable && (
          <Button my={8} rightSection={<Kbd size="xs">n</Kbd>} onClick={() => setAdding(true)}>
            {t('claims:steps.add')}
          </Button>
        )}
        <Handed detail={detail} />
        {steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            currency={handover.totals[0]?.currency ?? 'EUR'}
            onWithdraw={changeable && !step.withdrawn ? () => setWithdrawing(step) : undefined}
          />
        ))}
        {steps.length === 0 && (
          <Text size="sm" c="dimmed" mt={8}>
            {t('claims:steps.none')}
          </Text>
        )}
      </section>
      <section>
        <Title order={3}>{t('claims:steps.deadlines')}</Title>
        {deadlines.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('claims:steps.noDeadlines')}
          </Text>
        )}
        {deadlines.map((deadline) => (
          <DeadlineLine key={`${deadline.code} ${deadline.stepId}`} deadline={deadline} />
        ))}
        {elsewhere && (
          <Text size="sm" c="dimmed" mt={8}>
            {t('claims:steps.notInPerson')}
          </Text>
        )}
      </section>
      {adding && <StepDialog handover={handover} onClose={() => setAdding(false)} />}
      {withdrawing && <WithdrawDialog step={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  )
}

const Handed = ({ detail: { handover } }: { detail: HandoverDetail }) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className={classes.step}>
      <span>{format.day(handover.on)}</span>
      <div>
        <span className={classes.stepName}>
          {t('claims:steps.handed', { to: t(`dunning:handovers.to.${handover.to}`) })}
        </span>
        <span className={classes.sub}>{handover.reason}</span>
        <span className={classes.sub}>{handover.by}</span>
      </div>
    </div>
  )
}

type StepProps = { step: HandoverStep; currency: string; onWithdraw?: (() => void) | undefined }

const Step = ({ step, currency, onWithdraw }: StepProps) => {
  const t = useT()
  const format = useFormat()
  const failed = useErrorToast()
  const save = useMutation({
    mutationFn: async () => {
      const { file, name } = await client.documents.get({ id: step.documentId ?? '' })
      saveFile(name, file)
    },
    onError: failed,
  })
  const { withdrawn } = step
  return (
    <div className={classes.step} data-withdrawn={withdrawn ? true : undefined}>
      <span>{format.day(step.day)}</span>
      <div>
        <span className={classes.stepName}>{t(`claims:steps.codes.${step.code}`)}</span>
        {step.inPerson !== null && (
          <span className={classes.sub}>{t(`claims:steps.served.${step.inPerson ? 'yes' : 'no'}`)}</span>
        )}
        {step.amount !== null && <span className={classes.sub}>{format.money(step.amount, currency)}</span>}
        {step.note !== '' && <span className={classes.sub}>{step.note}</span>}
        {step.documentId && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPaperclip size={14} />}
            onClick={() => save.mutate()}
          >
            {step.documentName}
          </Button>
        )}
        <span className={classes.sub}>
          {withdrawn
            ? t('claims:steps.withdrawn', { day: format.day(withdrawn.on), reason: withdrawn.because })
            : step.by}
        </span>
      </div>
      {onWithdraw && (
        <Button variant="subtle" size="compact-xs" onClick={onWithdraw}>
          {t('claims:steps.withdraw')}
        </Button>
      )}
    </div>
  )
}

const DeadlineLine = ({ deadline }: { deadline: Deadline }) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { code, kind, on, counted, law, done } = deadline
  const left = daysBetween(today, on)
  const state = done
    ? ({ key: 'done', tone: 'settled' } as const)
    : left === 0
      ? ({ key: 'today', tone: kind === 'act' ? 'risk' : 'neutral' } as const)
      : left > 0
        ? ({ key: 'left', tone: kind === 'act' && left <= 30 ? 'late' : 'neutral' } as const)
        : (
            {
              act: { key: 'missed', tone: 'risk' },
              wait: { key: 'over', tone: 'neutral' },
              from: { key: 'ready', tone: 'settled' },
            } as const
          )[kind]
  return (
    <div className={classes.step}>
      <span>{format.day(on)}</span>
      <div>
        <span className={classes.stepName}>{t(`claims:steps.deadline.${code}`)}</span>
        {law !== '' && <span className={classes.sub}>{law}</span>}
        {counted !== on && (
          <span className={classes.sub}>{t('claims:steps.counted', { day: format.day(counted) })}</span>
        )}
      </div>
      <ToneBadge tone={state.tone}>{t(`claims:steps.state.${state.key}`, { count: left })}</ToneBadge>
    </div>
  )
}
