import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PlanChoice } from '../../components/PlanChoice.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { AgeingStrip } from './AgeingStrip.tsx'
import { CustomerFigures } from './CustomerFigures.tsx'
import { CustomerIdentity } from './CustomerIdentity.tsx'
import { CustomerState } from './CustomerState.tsx'
import { Timeline } from './Timeline.tsx'
import { useCustomer } from './useCustomer.ts'

type Props = { id: string; name: string; onClose: () => void }

/** One customer beside the list. */
export const CustomerPanel = ({ id, name, onClose }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const view = useCustomer(id)
  return (
    <SidePanel opened title={name} onClose={onClose}>
      <ErrorNote error={view.error} />
      {view.data && (
        <>
          <CustomerIdentity data={view.data} />
          <div>
            <CustomerState {...view} />
          </div>
          <PlanChoice customerId={id} />
          <CustomerFigures customer={view.data.customer} positions={view.data.positions} />
          {view.data.positions.map(({ currency }) => (
            <AgeingStrip
              key={currency}
              customerId={id}
              currency={currency}
              narrow
              onChoose={(bucket) => navigate({ to: '/customers/$id', params: { id }, search: { bucket, currency } })}
            />
          ))}
          <ButtonLink to="/customers/$id" params={{ id }} variant="default">
            {t('customers:page.open')}
          </ButtonLink>
          <Timeline customerId={id} />
        </>
      )}
    </SidePanel>
  )
}
