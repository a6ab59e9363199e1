import { Table, Text } from '@mantine/core'
import type { CheckedFile } from '../../../main/core/registers/registers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './registers.module.css'

/** Of the lines that could not be read, as many as the eye takes in. */
const SHOWN = 5

export const CheckedFiles = ({ files }: { files: readonly CheckedFile[] }) => {
  const t = useT()
  const format = useFormat()
  return (
    <Table aria-label={t('registers:report.files')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('registers:report.file')}</Table.Th>
          <Table.Th>{t('registers:report.register')}</Table.Th>
          <Table.Th ta="right">{t('registers:report.records')}</Table.Th>
          <Table.Th ta="right">{t('registers:report.matched')}</Table.Th>
          <Table.Th ta="right">{t('registers:report.problems')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map((file) => (
          <Table.Tr key={file.name}>
            <Table.Td>
              {file.name}
              {file.problemCount > 0 && (
                <>
                  {file.problemCount > SHOWN && (
                    <Text size="xs" c="dimmed">
                      {t('registers:report.problemsFirst', { count: file.problemCount })}
                    </Text>
                  )}
                  <ul className={classes.problems}>
                    {file.problems.slice(0, SHOWN).map(({ line, value, reason }) => (
                      <li key={`${line} ${value}`}>
                        {t('registers:report.problem', { line, value, reason: t(`registers:report.reason.${reason}`) })}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </Table.Td>
            <Table.Td>{t(`registers:register.${file.register}`)}</Table.Td>
            <Table.Td ta="right">{format.number(file.records)}</Table.Td>
            <Table.Td ta="right">{format.number(file.matched)}</Table.Td>
            <Table.Td ta="right">
              {file.problemCount === 0 ? t('common:none') : format.number(file.problemCount)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
