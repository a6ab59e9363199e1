import { Button, Group, Text, Title, UnstyledButton } from '@mantine/core'
import { IconDownload, IconFileTypePdf, IconFileTypeZip } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaperKind } from '../../../main/core/claims/claims.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useTask } from '../../app/tasks.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import type { TabProps } from './claim.input.ts'
import classes from './claims.module.css'
import { IssuedFiles } from './IssuedFiles.tsx'

type Wanted = { kind: PaperKind } | { format: 'zip' | 'pdf' }

/** The papers of the route as they would be issued, the whole file, and what was issued. */
export const PapersTab = ({ detail: { handover, files }, changeable }: TabProps) => {
  const t = useT()
  const language = useLanguage()
  const task = useTask()
  const failed = useErrorToast()
  const input = { handoverId: handover.id }
  const { data } = useQuery(api.claims.papers.queryOptions({ input }))
  const missing = useQuery(api.claims.pieces.queryOptions({ input })).data?.missing.length ?? 0
  const [chosen, setChosen] = useState<PaperKind | null>(null)
  const [asking, setAsking] = useState<Wanted | null>(null)
  const papers = data?.papers ?? []
  const kind = chosen && papers.includes(chosen) ? chosen : (papers.at(-1) ?? 'account')
  const preview = useQuery({
    ...api.claims.paper.queryOptions({ input: { ...input, kind, language } }),
    enabled: data !== undefined,
    retry: false,
  })
  const download = useMutation({
    mutationFn: async ({ documentId, name }: { documentId: string; name: string }) => {
      const { file } = await client.documents.get({ id: documentId })
      saveFile(name, file)
    },
    onError: failed,
  })
  const issue = useCommand(api.claims.issuePaper.mutationOptions(), {
    quiet: true,
    done: ({ name }) => t('claims:papers.done', { name }),
    onDone: (issued) => {
      setAsking(null)
      download.mutate(issued)
    },
  })
  const file = useMutation({
    mutationFn: (format: 'zip' | 'pdf') =>
      task.run(t('claims:papers.task', { name: handover.customerName }), (signal) =>
        client.claims.file({ ...input, format, language }, { signal }),
      ),
    onSuccess: (issued) => download.mutate(issued),
  })
  const paperName = (one: string) => t(`claims:papers.kind.${one as PaperKind}`)
  const asked = asking && ('kind' in asking ? asking.kind : (`file-${asking.format}` as const))
  return (
    <div className={classes.papers}>
      <div className={classes.choices}>
        <div>
          <Title order={3}>{t('claims:papers.list')}</Title>
          {papers.map((one) => (
            <UnstyledButton
              key={one}
              className={classes.choice}
              aria-pressed={one === kind}
              onClick={() => setChosen(one)}
            >
              {paperName(one)}
            </UnstyledButton>
          ))}
          {changeable && (
            <Button mt={8} disabled={!preview.data} onClick={() => setAsking({ kind })}>
              {t('claims:papers.issue')}
            </Button>
          )}
          {language !== 'fr' && (
            <Text size="xs" c="dimmed" mt={6}>
              {t('claims:papers.french')}
            </Text>
          )}
        </div>
        <div>
          <Title order={3}>{t('claims:papers.file')}</Title>
          <Text size="sm" c="dimmed" mb={6}>
            {t('claims:papers.fileAbout')}
          </Text>
          {changeable && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconFileTypePdf size={16} />}
                loading={file.isPending}
                onClick={() => setAsking({ format: 'pdf' })}
              >
                {t('claims:papers.pdf')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconFileTypeZip size={16} />}
                loading={file.isPending}
                onClick={() => setAsking({ format: 'zip' })}
              >
                {t('claims:papers.zip')}
              </Button>
            </Group>
          )}
        </div>
        <div>
          <Title order={3}>{t('claims:papers.issued')}</Title>
          <IssuedFiles
            files={files}
            action={(one) => (
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<IconDownload size={14} />}
                aria-label={`${t('claims:papers.save')} ${one.name}`}
                onClick={() => download.mutate(one)}
              >
                {t('claims:papers.save')}
              </Button>
            )}
          />
        </div>
      </div>
      <div className={classes.preview}>
        <ErrorNote error={preview.error} />
        {preview.data && (
          <PagesView
            pages={preview.data.pages}
            stale={preview.isFetching}
            label={(page) => t('claims:papers.page', { page, paper: paperName(kind) })}
          />
        )}
      </div>
      {asking && asked && (
        <FormDialog
          title={t('claims:papers.issueTitle', { paper: paperName(asked) })}
          focusSubmit
          submit={t('claims:papers.issue')}
          pending={issue.isPending}
          error={issue.error}
          onClose={() => setAsking(null)}
          onSubmit={() => {
            if ('kind' in asking) issue.mutate({ ...input, kind: asking.kind, language })
            else {
              file.mutate(asking.format)
              setAsking(null)
            }
          }}
        >
          <Text size="sm">{t('claims:papers.consequence')}</Text>
          {'format' in asking && missing > 0 && (
            <Note tone="late">
              <Text size="sm">{t('claims:papers.missingFirst')}</Text>
            </Note>
          )}
          {'kind' in asking &&
            asking.kind === 'mandate' &&
            (handover.mandate.name === '' || handover.mandate.feeBasis === '') && (
              <Note tone="late">
                <Text size="sm">{t('claims:papers.mandateFirst')}</Text>
              </Note>
            )}
        </FormDialog>
      )}
    </div>
  )
}
