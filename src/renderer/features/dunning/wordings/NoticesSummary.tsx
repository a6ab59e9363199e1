import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ElementCheck } from '../../../../main/core/letters/formal.schema.ts'
import { formalElements } from '../../../../main/core/letters/formal.schema.ts'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'

type Props = { asOf: string; catchUp: boolean; keys: readonly string[] }
type Found = { element: ElementCheck['element']; state: 'missing' | 'to-check'; customers: string[] }

const FEW = 3

/** Before formal notices leave: what of their elements is missing or for a person to look at, and whose. */
export const NoticesSummary = ({ asOf, catchUp, keys }: Props) => {
  const t = useT()
  const { data, error } = useQuery(api.dunning.notices.queryOptions({ input: { asOf, catchUp, keys: [...keys] } }))
  if (error) return <ErrorNote error={error} />
  if (!data || data.notices.length === 0) return null
  const found = (state: Found['state']): Found[] =>
    formalElements.flatMap((element) => {
      const customers = data.notices
        .filter(({ elements }) => elements.some((one) => one.element === element && one.state === state))
        .map(({ customerName }) => customerName)
      return customers.length > 0 ? [{ element, state, customers }] : []
    })
  const whose = (customers: string[]): string =>
    customers.length === data.notices.length && customers.length > 1
      ? t('wordings:elements.inAll')
      : [...customers.slice(0, FEW), ...(customers.length > FEW ? ['…'] : [])].join(', ')
  const missing = found('missing')
  const open = found('to-check')
  return (
    <>
      <Text size="sm" fw={600}>
        {missing.length > 0
          ? t('wordings:elements.summary', { count: missing.length })
          : t('wordings:elements.present', { count: formalElements.length - open.length })}
      </Text>
      {[...missing, ...open].length > 0 && (
        <List size="sm" spacing={2}>
          {[...missing, ...open].map(({ element, state, customers }) => (
            <List.Item key={`${element} ${state}`}>
              {t('wordings:elements.of', {
                element: t(`wordings:elements.name.${element}`),
                state: t(`wordings:elements.state.${state}`),
                whose: whose(customers),
              })}
            </List.Item>
          ))}
        </List>
      )}
    </>
  )
}
