import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../../../api/client.ts'
import { useFormat } from '../../../app/format.ts'
import { useT } from '../../../app/i18n.ts'
import { useMay } from '../../../app/people/usePeople.ts'
import { Note } from '../../../components/Note.tsx'
import { ChangeDialog, ProtectDialog, ShowKeyDialog, UnprotectDialog } from './dialogs.tsx'
import { PlainCopies } from './PlainCopies.tsx'
import classes from './passphrase.module.css'
import { RecoveryKey } from './RecoveryKey.tsx'

type Protection = Awaited<ReturnType<typeof client.book.protection>>
type Asked = 'protect' | 'change' | 'unprotect' | 'show' | { recoveryKey: string } | null

/** Whether the book is encrypted, and what to do about it. */
export const Passphrase = () => {
  const t = useT()
  const may = useMay('administer')
  const readOnly = useQuery(api.book.current.queryOptions({ input: {} })).data?.book?.readOnly ?? true
  const protection = useQuery(api.book.protection.queryOptions({ input: {} })).data
  const [asked, setAsked] = useState<Asked>(null)
  if (!protection) return null
  const changes = may && !readOnly
  const close = () => setAsked(null)
  const giving = { onClose: close, onKey: (recoveryKey: string) => setAsked({ recoveryKey }) }
  return (
    <div className={classes.column}>
      <State protection={protection} />
      {changes && (
        <Group>
          {protection.encrypted ? (
            <>
              <Button variant="default" onClick={() => setAsked('change')}>
                {t('safety:passphrase.change.open')}
              </Button>
              <Button variant="default" onClick={() => setAsked('show')}>
                {t('safety:passphrase.show.open')}
              </Button>
              <Button variant="subtle" color="red" onClick={() => setAsked('unprotect')}>
                {t('safety:passphrase.unprotect.open')}
              </Button>
            </>
          ) : (
            <Button onClick={() => setAsked('protect')}>{t('safety:passphrase.protect.open')}</Button>
          )}
        </Group>
      )}
      {!may && <Text c="dimmed">{t('safety:passphrase.notAllowed')}</Text>}
      {protection.encrypted && <PlainCopies copies={protection.plainCopies} changes={changes} />}
      {asked === 'protect' && <ProtectDialog {...giving} />}
      {asked === 'change' && <ChangeDialog {...giving} />}
      {asked === 'show' && <ShowKeyDialog {...giving} />}
      {asked === 'unprotect' && <UnprotectDialog onClose={close} />}
      {typeof asked === 'object' && asked && <RecoveryKey recoveryKey={asked.recoveryKey} onClose={close} />}
    </div>
  )
}

const State = ({ protection: { encrypted, since, recoveryNoted } }: { protection: Protection }) => {
  const t = useT()
  const format = useFormat()
  if (!encrypted)
    return (
      <>
        <Title order={2}>{t('safety:passphrase.off.title')}</Title>
        <Text>{t('safety:passphrase.off.about')}</Text>
        <Text c="dimmed">{t('safety:passphrase.off.what')}</Text>
      </>
    )
  return (
    <>
      <div>
        <Title order={2}>{t('safety:passphrase.on.title')}</Title>
        {since && (
          <Text c="dimmed">
            {t('safety:passphrase.on.since', { moment: format.moment(since.at), user: since.user })}
          </Text>
        )}
      </div>
      <Text>{t('safety:passphrase.on.about')}</Text>
      {recoveryNoted ? (
        <Note tone="settled" title={t('safety:passphrase.on.notedTitle')}>
          <Text size="sm">{t('safety:passphrase.lost')}</Text>
        </Note>
      ) : (
        <Note tone="late" title={t('safety:passphrase.on.notNotedTitle')}>
          <Text size="sm">{t('safety:passphrase.on.notNoted')}</Text>
        </Note>
      )}
    </>
  )
}
