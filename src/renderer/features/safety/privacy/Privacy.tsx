import { Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useT } from '../../../app/i18n.ts'
import { DueList } from './DueList.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { Erasures } from './Erasures.tsx'
import { Periods } from './Periods.tsx'
import { PersonAsks } from './PersonAsks.tsx'
import classes from './privacy.module.css'

const route = getRouteApi('/book/safety')

/** What the book knows of people: what is due to be erased, what one of them asks for, how long it is kept. */
export const Privacy = () => {
  const t = useT()
  const { erase, customer } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className={classes.page}>
      <Text c="dimmed" maw={760}>
        {t('safety:privacy.about')}
      </Text>
      <DueList />
      <PersonAsks />
      <Periods />
      <Erasures />
      {erase && customer && (
        <EraseDialog
          key={`${customer} ${erase}`}
          customerId={customer}
          kind={erase}
          onClose={() => navigate({ search: { section: 'privacy', customer }, replace: true })}
        />
      )}
    </div>
  )
}
