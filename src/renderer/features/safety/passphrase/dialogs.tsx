import { Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { Note } from '../../../components/Note.tsx'
import { PassphraseInput, PassphraseNote } from '../../../components/PassphraseInput.tsx'
import { useWaits } from '../../../components/useSecondsUntil.ts'
import { NewPassphrase } from './NewPassphrase.tsx'

type Dialog = { onClose: () => void }
type Giving = Dialog & { onKey: (recoveryKey: string) => void }

const Consequence = () => {
  const t = useT()
  return (
    <Note tone="late" title={t('safety:passphrase.lostTitle')}>
      <Text size="sm">{t('safety:passphrase.lost')}</Text>
    </Note>
  )
}

/** Encrypts the book. */
export const ProtectDialog = ({ onClose, onKey }: Giving) => {
  const t = useT()
  const [passphrase, setPassphrase] = useState('')
  const protect = useCommand(api.book.protect.mutationOptions(), {
    quiet: true,
    done: t('safety:passphrase.protect.done'),
    onDone: ({ recoveryKey }) => onKey(recoveryKey),
  })
  return (
    <FormDialog
      title={t('safety:passphrase.protect.title')}
      submit={t('safety:passphrase.protect.action')}
      disabled={passphrase === ''}
      pending={protect.isPending}
      error={protect.error}
      onClose={onClose}
      onSubmit={() => protect.mutate({ passphrase })}
    >
      <Text size="sm">{t('safety:passphrase.protect.about')}</Text>
      <NewPassphrase onChange={setPassphrase} autoFocus />
      <Consequence />
    </FormDialog>
  )
}

export const ChangeDialog = ({ onClose, onKey }: Giving) => {
  const t = useT()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useCommand(api.book.changePassphrase.mutationOptions(), {
    quiet: true,
    done: t('safety:passphrase.change.done'),
    onDone: ({ recoveryKey }) => onKey(recoveryKey),
  })
  const waits = useWaits(change.error)
  return (
    <FormDialog
      title={t('safety:passphrase.change.title')}
      submit={t('safety:passphrase.change.action')}
      disabled={current === '' || next === '' || waits > 0}
      pending={change.isPending}
      onClose={onClose}
      onSubmit={() => change.mutate({ current, next })}
    >
      <Text size="sm">{t('safety:passphrase.change.about')}</Text>
      <PassphraseInput label={t('safety:passphrase.current')} value={current} onChange={setCurrent} autoFocus />
      <NewPassphrase onChange={setNext} />
      <PassphraseNote error={change.error} waits={waits} />
    </FormDialog>
  )
}

/** Writes the book in the clear again. */
export const UnprotectDialog = ({ onClose }: Dialog) => {
  const t = useT()
  const [current, setCurrent] = useState('')
  const unprotect = useCommand(api.book.unprotect.mutationOptions(), {
    quiet: true,
    done: t('safety:passphrase.unprotect.done'),
    onDone: onClose,
  })
  const waits = useWaits(unprotect.error)
  return (
    <FormDialog
      title={t('safety:passphrase.unprotect.title')}
      submit={t('safety:passphrase.unprotect.action')}
      grave
      disabled={current === '' || waits > 0}
      pending={unprotect.isPending}
      onClose={onClose}
      onSubmit={() => unprotect.mutate({ current })}
    >
      <Text size="sm">{t('safety:passphrase.unprotect.about')}</Text>
      <PassphraseInput label={t('safety:passphrase.current')} value={current} onChange={setCurrent} autoFocus />
      <PassphraseNote error={unprotect.error} waits={waits} />
    </FormDialog>
  )
}

/** Asks for the passphrase before the recovery key is shown once more. */
export const ShowKeyDialog = ({ onClose, onKey }: Giving) => {
  const t = useT()
  const [current, setCurrent] = useState('')
  const show = useCommand(api.book.recoveryKey.mutationOptions(), {
    quiet: true,
    onDone: ({ recoveryKey }) => onKey(recoveryKey),
  })
  const waits = useWaits(show.error)
  return (
    <FormDialog
      title={t('safety:passphrase.show.title')}
      submit={t('safety:passphrase.show.action')}
      disabled={current === '' || waits > 0}
      pending={show.isPending}
      onClose={onClose}
      onSubmit={() => show.mutate({ current })}
    >
      <PassphraseInput label={t('safety:passphrase.current')} value={current} onChange={setCurrent} autoFocus />
      <PassphraseNote error={show.error} waits={waits} />
    </FormDialog>
  )
}
