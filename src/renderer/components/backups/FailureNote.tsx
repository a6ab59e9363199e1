import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Failure } from '../../../main/core/backups/backups.contract.ts'
import { api } from '../../api/client.ts'
import { type AnyErrorCode, isErrorCode } from '../../api/errors.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../Note.tsx'
import classes from './backups.module.css'

type Props = {
  failure: Failure
  /** Where several books may be meant. */
  named?: boolean
  action?: ReactNode
}

/** What became of a backup that was not made: it stays until it is taken note of, or the next one succeeds. */
export const FailureNote = ({ failure, named = false, action }: Props) => {
  const t = useT()
  const format = useFormat()
  const dismiss = useCommand(api.backups.dismiss.mutationOptions())
  const { path, at, code, details } = failure
  const known: AnyErrorCode = isErrorCode(code) ? code : 'internal'
  const saved = typeof details.saved === 'string' ? details.saved : null
  return (
    <Note
      tone="late"
      role="alert"
      title={t(known === 'book.replaced' ? 'backups:notice.missing' : 'backups:notice.failed')}
    >
      <Text size="sm" className={classes.path}>
        {t('backups:notice.failedAt', { moment: format.moment(at) })} {named && `${t('backups:notice.of', { path })} `}
        {saved ? t('backups:notice.saved', { path: saved }) : t(`errors:${known}`, details)}
      </Text>
      <Group gap="xs" mt={4}>
        {action}
        <Button
          size="compact-sm"
          variant="default"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate({ path })}
        >
          {t('backups:notice.dismiss')}
        </Button>
      </Group>
    </Note>
  )
}
