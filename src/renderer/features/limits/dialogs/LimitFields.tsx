import { Input, SegmentedControl, Select, Textarea } from '@mantine/core'
import { type LimitKind, limitKinds } from '../../../../main/core/limits/limits.contract.ts'
import type { RiskClass } from '../../../../main/core/policy/credit-policy.schema.ts'
import type { Scorecard } from '../../../../main/core/scorecards/scorecards.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { MoneyInput } from '../../../components/MoneyInput.tsx'
import classes from '../limits.module.css'
import { CoverFields } from './CoverFields.tsx'
import { DocumentInput } from './DocumentInput.tsx'
import { isBase, type LimitDraft, type Owner } from './limit.draft.ts'

type Props = {
  owner: Owner
  draft: LimitDraft
  change: (part: Partial<LimitDraft>) => void
  currency: string
  riskClass: RiskClass | null
  /** What the class is proposed from; null for a group. */
  scorecard: Scorecard | null
}

const CLASSES = [1, 2, 3, 4, 5] as const

/** What is decided, from when until when, and why. */
export const LimitFields = ({ owner, draft, change, currency, riskClass, scorecard }: Props) => {
  const t = useT()
  const { kind, cashOnly, from, until } = draft
  const ofCustomer = 'customerId' in owner
  const base = isBase(kind)
  const kinds = limitKinds.filter((one) => ofCustomer || isBase(one))
  const classHint =
    scorecard === null
      ? undefined
      : scorecard.class === null
        ? t('limits:decide.classUnknown')
        : t('limits:decide.classHint', { class: scorecard.class, mark: scorecard.mark ?? '–' })
  return (
    <>
      <div>
        <SegmentedControl
          size="sm"
          fullWidth
          aria-label={t('limits:decide.kind')}
          value={kind}
          onChange={(value) => change({ kind: value as LimitKind })}
          data={kinds.map((value) => ({ value, label: t(`limits:kind.${value}`) }))}
        />
        <Input.Description mt={6}>
          {t(`limits:decide.about.${kind === 'internal' && !ofCustomer ? 'group' : kind}`)}
        </Input.Description>
      </div>
      <div className={classes.two}>
        {base && (
          <div>
            <Input.Label component="div">{t('limits:decide.what')}</Input.Label>
            <SegmentedControl
              size="sm"
              fullWidth
              aria-label={t('limits:decide.what')}
              value={cashOnly ? 'cash' : 'amount'}
              onChange={(value) => change({ cashOnly: value === 'cash' })}
              data={[
                { value: 'amount', label: t('limits:decide.anAmount') },
                { value: 'cash', label: t('limits:decide.cashOnly') },
              ]}
            />
          </div>
        )}
        {base && cashOnly ? (
          <Input.Wrapper label={t('limits:decide.amount')} description={t('limits:decide.cashOnlyHint')} />
        ) : (
          <MoneyInput
            data-autofocus
            required
            label={t(
              kind === 'insured' || kind === 'guarantee' ? `limits:decide.amountOf.${kind}` : 'limits:decide.amount',
            )}
            value={draft.amount}
            onChange={(amount) => change({ amount })}
            currency={currency}
            error={draft.amount === 0 && t(base ? 'limits:decide.zero' : 'limits:decide.zeroBeside')}
          />
        )}
        {!base && <CoverFields draft={draft} change={change} />}
        <DayInput
          required
          w="100%"
          label={t('limits:decide.from')}
          value={from}
          onChange={(day) => change({ from: day })}
        />
        <DayInput
          w="100%"
          required={kind === 'temporary'}
          clearable
          label={t('limits:decide.until')}
          {...(from && { minDate: from })}
          {...(kind !== 'temporary' && { placeholder: t('limits:decide.noEnd') })}
          value={until}
          onChange={(day) => change({ until: day })}
          error={from !== null && until !== null && until < from && t('limits:decide.untilBeforeFrom')}
        />
        {base && ofCustomer && (
          <Select
            clearable
            label={t('limits:decide.class')}
            description={classHint}
            data={CLASSES.map((value) => ({
              value: String(value),
              label: t('limits:decide.classOption', { class: value, words: t(`credit:riskClassMeaning.${value}`) }),
            }))}
            value={riskClass === null ? null : String(riskClass)}
            onChange={(value) => change({ riskClass: value === null ? null : (Number(value) as RiskClass) })}
          />
        )}
        {ofCustomer && (
          <DocumentInput
            customerId={owner.customerId}
            value={draft.documentId}
            onChange={(documentId) => change({ documentId })}
            description={base && classHint ? t('limits:decide.documentHint') : undefined}
          />
        )}
        <Textarea
          className={classes.full}
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          label={t('limits:decide.reason')}
          description={t('limits:decide.reasonHint')}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
