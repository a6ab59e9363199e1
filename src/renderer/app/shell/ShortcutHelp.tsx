import { Kbd, Modal, Stack, Table, Title } from '@mantine/core'
import { useT } from '../i18n.ts'
import { keyName, useCurrentShortcuts } from '../shortcuts.ts'

export const ShortcutHelp = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const t = useT()
  const here = useCurrentShortcuts()
  const namesOf = (keys: readonly string[]): string =>
    [keys[0], ...(keys.length > 1 ? [keys.at(-1)] : [])].map((key) => keyName(key ?? '', t)).join(' … ')
  const groups: { title: string; keys: [string[], string][] }[] = [
    {
      title: t('common:shortcuts.everywhere'),
      keys: [
        [['Ctrl K'], t('common:shortcuts.palette')],
        [['/'], t('common:shortcuts.search')],
        [['?'], t('common:shortcuts.help')],
        [['F1'], t('help:shortcut')],
      ],
    },
    {
      title: t('common:shortcuts.lists'),
      keys: [
        [['↓ ↑', 'j k'], t('common:shortcuts.walk')],
        [[t('common:shortcuts.keys.home'), t('common:shortcuts.keys.end')], t('common:shortcuts.ends')],
        [[t('common:shortcuts.keys.enter')], t('common:shortcuts.open')],
        [[t('common:shortcuts.keys.space')], t('common:shortcuts.tick')],
        [[t('common:shortcuts.keys.escape')], t('common:shortcuts.leave')],
      ],
    },
    {
      title: t('common:shortcuts.here'),
      keys: here.map(({ key, label }) => [[namesOf([key].flat())], label]),
    },
  ]
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('common:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        {groups
          .filter(({ keys }) => keys.length > 0)
          .map(({ title, keys }) => (
            <section key={title}>
              <Title order={3}>{title}</Title>
              <Table>
                <Table.Tbody>
                  {keys.map(([names, what]) => (
                    <Table.Tr key={what}>
                      <Table.Td w={120}>
                        {names.map((name) => (
                          <Kbd key={name} mr={4}>
                            {name}
                          </Kbd>
                        ))}
                      </Table.Td>
                      <Table.Td>{what}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          ))}
      </Stack>
    </Modal>
  )
}
