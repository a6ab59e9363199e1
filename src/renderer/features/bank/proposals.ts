import { queryOptions } from '@tanstack/react-query'
import type { BankProposal } from '../../../main/core/bank/bank.contract.ts'
import { api, client } from '../../api/client.ts'

type Waiting = {
  lineId: string
  signal: AbortSignal
  resolve: (proposals: BankProposal[]) => void
  reject: (error: unknown) => void
}

/** Lines that come on screen together are asked about in one call. */
const BREATH_MS = 8
/** Those that have their candidates already wait until the hands rest: each line dealt with asks about all of them again. */
const REST_MS = 300
let waiting: Waiting[] = []
let call: { due: number; timer: ReturnType<typeof setTimeout> } | null = null

const askIn = (milliseconds: number): void => {
  const due = performance.now() + milliseconds
  if (call && call.due <= due) return
  clearTimeout(call?.timer)
  call = { due, timer: setTimeout(ask, milliseconds) }
}

const ask = async (): Promise<void> => {
  call = null
  const asked = waiting.filter(({ signal }) => !signal.aborted)
  waiting = []
  if (asked.length === 0) return
  const lineIds = [...new Set(asked.map(({ lineId }) => lineId))]
  try {
    const { lines } = await client.bank.proposals({ lineIds, limit: lineIds.length })
    const found = new Map(lines.map(({ lineId, proposals }) => [lineId, proposals]))
    for (const { lineId, resolve } of asked) resolve(found.get(lineId) ?? [])
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}

/** Candidates of one line, best first; kept for each line by itself, so that the next line has them before it is shown. */
export const proposalsOptions = (lineId: string) =>
  queryOptions({
    queryKey: [...api.bank.proposals.key(), lineId],
    queryFn: ({ signal, client: queries, queryKey }) =>
      new Promise<BankProposal[]>((resolve, reject) => {
        waiting.push({ lineId, signal, resolve, reject })
        askIn(queries.getQueryData(queryKey) === undefined ? BREATH_MS : REST_MS)
      }),
    gcTime: 10 * 60_000,
  })
