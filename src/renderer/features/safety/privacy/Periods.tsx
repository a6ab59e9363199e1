import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Period } from '../../../../main/core/privacy/privacy.contract.ts'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { SafetyPart } from '../SafetyPart.tsx'
import { PeriodDialog } from './PeriodDialog.tsx'

/** How long each kind is kept, and by what. */
export const Periods = () => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('administer')
  const [changing, setChanging] = useState<Period | null>(null)
  const periods = useQuery(api.privacy.periods.queryOptions({ input: {} })).data?.periods ?? []
  const length = (months: number) =>
    months % 12 === 0
      ? t('safety:privacy.years', { count: months / 12 })
      : t('safety:privacy.months', { count: months })
  return (
    <SafetyPart title={t('safety:privacy.periods.title')} about={t('safety:privacy.periods.about')}>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {periods.map((period) => (
            <Table.Tr key={period.kind}>
              <Table.Th scope="row" fw={500}>
                {t(`safety:privacy.kinds.${period.kind}`)}
              </Table.Th>
              <Table.Td ta="right" miw={72}>
                {length(period.months)}
              </Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {period.own
                    ? t('safety:privacy.periods.own', {
                        day: format.day(period.setOn ?? ''),
                        by: period.setBy,
                        source: period.source,
                      })
                    : t(`safety:privacy.basis.${period.kind}`)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  size="xs"
                  disabled={readOnly}
                  aria-label={t('safety:privacy.periods.changeOf', { what: t(`safety:privacy.kinds.${period.kind}`) })}
                  onClick={() => setChanging(period)}
                >
                  {t('safety:privacy.periods.change')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changing && <PeriodDialog period={changing} onClose={() => setChanging(null)} />}
    </SafetyPart>
  )
}
