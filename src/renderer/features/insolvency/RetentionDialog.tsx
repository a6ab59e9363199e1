import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Goods } from '../../../main/core/declarations/retention.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import classes from './insolvency.module.css'

type Props = { customer: Customer; goods: readonly Goods[]; onClose: () => void }

/** The claim of goods as it would leave, then drawn up. */
export const RetentionDialog = ({ customer, goods, onClose }: Props) => {
  const t = useT()
  const input = { customerId: customer.id, goodsIds: goods.map(({ id }) => id) }
  const preview = useQuery(api.declarations.previewRetention.queryOptions({ input }))
  const prepare = useCommand(api.declarations.prepareRetention.mutationOptions(), {
    done: ({ reference }) => t('insolvency:retention.dialog.claimDone', { reference }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:retention.dialog.claim', { name: customer.name })}
      onClose={onClose}
      size={760}
      focusSubmit
      submit={t('insolvency:retention.dialog.claimSubmit')}
      disabled={preview.isError}
      pending={prepare.isPending}
      error={prepare.error}
      onSubmit={() => prepare.mutate(input)}
    >
      <Text size="sm">{t('insolvency:retention.dialog.claimText')}</Text>
      <ErrorNote error={preview.error} />
      {preview.data && (
        <div className={classes.preview}>
          <PagesView pages={preview.data.pages} label={(page) => t('insolvency:retention.dialog.page', { page })} />
        </div>
      )}
    </FormDialog>
  )
}
