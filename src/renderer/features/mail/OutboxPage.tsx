import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { usePaged } from '../../components/paging.ts'
import { Toolbar } from '../../components/Toolbar.tsx'
import { MessagePanel } from './MessagePanel.tsx'
import classes from './mail.module.css'
import { shows } from './mail.search.ts'
import { SendBar } from './SendBar.tsx'
import { useMessageColumns } from './useMessageColumns.tsx'

const route = getRouteApi('/book/dunning/outbox')

/** Messages that wait, left, or could not leave; the panel shows one, and what the server said of it. */
export const OutboxPage = () => {
  const t = useT()
  const { show = 'open', message } = route.useSearch()
  const navigate = route.useNavigate()
  const { ref, width } = useElementSize()
  const { data: mail } = useQuery(api.mail.settings.queryOptions({ input: {} }))
  const messages = usePaged(
    (page) => api.mail.outbox.queryOptions({ input: { show, ...page } }),
    (out) => ({ total: out.total, rows: out.messages }),
  )
  const one = api.mail.outbox.queryOptions({
    input: { show: 'all', ids: [message ?? ''], limit: 1 },
    enabled: message !== undefined,
  })
  const shown = useQuery({ ...one, placeholderData: keepPreviousData }).data?.messages[0]
  const columns = useMessageColumns(width)
  const choose = (id: string | undefined) => navigate({ search: (old) => ({ ...old, message: id }), replace: true })
  return (
    <>
      <PageHeader title={t('mail:outbox.title')}>
        <DunningTabs value="outbox" />
      </PageHeader>
      <ErrorNote error={messages.error} />
      {mail && messages.first && <SendBar mail={mail} waiting={messages.first.waiting} />}
      <Toolbar>
        <SegmentedControl
          aria-label={t('mail:outbox.showLabel')}
          value={show}
          onChange={(value) => navigate({ search: { show: value as typeof show }, replace: true })}
          data={shows.map((value) => ({ value, label: t(`mail:outbox.show.${value}`) }))}
        />
      </Toolbar>
      {messages.total === 0 ? (
        <EmptyState
          title={t(`mail:outbox.empty.${show}`)}
          text={t('mail:outbox.empty.text')}
          action={<ButtonLink to="/dunning/letters">{t('mail:outbox.empty.action')}</ButtonLink>}
        />
      ) : (
        <div className={classes.column} ref={ref}>
          <DataTable
            label={t('mail:outbox.list')}
            columns={columns}
            source={messages}
            rowId={({ id }) => id}
            selectedId={message ?? null}
            onSelect={(row) => choose(row?.id)}
            onOpen={({ customerId }) => navigate({ to: '/customers/$id', params: { id: customerId } })}
          />
        </div>
      )}
      {message && shown && <MessagePanel message={shown} mail={mail} onClose={() => choose(undefined)} />}
    </>
  )
}
