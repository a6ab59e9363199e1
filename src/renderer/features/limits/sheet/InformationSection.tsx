import { Group, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../../api/client.ts'
import { CustomerApplications, CustomerRegisters } from '../../../app/customerParts.ts'
import { useT } from '../../../app/i18n.ts'
import { RatingsRow } from '../../../components/credit/RatingsRow.tsx'
import { RatiosTable } from '../../../components/credit/RatiosTable.tsx'
import { AnchorLink } from '../../../components/links.tsx'
import classes from './sheet.module.css'
import { yearOf } from './statement.year.ts'

const YEARS = 3

/** What others say and what the customer published: reports side by side, three years of accounts, registers. */
export const InformationSection = ({ customerId }: { customerId: string }) => {
  const t = useT()
  const input = { customerId }
  const ratings = useQuery(api.ratings.ofCustomer.queryOptions({ input })).data
  const financials = useQuery(api.financials.list.queryOptions({ input })).data
  const link = (tab: string, label: string) => (
    <AnchorLink to="/customers/$id" params={{ id: customerId }} search={{ tab }} fz="sm">
      {label}
    </AnchorLink>
  )
  return (
    <div className={classes.stack}>
      <CustomerRegisters customerId={customerId} />
      <CustomerApplications customerId={customerId} />
      <Part title={t('limits:sheet.reports')} end={link('reports', t('limits:sheet.seeReports'))}>
        {ratings && <RatingsRow ratings={ratings.newest} />}
      </Part>
      <Part title={t('limits:sheet.statements')} end={link('statements', t('limits:sheet.seeStatements'))}>
        {financials && <RatiosTable statements={financials.statements.slice(0, YEARS).map(yearOf)} />}
      </Part>
    </div>
  )
}

const Part = ({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) => (
  <div>
    <Group justify="space-between" mb={4}>
      <Title order={3}>{title}</Title>
      {end}
    </Group>
    {children}
  </div>
)
