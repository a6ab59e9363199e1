import { Button, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Clause, clauses } from '../../../main/core/policy/changes.rules.ts'
import { policyTerms } from '../../../main/core/policy/policy.terms.rules.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ClauseSection } from './ClauseSection.tsx'
import { Contents } from './Contents.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { changedClauses, contentOf, draftOf, type PolicyDraft, problemsOf, withCodes } from './policy.draft.ts'
import classes from './policy.module.css'
import { useClauseText } from './useClauseText.ts'
import { Versions } from './Versions.tsx'

/** What the firm decided about its receivables: read from top to bottom, edited in place, published as a new version. */
export const PolicyPage = () => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('configure')
  const { data, error } = useQuery(api.policy.versions.queryOptions({ input: {} }))
  const inForce = useQuery(api.policy.get.queryOptions({ input: {} })).data
  const [written, setWritten] = useState<PolicyDraft | null>(null)
  const [editing, setEditing] = useState<Clause | null>(null)
  const [publishing, setPublishing] = useState(false)
  const versions = data?.versions ?? []
  // A version that is not in force yet is the one to go on from.
  const last = versions[0]
  const published = last && draftOf(last.content)
  const draft = written ?? published
  const changed = published && draft ? changedClauses(published, draft) : []
  const problems = draft ? problemsOf(draft) : []
  const dirty = changed.length > 0
  const ready = dirty && problems.length === 0
  const text = useClauseText()
  const blocks = draft && text(contentOf(draft))
  const titles = policyTerms(useLanguage()).clause
  const edit = (clause: Clause) => {
    setEditing(clause)
    document.getElementById(`clause-${clause}`)?.scrollIntoView({ block: 'nearest' })
  }
  const revert = () => {
    setWritten(null)
    setEditing(null)
  }
  useShortcuts(
    readOnly
      ? []
      : clauses.slice(0, 9).map((clause, i) => ({
          key: String(i + 1),
          label: t('policy:editOf', { clause: titles[clause] }),
          run: () => edit(clause),
        })),
  )
  useHotkeys([['mod+S', () => ready && setPublishing(true)]], [])
  return (
    <>
      <PageHeader title={t('policy:title')}>
        <Text size="sm" c="dimmed">
          {inForce &&
            (inForce.inForceFrom
              ? t('policy:inForce', { version: inForce.version, day: format.day(inForce.inForceFrom) })
              : t('policy:shipped'))}
          {'. '}
          {t('policy:intro')}
        </Text>
        {last?.inForceFrom && inForce && last.version > inForce.version && (
          <Text size="sm" c="var(--late)">
            {t('policy:later', { version: last.version, day: format.day(last.inForceFrom) })}
          </Text>
        )}
      </PageHeader>
      <ErrorNote error={error} />
      {draft && blocks && last && (
        <div className={classes.page}>
          <div className={classes.document}>
            {clauses.map((clause, i) => (
              <ClauseSection
                key={clause}
                clause={clause}
                number={i + 1}
                blocks={blocks[clause]}
                draft={draft}
                change={(part) => setWritten({ ...draft, ...part })}
                changed={changed.includes(clause)}
                editing={editing === clause}
                onEdit={(open) => setEditing(open ? clause : null)}
              />
            ))}
          </div>
          <aside className={classes.aside}>
            <Contents changed={changed} broken={problems} />
            <Versions versions={versions} inForce={inForce?.version ?? 0} />
          </aside>
        </div>
      )}
      {dirty && last && (
        <section className={classes.bar} aria-label={t('policy:save.bar', { count: changed.length })}>
          <div className={classes.grow}>
            <Text fw={600}>{t('policy:save.bar', { count: changed.length })}</Text>
            {problems.length > 0 && (
              <Text size="sm" className={classes.problem} role="alert">
                {t('policy:save.invalid')}
              </Text>
            )}
          </div>
          <Button variant="default" onClick={revert}>
            {t('policy:save.revert')}
          </Button>
          <Button disabled={!ready} onClick={() => setPublishing(true)}>
            {t('policy:save.publish', { version: last.version + 1 })}
          </Button>
        </section>
      )}
      {publishing && last && draft && (
        <PublishDialog
          last={last}
          content={contentOf({ ...draft, disputeReasons: withCodes(draft.disputeReasons) })}
          onClose={() => setPublishing(false)}
          onDone={() => {
            setPublishing(false)
            revert()
          }}
        />
      )}
      <LeaveGuard dirty={dirty} />
    </>
  )
}
