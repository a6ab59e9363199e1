import { Button, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { validatePlan } from '../../../main/core/dunning/dunning.plan.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DunningTabs } from '../../components/DunningTabs.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import classes from './dunning.module.css'
import { PlanLevels } from './PlanLevels.tsx'
import { PlanMinimums } from './PlanMinimums.tsx'
import { draftOf, levelsOf, type PlanDraft, planOf } from './plan.draft.ts'

/** The dunning plan, read from top to bottom and edited in place. */
export const PlanPage = () => {
  const t = useT()
  const readOnly = useReadOnly()
  const plan = useQuery(api.dunning.plans.queryOptions({ input: {} }))
  const company = useQuery(api.company.get.queryOptions({ input: {} }))
  const wordings = useQuery(api.dunning.wordings.queryOptions({ input: {} }))
  const [draft, setDraft] = useState<PlanDraft | null>(null)
  const save = useCommand(api.dunning.savePlan.mutationOptions(), {
    done: t('dunning:plan.saved'),
    onDone: () => setDraft(null),
  })
  const [kept] = plan.data?.plans ?? []
  const shown = draft ?? (kept ? draftOf(kept) : null)
  const ready = shown && planOf(shown)
  const problems = shown
    ? validatePlan({
        levels: levelsOf(shown),
        letterMinimums: Object.fromEntries(shown.letterMinimums.map(({ currency, amount }) => [currency, amount ?? 0])),
      })
    : []
  const change = (part: Partial<PlanDraft>) => {
    if (!shown) return
    setDraft({ ...shown, ...part })
  }
  const reminders = wordings.data?.wordings.filter(({ of }) => of === 'reminder')
  const keys = [...new Set(reminders?.map(({ key }) => key))]

  return (
    <>
      <PageHeader
        title={t('dunning:plan.title')}
        actions={
          !readOnly && (
            <>
              {draft && (
                <Text size="sm" c="var(--late)">
                  {t('dunning:plan.changed')}
                </Text>
              )}
              {draft && (
                <Button variant="default" onClick={() => setDraft(null)}>
                  {t('dunning:plan.revert')}
                </Button>
              )}
              <Button
                disabled={!draft || !ready || problems.length > 0}
                loading={save.isPending}
                onClick={() => ready && kept && save.mutate({ ...kept, ...ready })}
              >
                {t('dunning:plan.save')}
              </Button>
            </>
          )
        }
      >
        <DunningTabs value="plan" />
      </PageHeader>
      <ErrorNote error={plan.error} />
      {shown && company.data && (
        <fieldset className={classes.plan} disabled={readOnly}>
          <Text size="sm" c="dimmed">
            {t('dunning:plan.intro')}
          </Text>
          <TextInput
            w={320}
            label={t('dunning:plan.name')}
            maxLength={80}
            value={shown.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <PlanLevels
            levels={shown.levels}
            problems={problems}
            wordings={keys}
            currency={company.data.currency}
            onChange={(levels) => change({ levels })}
          />
          <PlanMinimums draft={shown} currency={company.data.currency} onChange={change} />
          <Text size="sm" c="dimmed">
            {t('dunning:plan.law')}
          </Text>
        </fieldset>
      )}
      <LeaveGuard dirty={draft !== null} />
    </>
  )
}
