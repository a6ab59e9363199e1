import { Autocomplete, Text } from '@mantine/core'
import { useState } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import type { Deed } from './deeds.ts'

const usual = ['internal', 'vat', 'grant', 'owner', 'supplier', 'charges'] as const

type Props = { line: BankLine; onDeed: (deed: Deed) => void; onClose: () => void }

/** The line is no customer's: why, in a few words. */
export const SetAside = ({ line, onDeed, onClose }: Props) => {
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t('bank:aside.title')}
      submit={t('bank:aside.submit')}
      onClose={onClose}
      onSubmit={() => {
        onDeed({ line, customer: '', kind: 'aside', reason: reason.trim() })
        onClose()
      }}
    >
      <Text size="sm">{t('bank:aside.text')}</Text>
      <Autocomplete
        data-autofocus
        openOnFocus={false}
        label={t('bank:aside.reason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        data={usual.map((one) => t(`bank:aside.usual.${one}`))}
      />
    </FormDialog>
  )
}
