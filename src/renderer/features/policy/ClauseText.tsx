import { List, Table, Text } from '@mantine/core'
import type { Block, TableCell, TableColumn, TableRow } from '../../../main/core/letters/document.model.ts'
import { typographic } from '../../../main/core/letters/typography.rules.ts'
import { useLanguage } from '../../app/i18n.ts'
import classes from './policy.module.css'

/** What a clause says, in the very words of the printed policy. */
export const ClauseText = ({ blocks }: { blocks: readonly Block[] }) => {
  const language = useLanguage()
  const set = (text: string) => typographic(text, language)
  return blocks.map((block, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is read has no name but its place, and never moves
    <BlockView key={i} block={block} set={set} />
  ))
}

type Setting = (text: string) => string

const BlockView = ({ block, set }: { block: Block; set: Setting }) => {
  switch (block.kind) {
    case 'paragraph':
      return <p data-tone={block.tone}>{set(block.text)}</p>
    case 'heading':
      return <h3>{set(block.text)}</h3>
    case 'note':
      return (
        <Text size="xs" c="dimmed" mt={6}>
          {set(block.text)}
        </Text>
      )
    case 'list':
      return (
        <List size="sm" mt={4}>
          {block.items.map(({ text }) => (
            <List.Item key={text}>{set(text)}</List.Item>
          ))}
        </List>
      )
    case 'table':
      return <TableView columns={block.columns} rows={[...block.rows, ...(block.totals ?? [])]} set={set} />
    case 'columns':
      return block.columns.map((column, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what stands beside one another on paper follows on screen
        <ClauseText key={i} blocks={column} />
      ))
    default:
      return null
  }
}

const cellsOf = (row: TableRow): readonly TableCell[] => ('cells' in row ? row.cells : row)

type TableProps = { columns: readonly TableColumn[]; rows: readonly TableRow[]; set: Setting }

const TableView = ({ columns, rows, set }: TableProps) => (
  <Table className={classes.table} verticalSpacing={3} horizontalSpacing={8} mt={6}>
    <Table.Thead>
      <Table.Tr>
        {columns.map(({ label, align }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column may have no label
          <Table.Th key={i} ta={align ?? 'left'}>
            {label}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are read, never moved
        <Table.Tr key={i}>
          {cellsOf(row).map((cell, at) => (
            <Table.Td
              // biome-ignore lint/suspicious/noArrayIndexKey: cells follow their columns
              key={at}
              ta={columns[at]?.align ?? 'left'}
              data-tone={typeof cell === 'string' ? undefined : cell.tone}
            >
              {set(typeof cell === 'string' ? cell : cell.text)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)
