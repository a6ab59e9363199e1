import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import classes from './financials.module.css'

type Props = { statement: Statement; onEdit: (statement: Statement) => void }

/** What a statement is: its closing, its length, who vouches for it, the document it was read in. */
export const YearHead = ({ statement, onEdit }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('edit')
  const day = format.day(statement.closedOn)
  const attach = useCommand(api.financials.attach.mutationOptions(), {
    done: (_result, { name }) => t('financials:attached', { name }),
  })
  const remove = useCommand(api.financials.remove.mutationOptions(), { done: t('financials:removing.done') })
  const ask = () =>
    modals.openConfirmModal({
      title: t('financials:removing.title', { day }),
      children: <Text size="sm">{t('financials:removing.text')}</Text>,
      labels: { confirm: t('financials:removing.confirm'), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => remove.mutate({ id: statement.id }),
    })
  return (
    <div className={classes.head}>
      <strong>{t('financials:years.closed', { day })}</strong>
      <span className={classes.small}>
        {[
          t('financials:years.months', { count: statement.months }),
          t(statement.audited ? 'financials:years.audited' : 'financials:years.unaudited'),
          statement.consolidated && t('financials:years.consolidated'),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {statement.source && (
        <span className={classes.small}>{t('financials:years.source', { source: statement.source })}</span>
      )}
      {statement.note && <span className={classes.small}>{statement.note}</span>}
      <Group gap={4} justify="flex-end" wrap="nowrap">
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={readOnly}
          aria-label={t('financials:years.editOf', { day })}
          onClick={() => onEdit(statement)}
        >
          {t('financials:years.edit')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={readOnly}
          aria-label={t('financials:years.removeOf', { day })}
          onClick={ask}
        >
          {t('financials:years.remove')}
        </Button>
      </Group>
      <AttachedFile
        needed="edit"
        documentId={statement.documentId}
        documentName={statement.documentName}
        onAttach={(file) => attach.mutate({ id: statement.id, name: file.name, file })}
        pending={attach.isPending}
      />
    </div>
  )
}
