import { Button, Collapse, ScrollArea, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useT } from '../../app/i18n.ts'

type Props = { header: readonly string[]; rows: readonly (readonly string[])[] }

/** The first rows as they stand in the file. */
export const FirstRows = ({ header, rows }: Props) => {
  const t = useT()
  const [opened, { toggle }] = useDisclosure(false)
  if (rows.length === 0) return null
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        color="gray"
        onClick={toggle}
        aria-expanded={opened}
        leftSection={opened ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
      >
        {t('imports:file.firstRows')}
      </Button>
      <Collapse expanded={opened}>
        <RowsTable header={header} rows={rows} />
      </Collapse>
    </div>
  )
}

/** Cells as text; wider than the screen, it scrolls by itself. */
const RowsTable = ({ header, rows }: Props) => {
  const t = useT()
  return (
    <ScrollArea
      type="auto"
      mt="xs"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('imports:file.firstRows') }}
    >
      <Table withTableBorder withColumnBorders style={{ whiteSpace: 'nowrap' }}>
        <Table.Thead>
          <Table.Tr>
            {header.map((name, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
              <Table.Th key={position}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position
            <Table.Tr key={line}>
              {header.map((_, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                <Table.Td key={position}>{row[position] ?? ''}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
