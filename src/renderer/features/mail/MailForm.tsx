import { Button, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { MailSettingsOutput } from '../../../main/core/mail/mail.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { BroughtFields } from './BroughtFields.tsx'
import { LoginFields } from './LoginFields.tsx'
import classes from './mail.module.css'
import { PeopleFields } from './PeopleFields.tsx'
import { ServerFields } from './ServerFields.tsx'
import { TestConnection } from './TestConnection.tsx'
import { useMailDraft } from './useMailDraft.ts'

/** Server, sign-in and sender; tried before or after they are saved. Ctrl+S saves. */
export const MailForm = ({ saved }: { saved: MailSettingsOutput }) => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const draft = useMailDraft(saved)
  const { dirty, submit, discard, saving, error } = draft
  useHotkeys([['mod+S', () => dirty && submit()]], [])
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (dirty) submit()
      }}
    >
      <ServerFields draft={draft} />
      {draft.values.host !== '' && <LoginFields draft={draft} />}
      <PeopleFields draft={draft} />
      <BroughtFields draft={draft} />
      <ErrorNote error={error} />
      <div className={classes.bar}>
        {!readOnly && (
          <>
            <Button type="submit" disabled={!dirty} loading={saving}>
              {t('mail:settings.save')}
            </Button>
            {dirty && (
              <Button variant="default" onClick={discard}>
                {t('mail:settings.revert')}
              </Button>
            )}
          </>
        )}
        {dirty && (
          <Text size="sm" c="dimmed" role="status">
            {t('mail:settings.dirty')}
          </Text>
        )}
      </div>
      {draft.values.host !== '' && <TestConnection key={draft.key} draft={draft} />}
      <LeaveGuard dirty={dirty} />
    </form>
  )
}
