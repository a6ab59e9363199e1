import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Company } from '../../../main/core/company/company.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { BankAccounts } from './BankAccounts.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import classes from './company.module.css'
import { type Section, sections } from './company.search.ts'
import { ExchangeRates } from './exchange/ExchangeRates.tsx'
import { Letterhead } from './Letterhead.tsx'
import { Rates } from './rates/Rates.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useCompanyDraft } from './useCompanyDraft.ts'

const route = getRouteApi('/book/company')

export const CompanyPage = () => {
  const t = useT()
  const { section = 'company' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: company, error } = useQuery(api.company.get.queryOptions({ input: {} }))
  const show = (value: string | null) =>
    navigate({ search: { section: sections.find((one) => one === value && one !== 'company') } })
  return (
    <Tabs value={section} onChange={show} activateTabWithKeyboard={false} className={classes.page}>
      <PageHeader title={t('company:title')}>
        <Tabs.List aria-label={t('company:title')}>
          {sections.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`company:sections.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </PageHeader>
      <ErrorNote error={error} />
      {company && <Settings company={company} />}
    </Tabs>
  )
}

/** One draft of the company for every section: going from one to another loses nothing. */
const Settings = ({ company }: { company: Company }) => {
  const draft = useCompanyDraft(company)
  const contents: Record<Section, ReactNode> = {
    company: <CompanyForm draft={draft} />,
    bank: <BankAccounts company={company} />,
    letterhead: <Letterhead company={company} draft={draft} />,
    rates: <Rates />,
    exchange: <ExchangeRates />,
  }
  return (
    <>
      {sections.map((section) => (
        <Tabs.Panel key={section} value={section}>
          {contents[section]}
        </Tabs.Panel>
      ))}
      <SaveBar draft={draft} />
      <LeaveGuard dirty={draft.dirty} />
    </>
  )
}
