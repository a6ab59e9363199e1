import { NumberInput, TextInput } from '@mantine/core'
import { useLanguage, useT } from '../../../app/i18n.ts'
import classes from '../limits.module.css'
import type { LimitDraft } from './limit.draft.ts'

type Props = { draft: LimitDraft; change: (part: Partial<LimitDraft>) => void }

const numberOf = (value: number | string): number | null => (typeof value === 'number' ? value : null)

/** Who stands for the customer, and on which terms. */
export const CoverFields = ({ draft, change }: Props) => {
  const t = useT()
  const language = useLanguage()
  if (draft.kind === 'guarantee')
    return (
      <TextInput
        required
        label={t('limits:decide.guarantor')}
        maxLength={200}
        value={draft.guarantor}
        onChange={(event) => change({ guarantor: event.currentTarget.value })}
      />
    )
  const share = draft.coveredShare
  return (
    <>
      <TextInput
        required
        label={t('limits:decide.insurer')}
        maxLength={120}
        value={draft.insurer}
        onChange={(event) => change({ insurer: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t('limits:decide.policyNumber')}
        maxLength={60}
        value={draft.policyNumber}
        onChange={(event) => change({ policyNumber: event.currentTarget.value })}
      />
      <NumberInput
        required
        hideControls
        label={t('limits:decide.coveredShare')}
        suffix={language === 'fr' ? '\u202f%' : ' %'}
        decimalSeparator={language === 'fr' ? ',' : '.'}
        min={0}
        max={100}
        clampBehavior="none"
        decimalScale={3}
        value={share ?? ''}
        onChange={(value) => change({ coveredShare: numberOf(value) })}
        error={share !== null && (share <= 0 || share > 100) && t('limits:decide.shareInvalid')}
      />
      <div className={classes.full}>
        <div className={classes.two}>
          <NumberInput
            hideControls
            label={t('limits:decide.extensionDays')}
            description={t('limits:decide.extensionHint')}
            min={0}
            max={365}
            allowDecimal={false}
            value={draft.extensionDays ?? ''}
            onChange={(value) => change({ extensionDays: numberOf(value) })}
          />
          <NumberInput
            hideControls
            label={t('limits:decide.noticeDays')}
            description={t('limits:decide.noticeHint')}
            min={0}
            max={365}
            allowDecimal={false}
            value={draft.noticeDays ?? ''}
            onChange={(value) => change({ noticeDays: numberOf(value) })}
          />
        </div>
      </div>
    </>
  )
}
