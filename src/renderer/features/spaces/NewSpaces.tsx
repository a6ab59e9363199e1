import { Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core'
import { IconBrowserCheck, IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import type { spaceRemarks } from '../../../main/core/spaces/spaces.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useTask } from '../../app/tasks.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { PublishFields, usualWish } from './PublishFields.tsx'
import classes from './spaces.module.css'
import { type Candidate, useCandidateColumns } from './useCandidateColumns.tsx'

// More are made all the same; a person looks at the first.
const SHOWN = 1000
const NONE: readonly Candidate[] = []

/** For whom spaces are made together: all of the choice are ticked. */
export const NewSpaces = ({ views }: { views: ReactNode }) => {
  const t = useT()
  const task = useTask()
  const today = useWorkingDay()
  const readOnly = useReadOnly('issue')
  const [show, setShow] = useState<'open' | 'overdue'>('open')
  const [segment, setSegment] = useState<string | null>(null)
  const [salesperson, setSalesperson] = useState<string | null>(null)
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const [wish, setWish] = useState(() => usualWish(today))
  const segments = useQuery(api.customers.segments.queryOptions({ input: {} })).data?.segments ?? []
  const salespeople = useQuery(api.customers.salespeople.queryOptions({ input: {} })).data?.salespeople ?? []
  const choice = { show, ...(segment && { segment }), ...(salesperson && { salesperson }) }
  const { data, error, isPlaceholderData } = useQuery({
    ...api.spaces.choose.queryOptions({ input: { ...choice, limit: SHOWN } }),
    placeholderData: keepPreviousData,
  })
  const columns = useCandidateColumns()
  const rows = data?.customers ?? NONE
  const ticks = useMemo(
    () => ({
      ids: new Set(rows.map(({ customerId }) => customerId)).difference(out),
      toggle: (some: readonly Candidate[]) =>
        setOut((old) => {
          const ids = new Set(some.map(({ customerId }) => customerId))
          return ids.isDisjointFrom(old) ? old.union(ids) : old.difference(ids)
        }),
      label: ({ name }: Candidate) => t('spaces:many.tick', { name }),
      labelAll: t('spaces:many.tickAll'),
    }),
    [rows, out, t],
  )
  const except = rows.filter(({ customerId }) => out.has(customerId)).map(({ customerId }) => customerId)
  const count = (data?.total ?? 0) - except.length
  const publish = useMutation({
    mutationFn: () =>
      task.run(t('spaces:many.task', { count }), (signal) =>
        client.spaces.publishMany({ ...choice, ...wish, except }, { signal }),
      ),
    onMutate: () => setAsked(false),
  })
  return (
    <>
      <ErrorNote error={error ?? publish.error} />
      <Toolbar>
        {views}
        <Select
          w={190}
          aria-label={t('spaces:many.show')}
          allowDeselect={false}
          data={[
            { value: 'open', label: t('spaces:many.withBalance') },
            { value: 'overdue', label: t('spaces:many.overdue') },
          ]}
          value={show}
          onChange={(value) => setShow(value === 'overdue' ? 'overdue' : 'open')}
        />
        {segments.length > 0 && (
          <Select
            w={160}
            aria-label={t('spaces:many.segment')}
            placeholder={t('spaces:many.segment')}
            data={segments}
            value={segment}
            onChange={setSegment}
            clearable
          />
        )}
        {salespeople.length > 0 && (
          <Select
            w={180}
            aria-label={t('spaces:many.salesperson')}
            placeholder={t('spaces:many.salesperson')}
            data={salespeople}
            value={salesperson}
            onChange={setSalesperson}
            clearable
          />
        )}
        {!readOnly && (
          <Button
            ml="auto"
            leftSection={<IconBrowserCheck size={16} />}
            disabled={count < 1}
            loading={publish.isPending}
            onClick={() => setAsked(true)}
          >
            {t('spaces:many.issue', { count })}
          </Button>
        )}
      </Toolbar>
      <Text size="sm" c="dimmed">
        {t('spaces:many.about')} {data && data.total > SHOWN && t('spaces:many.more', { count: SHOWN })}
      </Text>
      <div className={classes.list}>
        {data && (
          <DataTable
            label={t('spaces:many.list')}
            columns={columns}
            rows={rows}
            rowId={({ customerId }) => customerId}
            stale={isPlaceholderData}
            {...(!readOnly && { ticks })}
            empty={
              <EmptyState
                title={t('spaces:many.empty')}
                text={t('spaces:many.emptyText')}
                action={
                  <ButtonLink to="/receivables/aged" variant="default">
                    {t('statements:empty.action')}
                  </ButtonLink>
                }
              />
            }
          />
        )}
      </div>
      {asked && (
        <FormDialog
          title={t('spaces:many.title', { count })}
          size={600}
          submit={t('spaces:many.issue', { count })}
          onSubmit={() => publish.mutate()}
          onClose={() => setAsked(false)}
        >
          <PublishFields wish={wish} onWish={setWish} today={today} />
        </FormDialog>
      )}
      {publish.data && <Made made={publish.data} onClose={publish.reset} />}
    </>
  )
}

type Result = {
  id: string
  count: number
  remarks: { customerId: string; name: string; remark: (typeof spaceRemarks)[number] }[]
}

const Made = ({ made, onClose }: { made: Result; onClose: () => void }) => {
  const t = useT()
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set())
  const { id, count, remarks } = made
  const failed = useErrorToast()
  const save = useMutation({
    mutationFn: (what: 'spaces' | 'passphrases') => client.spaces.files({ id, what }),
    onSuccess: ({ name, file }, what) => {
      saveFile(name, file)
      setSaved((old) => new Set(old).add(what))
    },
    onError: failed,
  })
  const leave = () => {
    client.spaces.forget({ id }).catch(() => {})
    onClose()
  }
  return (
    // Only the button closes it, and only after both were saved: passphrases cannot be made again.
    <Modal
      opened
      size={600}
      onClose={leave}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t('spaces:many.made', { count })}
    >
      <Stack>
        <Note tone="late">{t('spaces:many.sheet')}</Note>
        <Group>
          <Button data-autofocus leftSection={<IconDownload size={16} />} onClick={() => save.mutate('passphrases')}>
            {t('spaces:many.saveSheet')}
          </Button>
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => save.mutate('spaces')}>
            {t('spaces:many.saveFiles')}
          </Button>
        </Group>
        {remarks.length > 0 && (
          <List size="sm">
            {remarks.map(({ customerId, name, remark }) => (
              <List.Item key={customerId + remark}>{t(`spaces:many.remark.${remark}`, { name })}</List.Item>
            ))}
          </List>
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={saved.size < 2} onClick={leave}>
            {t('common:close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
