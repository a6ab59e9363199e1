import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Trigger, triggers } from '../../../main/core/reviews/reviews.contract.ts'
import { useT } from '../../app/i18n.ts'
import { CustomerInput, type NamedCustomer } from '../../components/CustomerInput.tsx'
import { useOpenReview } from '../../components/credit/useOpenReview.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'

type Props = { customer?: NamedCustomer | null; onClose: () => void }

/** Which customer, what set it off, and the question in a few words. */
export const OpenReviewDialog = ({ customer: given = null, onClose }: Props) => {
  const t = useT()
  const [customer, setCustomer] = useState(given)
  const [trigger, setTrigger] = useState<Trigger>('request')
  const [detail, setDetail] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const start = useOpenReview({ quiet: true })
  return (
    <FormDialog
      title={t('reviews:open.title')}
      onClose={onClose}
      submit={t('reviews:open.submit')}
      disabled={!customer}
      pending={start.isPending}
      error={start.error}
      onSubmit={() => customer && start.mutate({ customerId: customer.id, trigger, detail, dueOn })}
    >
      <CustomerInput
        data-autofocus
        required
        label={t('reviews:open.customer')}
        placeholder={t('reviews:open.customerPlaceholder')}
        value={customer}
        onChange={setCustomer}
      />
      <Select
        allowDeselect={false}
        label={t('reviews:open.trigger')}
        data={triggers.map((value) => ({ value, label: t(`reviews:trigger.${value}`) }))}
        value={trigger}
        onChange={(value) => setTrigger(triggers.find((one) => one === value) ?? 'request')}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        label={t('reviews:open.detail')}
        description={t('reviews:open.detailHint')}
        value={detail}
        onChange={(event) => setDetail(event.currentTarget.value)}
      />
      <DayInput clearable label={t('reviews:open.dueOn')} value={dueOn} onChange={setDueOn} />
      <Text size="sm" c="dimmed">
        {t('reviews:open.about')}
      </Text>
    </FormDialog>
  )
}
