import { useQuery } from '@tanstack/react-query'
import type { Customer } from '../../../../main/core/customers/customers.contract.ts'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'
import { useShortcuts } from '../../../app/shortcuts.ts'
import { BehaviourSheet } from '../../../components/credit/BehaviourSheet.tsx'
import { RecommendationSheet } from '../../../components/credit/RecommendationSheet.tsx'
import { ScorecardSheet } from '../../../components/credit/ScorecardSheet.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { useLight } from '../header/useLight.ts'
import { BehaviourHistory } from './BehaviourHistory.tsx'
import { CreditActions } from './CreditActions.tsx'
import { DecisionsSection } from './DecisionsSection.tsx'
import { InformationSection } from './InformationSection.tsx'
import { LightNote } from './LightNote.tsx'
import { LimitSection } from './LimitSection.tsx'
import { Section } from './Section.tsx'
import { SheetFigures } from './SheetFigures.tsx'
import classes from './sheet.module.css'

const SECTIONS = ['exposure', 'scorecard', 'behaviour', 'information', 'recommendation', 'decisions'] as const

/** The credit of a customer on one page that reads like a rating sheet: what stands, what it rests on, what was decided. */
export const CreditTab = ({ customer }: { customer: Customer }) => {
  const t = useT()
  const input = { customerId: customer.id }
  const { light, error } = useLight(customer.id)
  const limits = useQuery(api.limits.ofCustomer.queryOptions({ input })).data
  const exposure = useQuery(api.limits.exposure.queryOptions({ input })).data
  const scorecard = useQuery(api.scorecards.get.queryOptions({ input })).data
  const behaviour = useQuery(api.behaviour.get.queryOptions({ input })).data
  const recommendation = useQuery(api.recommendations.get.queryOptions({ input })).data
  const show = (id: string) =>
    document.getElementById(`credit-${id}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  useShortcuts([
    {
      key: SECTIONS.map((_, i) => String(i + 1)),
      label: t('limits:sheet.sections'),
      run: (key) => show(SECTIONS[Number(key) - 1] ?? 'exposure'),
    },
  ])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.page} tabIndex={0} aria-label={t('limits:tab')}>
      <ErrorNote error={error} />
      {limits && <CreditActions customer={customer} limits={limits} verdict={light?.verdict ?? null} />}
      {light && <LightNote light={light} />}
      <SheetFigures
        customerId={customer.id}
        scorecard={scorecard ?? null}
        behaviour={behaviour ?? null}
        recommendation={recommendation ?? null}
      />
      <nav className={classes.jumps} aria-label={t('limits:sheet.sections')}>
        {SECTIONS.map((id, i) => (
          <button key={id} type="button" className={classes.jump} onClick={() => show(id)}>
            <kbd className={classes.key}>{i + 1}</kbd> {t(`limits:sheet.jump.${id}`)}
          </button>
        ))}
      </nav>
      <Section id="exposure" title={t('limits:sheet.exposure')}>
        {exposure && limits && <LimitSection exposure={exposure} limits={limits} />}
      </Section>
      <Section id="scorecard" title={t('limits:sheet.scorecard')}>
        {scorecard && <ScorecardSheet scorecard={scorecard} />}
      </Section>
      <Section id="behaviour" title={t('limits:sheet.behaviour')}>
        {behaviour && (
          <div className={classes.beside}>
            <BehaviourSheet behaviour={behaviour} />
            <BehaviourHistory customerId={customer.id} />
          </div>
        )}
      </Section>
      <Section id="information" title={t('limits:sheet.information')}>
        <InformationSection customerId={customer.id} />
      </Section>
      <Section id="recommendation" title={t('limits:sheet.recommendation')}>
        {recommendation && <RecommendationSheet recommendation={recommendation} />}
      </Section>
      <Section id="decisions" title={t('limits:sheet.decisions')}>
        {limits && <DecisionsSection limits={limits} currency={exposure?.currency ?? 'EUR'} />}
      </Section>
    </section>
  )
}
