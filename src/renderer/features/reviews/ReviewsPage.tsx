import { Button, SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { CreditTabs } from '../../components/CreditTabs.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { SavedViews } from '../../components/SavedViews.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { OpenReviewDialog } from './OpenReviewDialog.tsx'
import { ReviewPanel } from './ReviewPanel.tsx'
import classes from './reviews.module.css'
import { type ReviewsSearch, reviewShows } from './reviews.search.ts'
import { useReviewColumns } from './useReviewColumns.tsx'

const route = getRouteApi('/book/credit/reviews')

/** Every review of the book; those that wait for an answer first. */
export const ReviewsPage = () => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const { id, new: opening, ...filters } = route.useSearch()
  const navigate = route.useNavigate()
  const { show = 'open', search = '' } = filters
  const reviews = usePaged(
    (page) => api.reviews.list.queryOptions({ input: { show, search, ...page } }),
    (out) => ({ total: out.total, rows: out.reviews }),
  )
  const { ref, width } = useElementSize()
  const columns = useReviewColumns(width, { closed: show === 'decided' })
  const change = (part: ReviewsSearch) => navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const create = () => change({ new: true })
  useShortcuts(readOnly ? [] : [{ key: 'n', label: t('reviews:list.new'), run: create }])
  return (
    <>
      <PageHeader
        title={t('reviews:list.title')}
        actions={
          <>
            <SavedViews
              screen="reviews"
              filters={filters}
              onChoose={(chosen) => navigate({ search: chosen, replace: true })}
            />
            <Button leftSection={<IconPlus size={16} />} onClick={create} disabled={readOnly}>
              {t('reviews:list.new')}
            </Button>
          </>
        }
      >
        <CreditTabs value="reviews" />
      </PageHeader>
      <Toolbar
        end={
          reviews.total !== undefined && (
            <Text size="sm" c="dimmed">
              {t('reviews:list.count', { count: reviews.total })}
            </Text>
          )
        }
      >
        <SearchField
          w={260}
          aria-label={t('reviews:list.search')}
          placeholder={t('reviews:list.search')}
          value={search}
          onChange={(text) => change({ search: text || undefined })}
        />
        <SegmentedControl
          aria-label={t('reviews:list.show.label')}
          value={show}
          onChange={(value) => change({ show: reviewShows.find((one) => one === value && one !== 'open') })}
          data={reviewShows.map((value) => ({ value, label: t(`reviews:list.show.${value}`) }))}
        />
      </Toolbar>
      <div className={classes.list} ref={ref}>
        <DataTable
          label={t('reviews:list.title')}
          columns={columns}
          source={reviews}
          rowId={(review) => review.id}
          selectedId={id ?? null}
          onSelect={(review) => change({ id: review?.id })}
          onOpen={(review) => navigate({ to: '/credit/reviews/$id', params: { id: review.id } })}
          empty={
            search !== '' || show !== 'open' ? (
              <EmptyState
                title={t('reviews:list.none.title')}
                text={t('reviews:list.none.text')}
                action={
                  <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
                    {t('reviews:list.none.action')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('reviews:list.empty.title')}
                text={t('reviews:list.empty.text')}
                action={
                  <Button variant="default" onClick={create} disabled={readOnly}>
                    {t('reviews:list.empty.action')}
                  </Button>
                }
              />
            )
          }
        />
      </div>
      {id && <ReviewPanel id={id} onClose={() => change({ id: undefined })} />}
      {opening && <OpenReviewDialog onClose={() => change({ new: undefined })} />}
    </>
  )
}
