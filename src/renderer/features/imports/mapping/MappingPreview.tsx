import { ScrollArea, Stack, Table, Text, Title } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useT } from '../../../app/i18n.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Note } from '../../../components/Note.tsx'
import type { Draft } from './draft.ts'
import classes from './mapping.module.css'
import type { MappingPreview as Preview } from './useMappingPreview.ts'
import { type PreviewColumn, usePreviewColumns } from './usePreviewColumns.tsx'

type Row = Preview['rows'][number]
type Problem = Preview['problems'][number]

/** The first rows as they will be read, the ones that cannot be marked with the reason. */
export const MappingPreview = ({ preview, mapping }: { preview: Preview; mapping: Draft }) => {
  const t = useT()
  const columns = usePreviewColumns(mapping)
  const { rows, problems, stale, error } = preview
  const lines = linesOf(rows, problems)
  const incomplete = error instanceof ORPCError && error.code === 'import.mapping-incomplete'
  return (
    <Stack gap={6} miw={0}>
      <Title order={3}>
        {t('imports:mapping.preview')}
        {lines.length > 0 && (
          <Text component="span" c="dimmed" size="sm" fw={400}>
            {' '}
            {t('imports:mapping.previewCount', { count: lines.length })}
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
          <Table stickyHeader horizontalSpacing={8} className={classes.preview}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">{t('imports:mapping.line')}</Table.Th>
                {columns.map(({ id, header, align }) => (
                  <Table.Th key={id} ta={align}>
                    {header}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <PreviewLine key={line.line} {...line} columns={columns} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Stack>
  )
}

/** A line of the file may hold an invoice and its receipt. */
type Line = { line: number; rows: Row[]; refused: Problem[] }

const linesOf = (rows: readonly Row[], problems: readonly Problem[]): Line[] => {
  const refused = Map.groupBy(problems, ({ line }) => line)
  const read = Map.groupBy(rows, ({ line }) => line)
  return [...new Set([...read.keys(), ...refused.keys()])]
    .sort((a, b) => a - b)
    .map((line) => ({ line, rows: read.get(line) ?? [], refused: refused.get(line) ?? [] }))
}

const PreviewLine = ({ line, rows, refused, columns }: Line & { columns: readonly PreviewColumn[] }) => {
  const t = useT()
  return (
    <>
      {rows.map((row, i) => (
        <Table.Tr key={`${row.kind} ${row.number}`}>
          <Table.Td ta="right">{i === 0 && line}</Table.Td>
          {columns.map(({ id, align, cell }) => (
            <Table.Td key={id} ta={align}>
              {cell(row)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
      {refused.map(({ field, value, reason }, i) => (
        <Table.Tr key={`${field} ${reason}`} data-refused>
          <Table.Td ta="right">{rows.length === 0 && i === 0 && line}</Table.Td>
          <Table.Td colSpan={columns.length}>
            {[field, value && t('imports:refused.quoted', { value }), t(`imports:refused.reasons.${reason}`)]
              .filter(Boolean)
              .join(' · ')}
          </Table.Td>
        </Table.Tr>
      ))}
    </>
  )
}
