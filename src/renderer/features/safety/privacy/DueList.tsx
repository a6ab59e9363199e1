import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Due, ErasureKind } from '../../../../main/core/privacy/privacy.contract.ts'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { AnchorLink, ButtonLink } from '../../../components/links.tsx'
import { SafetyPart } from '../SafetyPart.tsx'
import { useHindranceWords } from './useHindranceWords.ts'

const erasureOf = ({ kind }: Due): ErasureKind => (kind === 'prospect' ? 'customer' : kind)

/** What is past its period: a person looks at each and decides. */
export const DueList = () => {
  const t = useT()
  const format = useFormat()
  const hindered = useHindranceWords()
  const { data, error } = useQuery(api.privacy.due.queryOptions({ input: {} }))
  return (
    <SafetyPart title={t('safety:privacy.due.title')} about={t('safety:privacy.due.about')}>
      <ErrorNote error={error} />
      {data && data.due.length === 0 && <Text size="sm">{t('safety:privacy.due.none')}</Text>}
      {data && data.due.length > 0 && (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('safety:privacy.due.columns.customer')}</Table.Th>
              <Table.Th>{t('safety:privacy.due.columns.what')}</Table.Th>
              <Table.Th ta="right">{t('safety:privacy.due.columns.since')}</Table.Th>
              <Table.Th ta="right">{t('safety:privacy.due.columns.dueOn')}</Table.Th>
              <Table.Th>{t('safety:privacy.due.columns.hindrance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.due.map((due) => (
              <Table.Tr key={`${due.kind} ${due.customer.id}`}>
                <Table.Td>
                  <AnchorLink to="/customers/$id" params={{ id: due.customer.id }} size="sm">
                    {due.customer.name}
                  </AnchorLink>
                </Table.Td>
                <Table.Td>
                  {t(`safety:privacy.kinds.${due.kind}`)}
                  {due.until && (
                    <Text size="xs" c="dimmed">
                      {t('safety:privacy.due.rows', { count: due.rows, until: format.day(due.until) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{format.day(due.since)}</Table.Td>
                <Table.Td ta="right">{format.day(due.dueOn)}</Table.Td>
                <Table.Td>
                  {hindered(due.hindrances) || (
                    <ButtonLink
                      to="/safety"
                      search={{ section: 'privacy', customer: due.customer.id, erase: erasureOf(due) }}
                      variant="default"
                      size="xs"
                      aria-label={t('safety:privacy.due.lookAt', {
                        customer: due.customer.name,
                        what: t(`safety:privacy.kinds.${due.kind}`),
                      })}
                    >
                      {t('safety:privacy.due.look')}
                    </ButtonLink>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {data && data.more > 0 && (
        <Text size="sm" c="dimmed">
          {t('safety:privacy.due.more', { count: data.more })}
        </Text>
      )}
    </SafetyPart>
  )
}
