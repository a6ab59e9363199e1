import { Kbd, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import { DecisionNote } from './DecisionNote.tsx'
import { Discussion } from './Discussion.tsx'
import { DossierButton } from './DossierButton.tsx'
import { EvidenceSections } from './Evidence.tsx'
import { LetterSection } from './LetterSection.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { ProposalVersions } from './ProposalVersions.tsx'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewState } from './ReviewState.tsx'
import { RouteLine } from './RouteLine.tsx'
import classes from './reviews.module.css'
import { goToSection, keyOf, Section, sections } from './Section.tsx'

const route = getRouteApi('/book/credit/reviews/$id')

/** A credit review, read like a rating sheet: question, evidence, scores, recommendation, proposal, route, decision, letter. */
export const ReviewPage = () => {
  const t = useT()
  const { id } = route.useParams()
  const router = useRouter()
  const readOnly = useReadOnly('edit')
  const { data, error } = useQuery(api.reviews.get.queryOptions({ input: { id } }))
  useShortcuts([
    { key: 'Escape', label: t('reviews:review.leave'), run: () => router.history.back() },
    ...sections.map((name) => ({
      key: keyOf(name),
      label: t('reviews:review.goTo', { section: t(`reviews:review.section.${name}`) }),
      run: () => goToSection(name),
    })),
  ])
  if (error && codeOf(error) === 'not-found')
    return (
      <EmptyState
        title={t('reviews:review.notFound')}
        text={t('reviews:review.notFoundText')}
        action={<ButtonLink to="/credit/reviews">{t('reviews:review.back')}</ButtonLink>}
      />
    )
  if (!data) return <ErrorNote error={error} />
  const { review, proposals } = data
  const preparing = review.state === 'preparing' || review.state === 'returned'
  const open = preparing || review.state === 'submitted'
  return (
    <>
      <PageHeader
        title={t('reviews:review.title', { reference: review.reference, name: review.customerName })}
        actions={
          <>
            <ReviewState review={review} />
            <DossierButton id={id} />
          </>
        }
      />
      <div className={classes.page}>
        <nav className={classes.contents} aria-label={t('reviews:review.sections')}>
          {sections.map((name) => (
            <UnstyledButton key={name} className={classes.content} onClick={() => goToSection(name)}>
              <Kbd size="xs">{keyOf(name)}</Kbd>
              {t(`reviews:review.section.${name}`)}
            </UnstyledButton>
          ))}
        </nav>
        <article className={classes.document}>
          <DecisionNote data={data} />
          <Section name="question">
            <ReviewHead data={data} />
          </Section>
          <EvidenceSections data={data} />
          <Section name="proposal">
            {proposals.length > 0 && <ProposalVersions data={data} />}
            {preparing && !readOnly && <ProposalForm key={`${id} ${proposals.length} ${review.state}`} data={data} />}
            {proposals.length === 0 && (!preparing || readOnly) && (
              <p className={classes.words}>{t('reviews:review.proposal.none')}</p>
            )}
          </Section>
          <Section name="route">
            <RouteLine route={data.route} decidedOn={data.decision?.on ?? null} />
            {data.decision && <LetterSection data={data} />}
          </Section>
          <Section name="discussion">
            <Discussion data={data} />
          </Section>
        </article>
      </div>
      {open && <DecisionBar data={data} />}
    </>
  )
}
