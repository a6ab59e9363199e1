import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { bankMappingSchema } from '../../../../main/core/imports/bank-mapping.schema.ts'
import { mappingSchema } from '../../../../main/core/imports/imports.contract.ts'
import { api, client } from '../../../api/client.ts'
import type { QueuedFile } from '../queue.ts'
import { type Draft, isBank, withinHeader } from './draft.ts'

type Preview = Awaited<ReturnType<typeof client.imports.preview>>
type BankLine = Awaited<ReturnType<typeof client.imports.previewBank>>['lines'][number]

export type MappingPreview = {
  header: readonly string[]
  sample: readonly (readonly string[])[]
  rows: Preview['rows']
  problems: Preview['problems']
  /** What is shown is of an earlier mapping. */
  stale: boolean
  error: Error | null
}

/** A movement in the shape of the other rows: its day, payer, text and amount. */
const bankRow = ({ line, booked, valued, amount, currency, party, text }: BankLine): Preview['rows'][number] => ({
  line,
  kind: 'bank',
  number: text,
  customerCode: '',
  customerName: party,
  issued: booked,
  due: valued,
  amount,
  currency,
  customer: null,
})

const previewOf = async (name: string, file: File, mapping: Draft, signal: AbortSignal): Promise<Preview> => {
  if (!isBank(mapping)) return client.imports.preview({ name, file, mapping }, { signal })
  const { lines, ...rest } = await client.imports.previewBank({ name, file, mapping }, { signal })
  return { ...rest, rows: lines.map(bankRow) }
}

/** A file without a header, or with one shorter than its rows, has columns all the same. */
const wideAs = (header: readonly string[], sample: readonly (readonly string[])[]): readonly string[] => {
  const width = Math.max(header.length, ...sample.map((row) => row.length))
  return Array.from({ length: width }, (_, position) => header[position] ?? '')
}

/** The first rows as the mapping would read them; `prune` takes the mapping without the columns the file does not have. */
export const useMappingPreview = (
  { id, file, inspection, mapping }: QueuedFile,
  prune: (mapping: Draft) => void,
): MappingPreview => {
  const [settled] = useDebouncedValue(mapping, 150)
  const complete = (settled && isBank(settled) ? bankMappingSchema : mappingSchema).safeParse(settled)
  const call = api.imports.preview
  const { data, error, isPlaceholderData } = useQuery({
    // A file has no content in a key: the queue's id stands for it.
    queryKey: [...call.key(), id, settled],
    queryFn: ({ signal }) => previewOf(file.name, file, settled as Draft, signal),
    enabled: complete.success,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  const sample = data?.sample ?? inspection?.sample ?? []
  const header = useMemo(() => wideAs(data?.header ?? inspection?.header ?? [], sample), [data, inspection, sample])
  const latest = useRef(prune)
  latest.current = prune
  useEffect(() => {
    if (!data || isPlaceholderData || !mapping || mapping !== settled) return
    const pruned = withinHeader(mapping, header)
    if (pruned !== mapping) latest.current(pruned)
  }, [data, header, isPlaceholderData, mapping, settled])
  return {
    header,
    sample,
    rows: data?.rows ?? [],
    problems: data?.problems ?? [],
    stale: isPlaceholderData || settled !== mapping,
    error,
  }
}
