import { FailureNote } from '../../components/backups/FailureNote.tsx'
import { useBackupState } from '../../components/backups/useBackupState.ts'

/** Backups that failed when their book was closed. */
export const Failures = () =>
  useBackupState()?.failures.map((failure) => <FailureNote key={failure.path} failure={failure} named />) ?? null
