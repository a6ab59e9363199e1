import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { agencyOf } from '../../components/credit/agencyName.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'

/** The mappings kept, each for the reports of one agency. */
export const Mappings = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const readOnly = useReadOnly('import')
  const { data, error } = useQuery(api.ratings.mappings.queryOptions({ input: {} }))
  const mappings = data?.mappings ?? []
  const remove = useCommand(api.ratings.removeMapping.mutationOptions(), {
    done: t('ratings:mapping.removed'),
    undo: (_result, { id }) => {
      const former = mappings.find((one) => one.id === id)
      return former ? client.ratings.saveMapping({ ...former, id: null }) : Promise.resolve()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t('ratings:mapping.list')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(data && mappings.length === 0 ? 'ratings:mapping.listEmpty' : 'ratings:mapping.listAbout')}
        </Text>
        <ErrorNote error={error} />
        {mappings.map((mapping) => (
          <Group key={mapping.id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" fw={500}>
                {mapping.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t('ratings:mapping.by', {
                  format: mapping.format.toUpperCase(),
                  provider: agencyOf(mapping, t),
                  by: mapping.savedBy,
                })}
              </Text>
            </div>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              disabled={readOnly}
              aria-label={t('ratings:mapping.removeOf', { name: mapping.name })}
              onClick={() => remove.mutate({ id: mapping.id })}
            >
              {t('ratings:mapping.remove')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Modal>
  )
}
