import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SpaceContents, SpaceRow } from '../../../main/core/spaces/spaces.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { Facts } from '../../components/Facts.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import classes from './spaces.module.css'

const tones = { open: 'settled', expired: 'neutral', withdrawn: 'risk' } as const

export const SpaceStateBadge = ({ state }: Pick<SpaceRow, 'state'>) => {
  const t = useT()
  return <ToneBadge tone={tones[state]}>{t(`spaces:state.${state}`)}</ToneBadge>
}

const partsOf = (holds: SpaceContents) => (Object.keys(holds) as (keyof SpaceContents)[]).filter((part) => holds[part])

/** To whom, when, until, what: everything the book knows of a space, and the way to withdraw it. */
export const SpaceFacts = ({ space }: { space: SpaceRow }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const [asked, setAsked] = useState(false)
  const { withdrawnOn } = space
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          [t('spaces:columns.state'), <SpaceStateBadge key="state" state={space.state} />],
          [
            t('spaces:panel.published'),
            t('spaces:panel.on', { day: format.day(space.publishedOn), user: space.publishedBy }),
          ],
          [t('spaces:panel.until'), t('spaces:panel.untilDay', { day: format.day(space.until) })],
          [t('spaces:panel.recipient'), space.recipient || t('spaces:handed')],
          [
            t('spaces:panel.holds'),
            partsOf(space.holds)
              .map((part) => t(`spaces:panel.parts.${part}`))
              .join(', ') || t('spaces:panel.accountOnly'),
          ],
          [t('spaces:panel.file'), space.fileName],
          [
            t('spaces:panel.sha256'),
            <span key="hash" className={classes.hash}>
              {space.sha256}
            </span>,
          ],
          withdrawnOn !== null && [
            t('spaces:panel.withdrawn'),
            t('spaces:panel.because', {
              day: format.day(withdrawnOn),
              user: space.withdrawnBy,
              reason: space.withdrawnBecause,
            }),
          ],
        ]}
      />
      {space.state !== 'withdrawn' && !readOnly && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsked(true)}>
          {t('spaces:withdraw.action')}
        </Button>
      )}
      {asked && <Withdraw space={space} onClose={() => setAsked(false)} />}
    </Stack>
  )
}

const Withdraw = ({ space, onClose }: { space: SpaceRow; onClose: () => void }) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(api.spaces.withdraw.mutationOptions(), {
    done: t('spaces:withdraw.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('spaces:withdraw.title', { name: space.customerName })}
      grave
      submit={t('spaces:withdraw.action')}
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ id: space.id, reason })}
      onClose={onClose}
    >
      <Note tone="late">{t('spaces:withdraw.text')}</Note>
      <TextInput
        data-autofocus
        required
        label={t('spaces:withdraw.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
