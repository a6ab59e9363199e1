import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** Letters issued that wait to be sent: the count beside the screen's name in the navigation. */
export const useLettersToSend = (): number | undefined =>
  useQuery(api.dunning.runs.queryOptions({ input: {} })).data?.runs.reduce((sum, { toSend }) => sum + toSend, 0)
