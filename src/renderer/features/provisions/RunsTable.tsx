import { Button, Group, Menu, Text, Textarea, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProvisionRun } from '../../../main/core/provisions/provisions.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import classes from './provisions.module.css'

/** Closings taken over, the latest first, each with its files for the accountant. */
export const RunsTable = ({ runs }: { runs: readonly ProvisionRun[] }) => {
  const t = useT()
  const format = useFormat()
  const mayWithdraw = !useReadOnly('approve')
  const [asked, setAsked] = useState<ProvisionRun | null>(null)
  return (
    <section>
      <Title order={2} id="provision-runs">
        {t('provisions:runs.title')}
      </Title>
      {runs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('provisions:runs.none')}
        </Text>
      )}
      {runs.length > 0 && (
        <table className={classes.table} aria-labelledby="provision-runs">
          <thead>
            <tr>
              <th scope="col">{t('provisions:runs.asOf')}</th>
              {(['doubtful', 'cases', 'matrix'] as const).map((name) => (
                <th key={name} scope="col" className={classes.right}>
                  {t(`provisions:runs.${name}`)}
                </th>
              ))}
              <th scope="col">{t('provisions:runs.made')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id} className={run.withdrawnOn ? classes.struck : undefined}>
                <th scope="row">{format.day(run.asOf)}</th>
                <td className={classes.right}>{format.money(run.doubtfulTotal, run.currency)}</td>
                <td className={classes.right}>{format.money(run.casesTotal, run.currency)}</td>
                <td className={classes.right}>
                  {run.matrixTotal === null ? '–' : format.money(run.matrixTotal, run.currency)}
                  {run.matrixTotal !== null && run.booked === 'cases' && (
                    <span className={classes.dim}> {t('provisions:runs.forInformation')}</span>
                  )}
                </td>
                <td>
                  {t('provisions:runs.by', { day: format.day(run.madeOn), person: run.madeBy })}
                  {run.withdrawnOn &&
                    `, ${t('provisions:runs.withdrawn', { day: format.day(run.withdrawnOn), reason: run.withdrawnBecause })}`}
                </td>
                <td>
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    {run.last && mayWithdraw && (
                      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsked(run)}>
                        {t('provisions:runs.withdraw')}
                      </Button>
                    )}
                    <RunFiles run={run} />
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked && <WithdrawDialog run={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

const parts = [
  { what: 'list', label: 'list', formats: ['pdf', 'xlsx', 'csv'] },
  { what: 'matrix', label: 'matrixFile', formats: ['pdf', 'xlsx', 'csv'] },
  { what: 'entries', label: 'entries', formats: ['pdf', 'xlsx', 'csv', 'fec'] },
] as const

const RunFiles = ({ run }: { run: ProvisionRun }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const save = useMutation({
    mutationFn: (input: Parameters<typeof client.provisions.file>[0]) => client.provisions.file(input),
    onSuccess: ({ name, file }) => saveFile(name, file),
  })
  return (
    <>
      <ErrorNote error={save.error} />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={13} aria-hidden />}
            loading={save.isPending}
            aria-label={t('provisions:runs.filesOf', { day: format.day(run.asOf) })}
          >
            {t('provisions:runs.files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {parts.map(({ what, label, formats }) => [
            <Menu.Label key={what}>{t(`provisions:runs.${label}`)}</Menu.Label>,
            ...formats.map((kind) => (
              <Menu.Item
                key={`${what} ${kind}`}
                onClick={() => save.mutate({ id: run.id, what, format: kind, language })}
              >
                {kind === 'fec' ? t('provisions:runs.fec') : kind.toUpperCase()}
              </Menu.Item>
            )),
          ])}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

const WithdrawDialog = ({ run, onClose }: { run: ProvisionRun; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const day = format.day(run.asOf)
  const withdraw = useCommand(api.provisions.withdraw.mutationOptions(), {
    done: t('provisions:runs.withdrawDone', { day }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('provisions:runs.withdrawTitle', { day })}
      onClose={onClose}
      submit={t('provisions:runs.withdraw')}
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ id: run.id, reason })}
    >
      <Text size="sm">{t('provisions:runs.withdrawText')}</Text>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={1}
        maxLength={500}
        label={t('provisions:runs.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
