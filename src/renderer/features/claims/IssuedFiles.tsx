import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PaperKind } from '../../../main/core/claims/claims.contract.ts'
import type { IssuedFile } from '../../../main/core/handovers/handovers.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './claims.module.css'

type Props = { files: readonly IssuedFile[]; action: (file: IssuedFile) => ReactNode }

/** What was issued, the newest first, with its sum and fingerprint. */
export const IssuedFiles = ({ files, action }: Props) => {
  const t = useT()
  const format = useFormat()
  if (files.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('claims:papers.none')}
      </Text>
    )
  return files.map((file) => (
    <div key={file.id} className={classes.file}>
      <div>
        {t(`claims:papers.kind.${file.kind as PaperKind}`)}
        {file.total !== null && file.currency && `, ${format.money(file.total, file.currency)}`}
        <span className={classes.sub}>{t('claims:papers.issuedOn', { day: format.day(file.day), user: file.by })}</span>
      </div>
      {action(file)}
      <span className={classes.hash}>SHA-256 {file.sha256}</span>
    </div>
  ))
}
