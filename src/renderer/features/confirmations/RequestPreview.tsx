import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Drawn } from '../../../main/core/confirmations/confirmations.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import { useFocusBack } from '../../components/useFocusBack.ts'
import classes from './confirmations.module.css'
import type { Draft } from './round.draft.ts'

type Props = {
  asked: Pick<Draft, 'asOf' | 'form' | 'auditor' | 'deadline'>
  customer: Pick<Drawn, 'customerId' | 'name'>
  onClose: () => void
}

/** The letter to one customer as it will be printed. */
export const RequestPreview = ({ asked, customer, onClose }: Props) => {
  useFocusBack()
  const t = useT()
  const input = { ...asked, customerId: customer.customerId }
  const { data, error } = useQuery({ ...api.confirmations.preview.queryOptions({ input }), retry: false })
  return (
    <Modal
      opened
      size={860}
      onClose={onClose}
      title={t('confirmations:draft.previewTitle', { name: customer.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ErrorNote error={error} />
      <div className={classes.pages}>
        {data && <PagesView pages={data.pages} label={(page) => t('confirmations:draft.page', { page })} />}
      </div>
    </Modal>
  )
}
