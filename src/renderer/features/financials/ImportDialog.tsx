import { List, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import type { Unit } from './statement.draft.ts'

type Props = { customer: Customer; file: File; onClose: () => void }

/** Reads a table of statements of this customer, and says what it made of it. */
export const ImportDialog = ({ customer, file, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const [unit, setUnit] = useState<Unit>(1)
  const [source, setSource] = useState('')
  const importing = useCommand(api.financials.import.mutationOptions(), { quiet: true })
  const report = importing.data
  return (
    <FormDialog
      title={t('financials:importing.title')}
      onClose={onClose}
      submit={t(report ? 'financials:importing.close' : 'financials:importing.submit')}
      pending={importing.isPending}
      error={importing.error}
      focusSubmit
      onSubmit={() =>
        report ? onClose() : importing.mutate({ customerId: customer.id, name: file.name, file, unit, source })
      }
    >
      <Text size="sm" fw={500}>
        {report ? t('financials:importing.done', { name: file.name }) : file.name}
      </Text>
      {!report && (
        <>
          <Text size="sm" c="dimmed">
            {t('financials:importing.about')}
          </Text>
          <Stack gap={4} align="flex-start">
            <Text size="sm" fw={500}>
              {t('financials:importing.unit')}
            </Text>
            <SegmentedControl
              aria-label={t('financials:importing.unit')}
              value={String(unit)}
              onChange={(value) => setUnit(value === '1000' ? 1000 : 1)}
              data={[
                { value: '1', label: t('financials:entry.unit1', { currency: 'EUR' }) },
                { value: '1000', label: t('financials:entry.unit1000', { currency: 'EUR' }) },
              ]}
            />
          </Stack>
          <TextInput
            label={t('financials:importing.source')}
            placeholder={t('financials:entry.sourceHint')}
            maxLength={120}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
        </>
      )}
      {report && (
        <Note tone="settled" role="status">
          <List size="sm" listStyleType="none">
            {report.statements.map(({ id, closedOn, lines, state }) => (
              <List.Item key={id}>
                {[
                  t('financials:importing.closed', { day: format.day(closedOn) }),
                  t('financials:importing.lines', { count: lines }),
                  t(`financials:importing.${state}`),
                ].join(' · ')}
              </List.Item>
            ))}
          </List>
        </Note>
      )}
      {report && report.ignored.length > 0 && (
        <Note tone="late" title={t('financials:importing.ignored')}>
          <Text size="sm">{report.ignored.join(' · ')}</Text>
        </Note>
      )}
    </FormDialog>
  )
}
