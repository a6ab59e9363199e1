import { CloseButton } from '@mantine/core'
import { errorText } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { Note } from '../../components/Note.tsx'
import classes from './answers.module.css'
import type { RefusedFile } from './useReadAnswers.ts'

/** Files that were not taken, each with why. */
export const RefusedFiles = ({ files, onClose }: { files: readonly RefusedFile[]; onClose: () => void }) => {
  const t = useT()
  if (files.length === 0) return null
  return (
    <Note tone="risk" role="alert">
      <div className={classes.refused}>
        <div>
          <strong>{t('answers:refused', { count: files.length })}</strong>
          <ul>
            {files.map(({ name, error }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole, two files may bear one name
              <li key={place}>
                <span className={classes.file}>{name}</span> {errorText(error, t)}
              </li>
            ))}
          </ul>
        </div>
        <CloseButton size="sm" aria-label={t('common:close')} onClick={onClose} />
      </div>
    </Note>
  )
}
