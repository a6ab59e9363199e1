import { Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { IconFileTypeZip, IconMail, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementRun } from '../../../main/core/statements/statements.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { Note } from '../../components/Note.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import type { LeftOut } from './StatementsPage.tsx'
import classes from './statements.module.css'

const LISTED = 200

type Props = { run: StatementRun; leftOut: readonly LeftOut[]; onClose: () => void }

/** What becomes of statements once they are made: messages, paper, one by one. */
export const RunPanel = ({ run, leftOut, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const failed = useErrorToast()
  const [postOnly, setPostOnly] = useState(false)
  const [duplex, setDuplex] = useState(false)
  const runId = run.id
  const issued = useQuery(api.statements.issued.queryOptions({ input: { runId, limit: LISTED } }))
  const files = useMutation({
    mutationFn: (wanted: 'zip' | 'pdf') =>
      client.statements.files({ runId, format: wanted, ...(wanted === 'pdf' && { postOnly, duplex }) }),
    onSuccess: ({ name, file }) => file && saveFile(name, file),
    onError: failed,
  })
  const drafts = useMutation({
    mutationFn: () => client.mail.statements({ runId }),
    onSuccess: ({ name, file }) => file && saveFile(name, file),
    onError: failed,
  })
  const without = drafts.data?.without.length ?? 0
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={t('statements:runs.title', { number: run.number, day: format.day(run.asOf) })}
    >
      <Facts
        facts={[
          [
            t('statements:runs.kind'),
            run.from === null
              ? t('statements:runs.open')
              : t('statements:runs.movements', { day: format.day(run.from) }),
          ],
          [t('statements:runs.count'), format.number(run.count)],
          [
            t('statements:runs.balance'),
            run.totals.map(({ total, currency }) => format.money(total, currency)).join(' · '),
          ],
          [t('statements:runs.madeOn'), `${format.day(run.madeOn)}, ${run.madeBy}`],
        ]}
      />
      {leftOut.length > 0 && (
        <Note tone="late" title={t('statements:leftOut.title', { count: leftOut.length })} role="status">
          {leftOut.slice(0, 20).map(({ customerId, name, reason }) => (
            <Text key={customerId} size="sm">
              {`${name} (${t(`statements:leftOut.${reason}`)})`}
            </Text>
          ))}
          {leftOut.length > 20 && <Text size="sm">…</Text>}
        </Note>
      )}
      <Stack gap="xs">
        <Title order={3}>{t('statements:panel.files')}</Title>
        <Button
          leftSection={<IconMail size={16} />}
          disabled={run.byMail === 0}
          loading={drafts.isPending}
          onClick={() => drafts.mutate()}
        >
          {t('statements:panel.drafts', { count: run.byMail })}
        </Button>
        {run.byMail === 0 && (
          <Text size="sm" c="dimmed">
            {t('statements:panel.noDrafts')}
          </Text>
        )}
        {without > 0 && (
          <Text size="sm" c="dimmed" role="status">
            {t('statements:panel.without', { count: without })}
          </Text>
        )}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          loading={files.isPending && files.variables === 'pdf'}
          onClick={() => files.mutate('pdf')}
        >
          {t('statements:panel.print')}
        </Button>
        <Checkbox
          label={t('statements:panel.postOnly', { count: run.count - run.byMail })}
          checked={postOnly}
          onChange={(event) => setPostOnly(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('statements:panel.duplex')}
          checked={duplex}
          onChange={(event) => setDuplex(event.currentTarget.checked)}
        />
        {files.data?.file === null && (
          <Text size="sm" c="dimmed" role="status">
            {t('statements:panel.nothing')}
          </Text>
        )}
        <Button
          variant="default"
          leftSection={<IconFileTypeZip size={16} />}
          loading={files.isPending && files.variables === 'zip'}
          onClick={() => files.mutate('zip')}
        >
          {t('statements:panel.zip')}
        </Button>
      </Stack>
      <Stack gap={4}>
        <Title order={3}>{t('statements:panel.statements')}</Title>
        <ul className={classes.issued}>
          {issued.data?.statements.map(({ id, name, documentId, totals }) => (
            <li key={id}>
              {documentId ? (
                <AttachedFile documentId={documentId} documentName={name} onAttach={null} />
              ) : (
                <Text size="sm" c="dimmed">
                  {`${name} (${t('statements:panel.erased')})`}
                </Text>
              )}
              <Text size="sm" component="span" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {totals.map(({ total, currency }) => format.money(total, currency)).join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
        {(issued.data?.total ?? 0) > LISTED && (
          <Text size="sm" c="dimmed">
            {t('statements:panel.firsts', { count: LISTED })}
          </Text>
        )}
      </Stack>
    </SidePanel>
  )
}
