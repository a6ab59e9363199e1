import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

const licenceSchema = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })

export type Licence = z.infer<typeof licenceSchema>

/** What the build lists of the components of others; a file of the window's own. */
export const licencesQuery = queryOptions({
  queryKey: ['licences.json'],
  queryFn: async () => z.array(licenceSchema).parse(await (await fetch('/licences.json')).json()),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** A component may be there in two versions. */
export const keyOf = ({ name, version }: Licence): string => `${name}@${version}`

/** The text with its paragraphs as long as the window is wide; lists and addresses keep their lines. */
export const reflowed = (text: string): string =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) =>
      /^[ \t]+\S|^[-*#=]|https?:|^\(?\w{1,2}[.)]\s/m.test(paragraph) ? paragraph : paragraph.replace(/\s*\n\s*/g, ' '),
    )
    .join('\n\n')

export const matching = (licences: readonly Licence[], words: string): Licence[] => {
  const wanted = words.trim().toLowerCase()
  return licences.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted))
}
