import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ClassBadge } from '../../components/credit/ClassBadge.tsx'
import { LimitBar } from '../../components/credit/LimitBar.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { DecisionNote } from './DecisionNote.tsx'
import { ProposalVersions } from './ProposalVersions.tsx'
import { ReviewState } from './ReviewState.tsx'
import { triggerDetailWords } from './useQueueWords.ts'
import { useReviewWords } from './useReviewWords.ts'

/** One review beside the list: its question, the figures frozen for it, what was proposed and decided. */
export const ReviewPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { data, error } = useQuery(api.reviews.get.queryOptions({ input: { id } }))
  const words = useReviewWords(data?.review.currency ?? 'EUR')
  if (!data)
    return (
      <SidePanel opened onClose={onClose} title={error ? t('reviews:list.title') : t('common:loading')}>
        <ErrorNote error={error} />
      </SidePanel>
    )
  const { review, evidence, proposals } = data
  return (
    <SidePanel opened onClose={onClose} title={review.reference}>
      <div>
        <Text fw={600}>{review.customerName}</Text>
        <Group gap={6} mt={4}>
          <ReviewState review={review} />
          <ClassBadge riskClass={review.class} inWords />
        </Group>
      </div>
      <LimitBar standing={evidence.exposure} currency={evidence.exposure.currency} />
      <Facts
        facts={[
          [t('reviews:list.columns.trigger'), t(`reviews:trigger.${review.trigger}`)],
          review.triggerDetail !== '' && [t('reviews:open.detail'), triggerDetailWords(review.triggerDetail, t)],
          [t('reviews:review.figures.recommended'), words.limit(evidence.recommendation.amount)],
          review.waitsFor.length > 0 && [t('reviews:list.columns.waitsFor'), review.waitsFor.join(', ')],
          review.dueOn !== null && [t('reviews:open.dueOn'), format.day(review.dueOn)],
        ]}
      />
      <DecisionNote data={data} />
      {proposals.length > 0 && (
        <section aria-label={t('reviews:review.proposal.versions')}>
          <Title order={3} mb={4}>
            {t('reviews:review.section.proposal')}
          </Title>
          <ProposalVersions data={data} />
        </section>
      )}
      <Button
        style={{ alignSelf: 'flex-start' }}
        rightSection={<Kbd size="xs">{t('common:shortcuts.keys.enter')}</Kbd>}
        onClick={() => navigate({ to: '/credit/reviews/$id', params: { id } })}
      >
        {t('reviews:queue.panel.open')}
      </Button>
    </SidePanel>
  )
}
