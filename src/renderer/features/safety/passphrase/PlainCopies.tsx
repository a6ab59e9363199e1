import { Button, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { api, type client } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import classes from './passphrase.module.css'

type Copy = Awaited<ReturnType<typeof client.book.protection>>['plainCopies'][number]

/** Copies from before the book was encrypted: whoever finds one reads it. */
export const PlainCopies = ({ copies, changes }: { copies: readonly Copy[]; changes: boolean }) => {
  const t = useT()
  const format = useFormat()
  const remove = useCommand(api.book.removePlainCopies.mutationOptions(), {
    done: ({ removed }) => t('safety:passphrase.copies.removed', { count: removed }),
  })
  if (copies.length === 0) return <Text c="dimmed">{t('safety:passphrase.copies.none')}</Text>
  const confirm = () =>
    modals.openConfirmModal({
      title: t('safety:passphrase.copies.confirmTitle', { count: copies.length }),
      children: <Text size="sm">{t('safety:passphrase.copies.confirm')}</Text>,
      labels: { confirm: t('safety:passphrase.copies.remove', { count: copies.length }), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => remove.mutate({ paths: copies.map(({ path }) => path) }),
    })
  return (
    <>
      <div>
        <Title order={2}>{t('safety:passphrase.copies.title')}</Title>
        <Text>{t('safety:passphrase.copies.about')}</Text>
      </div>
      <ul className={classes.copies} data-wide>
        {copies.map(({ path, bytes, changedAt }) => (
          <li key={path} className={classes.copy}>
            <Text size="sm">{path}</Text>
            <Text size="sm" c="dimmed">
              {t('safety:passphrase.copies.facts', {
                size: format.number(Math.max(0.1, Math.round(bytes / 100_000) / 10)),
                moment: format.moment(changedAt),
              })}
            </Text>
          </li>
        ))}
      </ul>
      {changes && (
        <Button variant="default" color="red" loading={remove.isPending} onClick={confirm}>
          {t('safety:passphrase.copies.removeOpen', { count: copies.length })}
        </Button>
      )}
    </>
  )
}
