import { Button, Table, Text } from '@mantine/core'
import type { Backup } from '../../../main/core/backups/backups.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { sizeText } from './backup.words.ts'
import classes from './backups.module.css'

type Props = {
  label: string
  backups: readonly Backup[]
  /** Left out where a role does not allow it. */
  onRestore?: (backup: Backup) => void
}

/** Backups of a book, newest first; each can be looked at and restored. */
export const BackupTable = ({ label, backups, onRestore }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <Table aria-label={label} className={classes.table} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('backups:list.at')}</Table.Th>
          <Table.Th className={classes.figure}>{t('backups:list.size')}</Table.Th>
          <Table.Th>{t('backups:list.kind')}</Table.Th>
          <Table.Th>{t('backups:list.verified')}</Table.Th>
          <Table.Th>{t('backups:list.lastEntry')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((backup) => (
          <Table.Tr key={backup.path}>
            <Table.Td>{format.moment(backup.at)}</Table.Td>
            <Table.Td className={classes.figure}>{sizeText(backup.bytes, t, format)}</Table.Td>
            <Table.Td>{t(`backups:kinds.${backup.kind}`)}</Table.Td>
            <Table.Td>
              {backup.verified ? (
                t('backups:list.yes')
              ) : (
                <Text span size="sm" c="dimmed">
                  {t('backups:list.unknown')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{backup.lastEntryAt && format.moment(backup.lastEntryAt)}</Table.Td>
            <Table.Td className={classes.figure}>
              {onRestore && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('backups:list.restoreOf', { moment: format.moment(backup.at) })}
                  onClick={() => onRestore(backup)}
                >
                  {t('backups:list.restore')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
