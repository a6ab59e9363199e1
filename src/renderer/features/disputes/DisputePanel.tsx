import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { DisputeActions } from './DisputeActions.tsx'
import { DisputeFacts } from './DisputeFacts.tsx'
import { DisputeSteps } from './DisputeSteps.tsx'

type Props = { id: string; onClose: () => void; customerLink?: boolean }

/** One dispute beside the list: how it stands, what can be done, what was. */
export const DisputePanel = ({ id, onClose, customerLink = false }: Props) => {
  const t = useT()
  const { data, error } = useQuery(api.disputes.get.queryOptions({ input: { id } }))
  const number = data?.dispute.itemNumber
  return (
    <SidePanel opened onClose={onClose} title={number ? t('disputes:of', { number }) : t('common:loading')}>
      <ErrorNote error={error} />
      {data && (
        <>
          <DisputeFacts dispute={data.dispute} />
          <DisputeActions dispute={data.dispute} />
          <DisputeSteps steps={data.steps} currency={data.dispute.currency} />
          {customerLink && (
            <ButtonLink
              to="/customers/$id"
              params={{ id: data.dispute.customerId }}
              variant="default"
              style={{ alignSelf: 'flex-start' }}
            >
              {t('disputes:list.openCustomer')}
            </ButtonLink>
          )}
        </>
      )}
    </SidePanel>
  )
}
