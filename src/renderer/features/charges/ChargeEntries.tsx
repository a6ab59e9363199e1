import { Button, Group, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChargeEntry } from '../../../main/core/charges/charges.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { type EntryLine, entryLines } from './charges.lines.ts'
import classes from './charges.module.css'

/** Every entry of the ledger, newest first; nothing is ever erased. */
export const ChargeEntries = ({ entries }: { entries: readonly ChargeEntry[] }) => {
  const t = useT()
  const [undoing, setUndoing] = useState<ChargeEntry | null>(null)
  return (
    <>
      <Table aria-label={t('charges:entries')} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>{t('charges:entry.day')}</Table.Th>
            <Table.Th>{t('charges:entry.what')}</Table.Th>
            <Table.Th>{t('charges:entry.kind')}</Table.Th>
            <Table.Th>{t('charges:entry.invoice')}</Table.Th>
            <Table.Th ta="right">{t('charges:entry.amount')}</Table.Th>
            <Table.Th>{t('charges:entry.about')}</Table.Th>
            <Table.Th>{t('charges:entry.by')}</Table.Th>
            <Table.Th w={100} aria-label={t('charges:undo')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entryLines(entries).map((line) => (
            <Entry key={line.entry.id} line={line} onUndo={() => setUndoing(line.entry)} />
          ))}
        </Table.Tbody>
      </Table>
      {undoing && <UndoDialog entry={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

const Entry = ({ line, onUndo }: { line: EntryLine; onUndo: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const { entry, amount, invoices } = line
  const { day, event, kind, currency, itemNumber, letterId, letterReference, reason, stands, by } = entry
  return (
    <Table.Tr>
      <Table.Td>{format.day(day)}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          {t(`charges:event.${event}`)}
          {!stands && <ToneBadge>{t('charges:gone')}</ToneBadge>}
        </Group>
      </Table.Td>
      <Table.Td className={classes.word ?? ''}>{t(`charges:kind.${kind}`)}</Table.Td>
      <Table.Td className={classes.word ?? ''}>
        {invoices > 1 ? t('charges:invoices', { count: invoices }) : itemNumber}
      </Table.Td>
      <Table.Td className={`${classes.amount} ${stands ? '' : classes.gone}`}>
        {format.money(amount, currency)}
      </Table.Td>
      <Table.Td>
        {letterId && letterReference && (
          <AnchorLink to="/dunning/letters" search={{ letter: letterId }} size="sm" className={classes.word ?? ''}>
            {t('charges:letter', { reference: letterReference })}
          </AnchorLink>
        )}
        {event === 'paid' && (
          <Text size="sm">
            {entry.creditNumber ? t('charges:receipt', { number: entry.creditNumber }) : t('charges:outside')}
          </Text>
        )}
        {reason !== '' && <Text size="sm">{reason}</Text>}
        {entry.documentName && (
          <Text size="xs" c="dimmed">
            {entry.documentName}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{by}</Table.Td>
      <Table.Td ta="right">
        {entry.undoable && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={readOnly}
            aria-label={t('charges:undoOf', { day: format.day(day) })}
            onClick={onUndo}
          >
            {t('charges:undo')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

const UndoDialog = ({ entry, onClose }: { entry: ChargeEntry; onClose: () => void }) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const undo = useCommand(api.charges.undo.mutationOptions(), {
    done: t('charges:undoDialog.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('charges:undoDialog.title')}
      submit={t('charges:undoDialog.submit')}
      disabled={reason.trim() === ''}
      pending={undo.isPending}
      error={undo.error}
      onClose={onClose}
      onSubmit={() => undo.mutate({ entryId: entry.id, reason: reason.trim() })}
    >
      <Text size="sm">{t(entry.event === 'paid' ? 'charges:undoDialog.paid' : 'charges:undoDialog.waived')}</Text>
      <TextInput
        data-autofocus
        required
        label={t('charges:undoDialog.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
