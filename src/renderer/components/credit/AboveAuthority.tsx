import { Button, Text } from '@mantine/core'
import { codeOf, detailsOf } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../Note.tsx'
import { useOpenReview } from './useOpenReview.ts'

type Props = {
  error: unknown
  /** Of a group there is no review. */
  owner: { customerId: string } | { groupId: string }
  onClose: () => void
}

/** A decision refused for want of authority: who may take it, and the review that asks them. */
export const AboveAuthority = ({ error, owner, onClose }: Props) => {
  const t = useT()
  const review = useOpenReview({ onDone: onClose })
  const code = error ? codeOf(error) : null
  if (code !== 'limit.above-authority' && code !== 'limit.own-proposal') return null
  const { people } = detailsOf(error)
  const names = Array.isArray(people) ? people.filter((one) => typeof one === 'string') : []
  return (
    <Note tone="late">
      {code === 'limit.above-authority' && (
        <Text size="sm">
          {names.length > 0
            ? t('limits:decide.people', { people: [...new Set(names)].join(', ') })
            : t('limits:decide.nobody')}
        </Text>
      )}
      {'customerId' in owner ? (
        <>
          <Text size="sm">{t('limits:decide.reviewHint')}</Text>
          <Button
            mt={8}
            variant="default"
            size="compact-sm"
            loading={review.isPending}
            onClick={() => review.mutate({ customerId: owner.customerId })}
          >
            {t('limits:review.open')}
          </Button>
        </>
      ) : (
        <Text size="sm">{t('limits:decide.reviewGroup')}</Text>
      )}
    </Note>
  )
}
