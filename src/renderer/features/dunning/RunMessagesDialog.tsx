import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { LeftOut } from '../../../main/core/mail/mail.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ButtonLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import type { Brought } from './RunMessages.tsx'
import type { Run } from './useRunColumns.tsx'

export type Prepared = LeftOut & {
  brought: Brought
  kind: 'drafts' | 'queue'
  count: number
  everyChannel: boolean
}
type Props = { run: Run; prepared: Prepared; onClose: () => void; onEveryChannel: () => void }

/** How many messages there are, what to do with them, and every letter that is not among them with its reason. */
export const RunMessagesDialog = ({ run, prepared, onClose, onEveryChannel }: Props) => {
  const t = useT()
  const format = useFormat()
  const { kind, count, without, withoutInvoices } = prepared
  const { data } = useQuery(api.dunning.letters.queryOptions({ input: { runId: run.id, limit: 1000 } }))
  const names = new Map(data?.letters.map(({ id, customerName }) => [id, customerName]))
  const drafts = kind === 'drafts'
  const done = t(drafts ? 'mail:run.drafted' : 'mail:run.queued', { count })
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={t(drafts ? 'mail:run.draftsTitle' : 'mail:run.queueTitle', { number: run.number })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Note
          tone={count > 0 ? 'settled' : 'neutral'}
          role="status"
          title={count > 0 ? done : t(drafts ? 'mail:run.noDraft' : 'mail:run.noneQueued')}
        >
          {count > 0 && <Text size="sm">{t(drafts ? 'mail:run.draftedText' : 'mail:run.queuedText')}</Text>}
          {!prepared.everyChannel && <Text size="sm">{t('mail:run.byEmailOnly')}</Text>}
        </Note>
        {without.length > 0 && (
          <Listed
            title={t('mail:run.left', { count: without.length })}
            rows={without.map(({ letterId, reference, reason }) => [
              reference,
              names.get(letterId) ?? '',
              t(`mail:run.reason.${reason}`),
            ])}
          />
        )}
        {withoutInvoices.length > 0 && (
          <>
            <Listed
              title={t('mail:run.withoutInvoices', { count: withoutInvoices.length })}
              rows={withoutInvoices.map(({ letterId, reference, size }) => [
                reference,
                names.get(letterId) ?? '',
                t('mail:run.size', { size: format.number(Math.ceil(size / 1_000_000)) }),
              ])}
            />
            <Text size="sm">{t('mail:run.withoutInvoicesText')}</Text>
          </>
        )}
        <Group justify="flex-end">
          {drafts && !prepared.everyChannel && (
            <Button variant="default" onClick={onEveryChannel}>
              {t('mail:run.everyChannel')}
            </Button>
          )}
          <Button variant={drafts ? 'filled' : 'default'} data-autofocus={drafts || undefined} onClick={onClose}>
            {t('common:close')}
          </Button>
          {!drafts && (
            <ButtonLink to="/dunning/outbox" data-autofocus>
              {t('mail:run.open')}
            </ButtonLink>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

/** Reference, customer and reason of each, a line each. */
const Listed = ({ title, rows }: { title: string; rows: [reference: string, customer: string, reason: string][] }) => (
  <div>
    <Text size="sm" fw={600} mb={4}>
      {title}
    </Text>
    <Table.ScrollContainer minWidth={0} maxHeight={260}>
      <Table aria-label={title}>
        <Table.Tbody>
          {rows.map(([reference, customer, reason]) => (
            <Table.Tr key={reference}>
              <Table.Td>{reference}</Table.Td>
              <Table.Td>{customer}</Table.Td>
              <Table.Td>{reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  </div>
)
