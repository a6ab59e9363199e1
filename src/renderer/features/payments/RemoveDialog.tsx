import { List, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { undoMatches } from './takeBack.ts'

/** Removes a movement entered by hand by mistake, after undoing what it is matched with. */
export const RemoveDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const [item] = target.items
  const itemId = item?.id ?? ''
  const matches = useQuery({ ...api.payments.matches.queryOptions({ input: { itemId } }), enabled: itemId !== '' })
  const detail = useQuery({ ...api.payments.detail.queryOptions({ input: { itemId } }), enabled: itemId !== '' })
  const remove = useCommand(api.payments.remove.mutationOptions(), {
    done: t('payments:remove.done', { number: item?.number }),
    onDone: () => onClose(true),
    quiet: true,
  })
  const receiptId = detail.data?.payment?.bouncesId ?? null
  // A bounce goes with its match, and its receipt takes up those it had.
  const inForce = (matches.data?.matches ?? []).filter(
    ({ undoneOn, otherId }) => undoneOn === null && otherId !== receiptId,
  )
  const undo = useMutation({
    mutationFn: () => undoMatches(inForce),
    onSuccess: () => remove.mutate({ itemId }),
  })
  if (!item || !detail.data || !matches.data) return null
  const kept = !detail.data.removable
  return (
    <FormDialog
      title={t('payments:remove.title', { number: item.number })}
      onClose={onClose}
      grave
      submit={t('payments:remove.submit')}
      focusSubmit
      disabled={kept}
      pending={undo.isPending || remove.isPending}
      error={undo.error ?? remove.error}
      onSubmit={() => undo.mutate()}
    >
      {kept ? (
        <Note>
          <Text size="sm">{t('payments:remove.imported')}</Text>
        </Note>
      ) : (
        <Note
          tone="late"
          title={t('payments:remove.consequence', { amount: format.money(item.amount, item.currency) })}
        >
          {receiptId !== null && <Text size="sm">{t('payments:remove.bounce')}</Text>}
          {inForce.length > 0 && (
            <>
              <Text size="sm">{t('payments:remove.reopens')}</Text>
              <List size="sm">
                {inForce.map((match) => (
                  <List.Item key={match.id}>
                    {t(`receivables:kind.${match.otherKind}`)} {match.otherNumber},{' '}
                    {format.money(match.amount, item.currency)}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Note>
      )}
    </FormDialog>
  )
}
