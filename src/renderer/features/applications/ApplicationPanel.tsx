import { Button, Group, Kbd, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Application } from '../../../main/core/applications/applications.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useHome } from '../../app/useHome.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { useKeptFile } from '../../components/files/useKeptFile.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { AnchorLink, ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { readableTerms } from '../../components/TermsInput.tsx'
import { ApplicationDialog } from './ApplicationDialog.tsx'
import { ApplicationState } from './ApplicationState.tsx'
import classes from './applications.module.css'
import { DropDialog } from './DropDialog.tsx'
import { FormFile } from './FormFile.tsx'
import { FormMenu } from './FormMenu.tsx'
import { missingOf } from './missing.ts'
import { References } from './References.tsx'
import { useReadForm } from './useReadForm.ts'
import { WantedDocuments } from './WantedDocuments.tsx'

type Props = { id: string; onClose: () => void }

/** One application: what is asked, what the file still lacks, its references, and the way to its review. */
export const ApplicationPanel = ({ id, onClose }: Props) => {
  const t = useT()
  const { data, error } = useQuery(api.applications.get.queryOptions({ input: { id } }))
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={data ? t('applications:panel.title', { name: data.customerName }) : t('applications:list.title')}
    >
      <ErrorNote error={error} />
      {data && (
        <>
          <Head application={data} />
          <Actions application={data} />
          <WantedDocuments application={data} />
          <References application={data} />
          <Returned application={data} />
        </>
      )}
    </SidePanel>
  )
}

const Head = ({ application }: { application: Application }) => {
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  const file = useKeptFile()
  const { customerId, customerName, asked, currency, state, purchases, terms, applicant, capacity, dropped } =
    application
  const { documentId, documentName, note } = application
  return (
    <>
      <AnchorLink to="/customers/$id" params={{ id: customerId }} search={{ tab: 'credit' }} fw={600}>
        {customerName}
      </AnchorLink>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <KeyFigure label={t('applications:panel.asked')} value={format.money(asked, currency)} />
        <ApplicationState state={state} />
      </Group>
      <Facts
        facts={[
          [
            t('applications:panel.received'),
            t('applications:panel.by', { day: format.day(application.receivedOn), user: application.recordedBy }),
          ],
          purchases !== null && [t('applications:panel.purchases'), format.money(purchases, currency)],
          terms !== '' && [t('applications:panel.terms'), readableTerms(terms, language) ?? terms],
          applicant !== '' && [t('applications:panel.applicant'), [applicant, capacity].filter(Boolean).join(', ')],
          documentId !== null && [
            t('applications:panel.document'),
            <Button
              key="file"
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                file.open({
                  documentId,
                  fileName: documentName ?? '',
                  mediaType: 'application/pdf',
                  executable: false,
                })
              }
            >
              {documentName}
            </Button>,
          ],
          dropped !== null && [
            t('applications:panel.dropped'),
            t('applications:panel.droppedBy', {
              day: format.day(dropped.on),
              user: dropped.by,
              because: dropped.because,
            }),
          ],
        ]}
      />
      {note !== '' && (
        <Text size="sm" className={classes.text}>
          {note}
        </Text>
      )}
    </>
  )
}

const Actions = ({ application }: { application: Application }) => {
  const t = useT()
  const navigate = useNavigate()
  const readOnly = useReadOnly('edit')
  const [doing, setDoing] = useState<'edit' | 'drop' | null>(null)
  const home = useHome()
  const { id, state, customerId, asked, currency, reviewId } = application
  const review = useCommand(api.applications.review.mutationOptions(), {
    onDone: ({ reviewId: opened }) => navigate({ to: '/credit/reviews/$id', params: { id: opened } }),
  })
  const open = state === 'gathering'
  const underWay = open || state === 'in-review'
  const actions = readOnly
    ? []
    : [
        ...(open ? [{ what: 'review', key: 'r', run: () => review.mutate({ id }) } as const] : []),
        ...(underWay ? [{ what: 'edit', key: 'e', run: () => setDoing('edit') } as const] : []),
        ...(open ? [{ what: 'drop', key: 'x', run: () => setDoing('drop') } as const] : []),
      ]
  useShortcuts(actions.map(({ what, key, run }) => ({ key, label: t(`applications:do.${what}`), run })))
  return (
    <>
      <Group gap="xs">
        {reviewId !== null && (
          <ButtonLink size="compact-md" fz="sm" to="/credit/reviews/$id" params={{ id: reviewId }}>
            {t('applications:panel.review')}
          </ButtonLink>
        )}
        {actions.map(({ what, key, run }) => (
          <Button
            key={what}
            variant={what === 'review' ? 'filled' : 'default'}
            size="compact-md"
            fz="sm"
            loading={what === 'review' && review.isPending}
            rightSection={<Kbd size="xs">{key}</Kbd>}
            onClick={run}
          >
            {t(`applications:do.${what}`)}
          </Button>
        ))}
        {underWay && (
          <FormMenu
            size="compact-md"
            fz="sm"
            make={(language) =>
              client.applications.form({ customerId, asked: currency === home ? asked : null, language })
            }
          >
            {t('applications:do.form')}
          </FormMenu>
        )}
      </Group>
      {open && missingOf(application) > 0 && (
        <Text size="xs" c="dimmed">
          {t('applications:panel.reviewHintMissing')}
        </Text>
      )}
      {doing === 'edit' && (
        <ApplicationDialog application={application} onClose={() => setDoing(null)} onDone={() => setDoing(null)} />
      )}
      {doing === 'drop' && <DropDialog application={application} onClose={() => setDoing(null)} />}
    </>
  )
}

/** The form that the customer sends back completes the application, until one has. */
const Returned = ({ application: { id, customerId, state, documentId } }: { application: Application }) => {
  const t = useT()
  const readOnly = useReadOnly('edit')
  const read = useReadForm()
  if (readOnly || state !== 'gathering' || documentId !== null) return null
  return (
    <>
      <FormFile disabled={read.isPending} onFile={(file) => read.mutate({ customerId, applicationId: id, file })}>
        {t('applications:form.orDropHint')}
      </FormFile>
      <ErrorNote error={read.error} />
    </>
  )
}
