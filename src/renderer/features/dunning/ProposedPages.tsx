import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ProposedLetter } from '../../../main/core/dunning/dunning.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PagesView } from '../../components/PagesView.tsx'

type Props = {
  letter: ProposedLetter | null
  asOf: string
  catchUp: boolean
  /** When the proposal was read. */
  readAt: number
}

/** The letter as the customer will see it, before it is issued. */
export const ProposedPages = ({ letter, asOf, catchUp, readAt }: Props) => {
  const t = useT()
  const call = api.dunning.previewLetter.queryOptions({ input: { asOf, catchUp, key: letter?.key ?? '' } })
  const { data, error, isPlaceholderData } = useQuery({
    ...call,
    // Read again with the proposal it belongs to, never before: a letter just issued is proposed no longer.
    queryKey: [...call.queryKey, readAt],
    staleTime: 'static',
    enabled: letter !== null && letter.channel !== 'call',
    placeholderData: keepPreviousData,
  })
  if (!letter) return <Text c="dimmed">{t('dunning:proposal.letter.none')}</Text>
  if (letter.channel === 'call') return <Text c="dimmed">{t('dunning:proposal.letter.call')}</Text>
  if (error) return <ErrorNote error={error} />
  if (!data) return <Text c="dimmed">{t('dunning:proposal.letter.loading')}</Text>
  return (
    <PagesView
      pages={data.pages}
      stale={isPlaceholderData}
      label={(page) => t('dunning:proposal.letter.page', { page, customer: letter.customerName })}
    />
  )
}
