import { Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Company } from '../../../main/core/company/company.contract.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './company.module.css'

type Props = {
  company: Company
  /** As it is being chosen. */
  accent: string
  /** Something that the letter shows is not saved yet. */
  dirty: boolean
}

const addressOf = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`

/** The first wording on the company's paper, in its language. */
export const LetterPreview = ({ company, accent, dirty }: Props) => {
  const t = useT()
  const wordings = useQuery(api.dunning.wordings.queryOptions({ input: {} }))
  const wording =
    wordings.data?.wordings.find(({ language }) => language === company.language) ?? wordings.data?.wordings[0]
  const { key = '', language = company.language, subject = '', body = '' } = wording ?? {}
  const preview = useQuery({
    ...api.dunning.previewWording.queryOptions({ input: { key, language, subject, body } }),
    enabled: wording !== undefined,
    placeholderData: keepPreviousData,
  })
  // The letter is set with the saved colour; the one being chosen takes its place on the finished page.
  const pages = preview.data?.pages.map((svg) => svg.replaceAll(new RegExp(company.accent, 'gi'), accent))
  return (
    <Stack gap="xs" component="section" aria-label={t('company:letterhead.preview')}>
      <Title order={2}>{t('company:letterhead.preview')}</Title>
      {dirty && (
        <Text size="sm" c="dimmed">
          {t('company:letterhead.previewWaits')}
        </Text>
      )}
      <ErrorNote error={wordings.error ?? preview.error} />
      {pages?.map((svg, i) => (
        <img
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its position
          key={i}
          src={addressOf(svg)}
          alt={t('company:letterhead.previewAlt', { page: i + 1 })}
          className={classes.sheet}
        />
      ))}
    </Stack>
  )
}
