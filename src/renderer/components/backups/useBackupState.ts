import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** Backups are made behind the window's back: what becomes of them is asked for now and then. */
const EVERY_MS = 15_000

export const useBackupState = () =>
  useQuery({ ...api.backups.state.queryOptions({ input: {} }), refetchInterval: EVERY_MS }).data
