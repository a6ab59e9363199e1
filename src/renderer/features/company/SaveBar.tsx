import { Button, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './company.module.css'
import type { CompanyDraft } from './useCompanyDraft.ts'

/** Stays at the bottom while something is not saved; Ctrl+S saves. */
export const SaveBar = ({ draft }: { draft: CompanyDraft }) => {
  const t = useT()
  const { dirty, problemCount, error } = draft
  useHotkeys([['mod+S', () => dirty && draft.submit()]], [])
  if (!dirty) return null
  return (
    <section className={classes.saveBar} aria-label={t('company:save.dirty')}>
      <div className={classes.grow}>
        <Text fw={600}>{t('company:save.dirty')}</Text>
        {problemCount > 0 && (
          <Text size="sm" c="var(--risk)" role="alert">
            {t('company:save.invalid', { count: problemCount })}
          </Text>
        )}
        <ErrorNote error={error} />
      </div>
      <Button variant="default" onClick={draft.discard}>
        {t('company:save.discard')}
      </Button>
      <Button onClick={draft.submit} loading={draft.saving}>
        {t('company:save.save')}
      </Button>
    </section>
  )
}
