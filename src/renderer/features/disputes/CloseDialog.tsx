import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DisputeRow } from '../../../main/core/disputes/disputes.contract.ts'
import { concededFits, type DisputeOutcome } from '../../../main/core/disputes/disputes.rules.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import { closingOf, stillContested } from './dispute.amounts.ts'
import classes from './disputes.module.css'

const outcomes = ['credit_note', 'settled', 'upheld'] as const

/** Ends a dispute: the claim stands, or a credit note of what is given up is made and matched at once. */
export const CloseDialog = ({ dispute, onClose }: { dispute: DisputeRow; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const contested = stillContested(dispute)
  const [outcome, setOutcome] = useState<DisputeOutcome>('credit_note')
  const [written, setWritten] = useState<Minor | null>(contested)
  const [creditNumber, setCreditNumber] = useState('')
  const [conclusion, setConclusion] = useState('')
  const money = (amount: Minor) => format.money(amount, dispute.currency)
  const close = useCommand(api.disputes.close.mutationOptions(), {
    done: (closed, { conceded = 0 }) =>
      conceded > 0
        ? t('disputes:close.doneCredit', { number: closed.creditNumber, amount: money(conceded) })
        : t('disputes:close.done', { number: dispute.itemNumber }),
    onDone: onClose,
    quiet: true,
  })
  const conceded = outcome === 'upheld' ? 0 : (written ?? (outcome === 'settled' ? 0 : null))
  const fits = conceded !== null && concededFits(outcome, conceded, contested)
  return (
    <FormDialog
      title={t('disputes:close.title', { number: dispute.itemNumber })}
      onClose={onClose}
      size={560}
      submit={
        outcome === 'upheld'
          ? t('disputes:close.submitUpheld')
          : conceded
            ? t('disputes:close.submitCredit', { amount: money(conceded) })
            : t('disputes:close.submit')
      }
      disabled={!fits}
      pending={close.isPending}
      error={close.error}
      onSubmit={() =>
        conceded !== null && close.mutate({ id: dispute.id, outcome, conceded, creditNumber, conclusion })
      }
    >
      <Radio.Group
        label={t('disputes:close.outcome')}
        value={outcome}
        onChange={(value) => {
          setOutcome(value as DisputeOutcome)
          setWritten(value === 'settled' ? null : contested)
        }}
      >
        <Stack gap={6} mt={6}>
          {outcomes.map((one, i) => (
            <Radio
              key={one}
              value={one}
              size="sm"
              label={t(`disputes:outcome.${one}`)}
              description={t(`disputes:close.about.${one}`)}
              {...(i === 0 && { 'data-autofocus': true })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {outcome !== 'upheld' && (
        <div className={classes.two}>
          <MoneyInput
            required={outcome === 'credit_note'}
            label={t('disputes:close.conceded')}
            description={t('disputes:close.concededHint', { amount: money(contested) })}
            currency={dispute.currency}
            value={written}
            onChange={setWritten}
            error={written !== null && written > contested && t('disputes:close.tooMuch', { amount: money(contested) })}
          />
          <TextInput
            label={t('disputes:close.number')}
            description={'\u00a0'}
            maxLength={60}
            disabled={!conceded}
            value={creditNumber}
            onChange={(event) => setCreditNumber(event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed" className={classes.full}>
            {t('disputes:close.numberHint')}
          </Text>
        </div>
      )}
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        label={t('disputes:close.conclusion')}
        value={conclusion}
        onChange={(event) => setConclusion(event.currentTarget.value)}
      />
      {fits && conceded !== null && <Effect dispute={dispute} conceded={conceded} />}
    </FormDialog>
  )
}

/** What closing does, with its figures. */
const Effect = ({ dispute, conceded }: { dispute: DisputeRow; conceded: Minor }) => {
  const t = useT()
  const format = useFormat()
  const money = (amount: Minor) => format.money(amount, dispute.currency)
  const { left, surplus, again } = closingOf(dispute, conceded)
  const number = dispute.itemNumber
  return (
    <Note role="status">
      {conceded > 0 && (
        <Text size="sm">
          {surplus > 0
            ? t('disputes:close.effectPaid', {
                conceded: money(conceded),
                number,
                open: money(dispute.itemOpen),
                surplus: money(surplus),
              })
            : left === 0
              ? t('disputes:close.effectSettled', { conceded: money(conceded), number })
              : t('disputes:close.effectCredit', { conceded: money(conceded), number, left: money(left) })}
        </Text>
      )}
      {again > 0 && (
        <Text size="sm">
          {t(conceded > 0 ? 'disputes:close.effectRest' : 'disputes:close.effectKept', { amount: money(again) })}
        </Text>
      )}
      {conceded === 0 && again === 0 && <Text size="sm">{t('disputes:close.effectNone', { number })}</Text>}
    </Note>
  )
}
