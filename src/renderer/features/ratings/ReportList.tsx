import { Button, Group, Table, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { agencyOf } from '../../components/credit/agencyName.ts'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './ratings.module.css'

/** Every report kept of a customer, the newest first. */
export const ReportList = ({ ratings, onEdit }: { ratings: readonly Rating[]; onEdit: (rating: Rating) => void }) => {
  const t = useT()
  return (
    <section aria-label={t('ratings:all')}>
      <Title order={2}>{t('ratings:all')}</Title>
      <div className={classes.scroll}>
        <Table aria-label={t('ratings:all')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ratings:columns.day')}</Table.Th>
              <Table.Th>{t('ratings:columns.provider')}</Table.Th>
              <Table.Th>{t('ratings:columns.values')}</Table.Th>
              <Table.Th ta="right">{t('ratings:columns.limit')}</Table.Th>
              <Table.Th>{t('ratings:columns.source')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ratings.map((rating) => (
              <ReportRow key={rating.id} rating={rating} onEdit={onEdit} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}

const ReportRow = ({ rating, onEdit }: { rating: Rating; onEdit: (rating: Rating) => void }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const readOnly = useReadOnly('edit')
  const names = { provider: agencyOf(rating, t), day: format.day(rating.day) }
  const attach = useCommand(api.ratings.attach.mutationOptions(), {
    done: (_result, { name }) => t('ratings:attached', { name }),
  })
  const remove = useCommand(api.ratings.remove.mutationOptions(), { done: t('ratings:removing.done') })
  const ask = () =>
    modals.openConfirmModal({
      title: t('ratings:removing.title', names),
      children: <Text size="sm">{t('ratings:removing.text')}</Text>,
      labels: { confirm: t('ratings:removing.confirm'), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => remove.mutate({ id: rating.id }),
    })
  return (
    <Table.Tr>
      <Table.Td className={classes.figure}>
        {names.day} {rating.stale && <ToneBadge tone="late">{t('ratings:stale')}</ToneBadge>}
      </Table.Td>
      <Table.Td>{names.provider}</Table.Td>
      <Table.Td>
        {rating.values.map((value) => (
          <div key={`${value.scale} ${value.label}`}>
            <span className={classes.small}>{value.name[language]}</span> <strong>{value.value}</strong>
          </div>
        ))}
        {rating.note && <div className={classes.small}>{rating.note}</div>}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {rating.recommendedLimit === null ? t('common:none') : format.money(rating.recommendedLimit, rating.currency)}
      </Table.Td>
      <Table.Td className={classes.source}>
        {rating.source === 'entry' ? t('ratings:entry') : rating.source}
        <AttachedFile
          needed="edit"
          documentId={rating.documentId}
          documentName={rating.documentName}
          onAttach={(file) => attach.mutate({ id: rating.id, name: file.name, file })}
          pending={attach.isPending}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={readOnly}
            aria-label={t('ratings:editOf', names)}
            onClick={() => onEdit(rating)}
          >
            {t('ratings:edit')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={readOnly}
            aria-label={t('ratings:removeOf', names)}
            onClick={ask}
          >
            {t('ratings:remove')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
