import { Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import { IssueEffects } from './IssueEffects.tsx'
import { groupByLevel, sumByCurrency } from './proposal.lines.ts'
import { NoticesSummary } from './wordings/NoticesSummary.tsx'

type Props = {
  asOf: string
  catchUp: boolean
  letters: readonly ProposedLetter[]
  onConfirm: () => void
  onClose: () => void
}

/** Names what issuing does before it is done; a formal notice asks for a tick of its own. */
export const IssueConfirm = ({ asOf, catchUp, letters, onConfirm, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const [agreed, setAgreed] = useState(false)
  const count = letters.length
  const formal = letters.filter(({ approval }) => approval !== 'none').length
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('dunning:proposal.issue.title', { count, day: format.day(asOf) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Table>
          <Table.Tbody>
            {groupByLevel(letters).map((group) => (
              <Table.Tr key={group.key}>
                <Table.Td>
                  {group.name}
                  {group.plan && (
                    <Text size="xs" c="dimmed">
                      {group.plan}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {t(`dunning:channel.${group.letters[0]?.channel ?? 'letter'}`)}
                </Table.Td>
                <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {t('dunning:count.letters', { count: group.letters.length })}
                </Table.Td>
                <Table.Td ta="right">
                  {sumByCurrency(group.letters)
                    .map(({ currency, total }) => format.money(total, currency))
                    .join(' + ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm">{t('dunning:proposal.issue.consequence', { count })}</Text>
        <IssueEffects letters={letters} />
        {formal > 0 && (
          <Note tone="late">
            <Stack gap="xs">
              <Text size="sm">{t('dunning:proposal.issue.formalNote')}</Text>
              <NoticesSummary asOf={asOf} catchUp={catchUp} keys={letters.map(({ key }) => key)} />
              <Checkbox
                data-autofocus
                label={t('dunning:proposal.issue.formal', { count: formal })}
                checked={agreed}
                onChange={(event) => setAgreed(event.currentTarget.checked)}
              />
            </Stack>
          </Note>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dunning:proposal.issue.cancel')}
          </Button>
          <Button data-autofocus={formal === 0 || undefined} disabled={formal > 0 && !agreed} onClick={onConfirm}>
            {t('dunning:proposal.issue.button', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
