import { ScrollArea, Stack, Table, Text, Title } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { itemRowKinds } from '../../../../main/core/imports/imports.contract.ts'
import { useT } from '../../../app/i18n.ts'
import { DayText } from '../../../components/DayText.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { MoneyText } from '../../../components/MoneyText.tsx'
import { Note } from '../../../components/Note.tsx'
import classes from './mapping.module.css'
import type { MappingPreview as Preview } from './useMappingPreview.ts'

/** Receipts and credit notes take off what the customer owes. */
const CREDITS = ['credit_note', 'payment']

type Row = Preview['rows'][number]
type Problem = Preview['problems'][number]

/** The first rows as they will be read, the ones that cannot be marked with the reason. */
export const MappingPreview = ({ preview }: { preview: Preview }) => {
  const t = useT()
  const { rows, problems, stale, error } = preview
  const lines = linesOf(rows, problems)
  const incomplete = error instanceof ORPCError && error.code === 'import.mapping-incomplete'
  return (
    <Stack gap={6} miw={0}>
      <Title order={3}>
        {t('imports:mapping.preview')}
        {rows.length > 0 && (
          <Text component="span" c="dimmed" size="sm" fw={400}>
            {' '}
            {t('imports:mapping.previewCount', { count: rows.length })}
          </Text>
        )}
      </Title>
      {!incomplete && <ErrorNote error={error} />}
      {lines.length === 0 && !error && !stale && <Note>{t('imports:mapping.previewEmpty')}</Note>}
      {lines.length > 0 && (
        <ScrollArea.Autosize
          mah={400}
          type="auto"
          className={classes.frame}
          data-stale={stale || undefined}
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('imports:mapping.preview') }}
        >
          <Table stickyHeader className={classes.preview}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">{t('imports:mapping.line')}</Table.Th>
                <Table.Th>{t('imports:mapping.fields.kind')}</Table.Th>
                <Table.Th>{t('imports:mapping.fields.number')}</Table.Th>
                <Table.Th>{t('imports:mapping.groups.customer')}</Table.Th>
                <Table.Th ta="right">{t('imports:mapping.fields.issued')}</Table.Th>
                <Table.Th ta="right">{t('imports:mapping.fields.due')}</Table.Th>
                <Table.Th ta="right">{t('imports:mapping.fields.amount')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ line, row, refused }) => (
                <PreviewLine key={line} line={line} row={row} refused={refused} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Stack>
  )
}

type Line = { line: number; row: Row | undefined; refused: Problem[] }

const linesOf = (rows: readonly Row[], problems: readonly Problem[]): Line[] => {
  const byLine = Map.groupBy(problems, ({ line }) => line)
  const read = new Map(rows.map((row) => [row.line, row]))
  return [...new Set([...read.keys(), ...byLine.keys()])]
    .sort((a, b) => a - b)
    .map((line) => ({ line, row: read.get(line), refused: byLine.get(line) ?? [] }))
}

const PreviewLine = ({ line, row, refused }: Line) => {
  const t = useT()
  const kind = itemRowKinds.find((one) => one === row?.kind)
  return (
    <>
      {row && (
        <Table.Tr data-refused={refused.length > 0 || undefined}>
          <Table.Td ta="right">{line}</Table.Td>
          <Table.Td>{kind ? t(`imports:mapping.kindOf.${kind}`) : ''}</Table.Td>
          <Table.Td>{row.number}</Table.Td>
          <Table.Td>{[row.customerCode, row.customerName].filter(Boolean).join(' · ')}</Table.Td>
          <Table.Td ta="right">{row.issued && <DayText day={row.issued} />}</Table.Td>
          <Table.Td ta="right">{row.due && <DayText day={row.due} />}</Table.Td>
          <Table.Td ta="right">
            {row.amount !== null && row.currency && (
              <MoneyText
                amount={CREDITS.includes(row.kind) ? -row.amount : row.amount}
                currency={row.currency}
                showCurrency
              />
            )}
          </Table.Td>
        </Table.Tr>
      )}
      {refused.map(({ field, value, reason }) => (
        <Table.Tr key={`${field} ${reason}`} data-refused>
          <Table.Td ta="right">{row ? '' : line}</Table.Td>
          <Table.Td colSpan={6}>
            {[field, value && t('imports:refused.quoted', { value }), t(`imports:refused.reasons.${reason}`)]
              .filter(Boolean)
              .join(' · ')}
          </Table.Td>
        </Table.Tr>
      ))}
    </>
  )
}
