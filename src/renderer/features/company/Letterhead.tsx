import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Company } from '../../../main/core/company/company.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { AccentInput } from './AccentInput.tsx'
import classes from './company.module.css'
import { contrastOnWhite } from './contrast.ts'
import { LetterPreview } from './LetterPreview.tsx'
import type { CompanyDraft } from './useCompanyDraft.ts'
import { useLogo } from './useLogo.ts'

const TYPES = ['image/png', 'image/jpeg', 'image/svg+xml']
const LARGEST = 1_000_000
/** Of text on paper, as on screens (WCAG AA). */
const LEGIBLE = 4.5

type Props = { company: Company; draft: CompanyDraft }

/** Logo and colour of the letters, with a letter as it will be printed. */
export const Letterhead = ({ company, draft }: Props) => {
  const t = useT()
  const format = useFormat()
  const accent = draft.form.values.accent
  const ratio = contrastOnWhite(accent)
  const shownRatio = ratio === null ? '' : format.number(Math.round(10 * ratio) / 10)
  return (
    <div className={classes.letterhead}>
      <Stack gap="lg">
        <Logo company={company} />
        <Stack gap={4}>
          <AccentInput {...draft.bind('accent')} />
          <Text size="sm" c="dimmed">
            {t('company:letterhead.accentAbout')}
          </Text>
          {ratio !== null && (
            <Text size="sm" c={ratio < LEGIBLE ? 'var(--late)' : 'dimmed'} role="status">
              {t(ratio < LEGIBLE ? 'company:letterhead.accentFaint' : 'company:letterhead.accentFine', {
                ratio: shownRatio,
              })}
            </Text>
          )}
        </Stack>
      </Stack>
      <LetterPreview
        company={company}
        accent={ratio === null ? company.accent : accent}
        dirty={draft.dirtyBeyond('accent')}
      />
    </div>
  )
}

const Logo = ({ company }: { company: Company }) => {
  const t = useT()
  const [refused, setRefused] = useState<string | null>(null)
  const logo = useLogo(company.logoId)
  const set = useCommand(api.company.setLogo.mutationOptions(), { quiet: true, done: t('company:letterhead.logoSet') })
  const remove = useCommand(api.company.removeLogo.mutationOptions(), { done: t('company:letterhead.logoRemoved') })
  const choose = (file: File) => {
    set.reset()
    setRefused(null)
    if (!TYPES.includes(file.type)) setRefused(t('company:letterhead.logoType', { name: file.name }))
    else if (file.size > LARGEST)
      setRefused(t('company:letterhead.logoSize', { size: Math.ceil(file.size / 100_000) / 10 }))
    else set.mutate({ file })
  }
  return (
    <Stack gap="xs" component="section" aria-label={t('company:letterhead.logo')}>
      <Title order={2}>{t('company:letterhead.logo')}</Title>
      {logo && (
        <>
          <img src={logo} alt={t('company:letterhead.logoAlt', { company: company.name })} className={classes.logo} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            loading={remove.isPending}
            onClick={() => remove.mutate({})}
          >
            {t('company:letterhead.logoRemove')}
          </Button>
        </>
      )}
      <FileDrop
        accept={TYPES.join(',')}
        title={t('company:letterhead.logoDrop')}
        disabled={set.isPending}
        onFile={choose}
      />
      <Text size="sm" c="dimmed">
        {t('company:letterhead.logoAbout')}
      </Text>
      {refused && (
        <Text c="var(--risk)" role="alert">
          {refused}
        </Text>
      )}
      <ErrorNote error={set.error} />
    </Stack>
  )
}
