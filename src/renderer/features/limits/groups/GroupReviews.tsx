import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { AnchorLink } from '../../../components/links.tsx'
import classes from '../limits.module.css'

/** Reviews of a group's members, newest first. */
export const GroupReviews = ({ groupId }: { groupId: string }) => {
  const t = useT()
  const format = useFormat()
  const reviews = useQuery(api.reviews.group.queryOptions({ input: { groupId } })).data?.reviews
  if (!reviews) return null
  return (
    <section>
      <Title order={3}>{t('limits:groups.reviews')}</Title>
      {reviews.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('limits:groups.noReview')}
        </Text>
      )}
      <ul className={classes.members}>
        {reviews.map(({ id, reference, customerName, openedOn, decidedOn }) => (
          <li key={id} className={classes.member}>
            <AnchorLink to="/credit/reviews/$id" params={{ id }}>
              {reference}
            </AnchorLink>
            <span className={classes.cut}>{customerName}</span>
            <span className={classes.dim}>{format.day(decidedOn ?? openedOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
