import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { keepDroppedFiles } from '../../app/droppedFile.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { BankTabs } from './BankTabs.tsx'
import classes from './bank.module.css'
import { useStatementColumns } from './useStatementColumns.tsx'
import { type StatementRow, useStatements } from './useStatements.ts'

/** Statements imported, newest first, each with its balances and what is left of it; a file dropped here is imported. */
export const StatementsPage = () => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const readOnly = useReadOnly('collect')
  const statements = useStatements()
  const columns = useStatementColumns()
  const lastDay = statements.first?.lastDay
  const take = (file: File) => {
    keepDroppedFiles([file])
    void navigate({ to: '/imports' })
  }
  return (
    <>
      <PageHeader title={t('bank:statements.title')}>
        <BankTabs value="statements" />
      </PageHeader>
      {lastDay && (
        <Text>
          {t('bank:statements.lastDay')} <strong>{format.day(lastDay)}</strong>
        </Text>
      )}
      <div className={classes.list}>
        <DataTable<StatementRow>
          label={t('bank:statements.title')}
          columns={columns}
          source={statements}
          rowId={({ id }) => id}
          onOpen={({ id, open }) =>
            navigate({ to: '/bank', search: { statement: id, ...(open === 0 && { show: 'all' as const }) } })
          }
          empty={
            <EmptyState
              title={t('bank:statements.empty.title')}
              text={t('bank:statements.empty.text')}
              action={<ButtonLink to="/imports">{t('bank:statements.empty.action')}</ButtonLink>}
            />
          }
        />
      </div>
      {!readOnly && (
        <FileDrop title={t('bank:statements.drop')} onFile={take}>
          <Text size="sm" c="dimmed">
            {t('bank:statements.dropText')}
          </Text>
        </FileDrop>
      )}
    </>
  )
}
