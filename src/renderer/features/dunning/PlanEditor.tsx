import { Button, Checkbox, Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { validatePlan } from '../../../main/core/dunning/dunning.plan.rules.ts'
import {
  groupings,
  type Plan,
  type PlanInput,
  type PlanUse,
  workingDayRules,
} from '../../../main/core/dunning/dunning.plan.schema.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { LeaveGuard } from '../../components/LeaveGuard.tsx'
import { PlanLevels } from './PlanLevels.tsx'
import { PlanMinimums } from './PlanMinimums.tsx'
import { PlanTimeline } from './PlanTimeline.tsx'
import { PlanUsers } from './PlanUsers.tsx'
import { draftOf, levelsOf, type PlanDraft, planOf } from './plan.draft.ts'
import classes from './plans.module.css'

type Props = {
  /** Null for a new one. */
  plan: Plan | null
  /** What a new one begins as. */
  from: Plan | null
  copied: boolean
  use: PlanUse
  currency: string
  onSaved: (id: string) => void
  onCopy: (id: string) => void
}

/** A plan, read from top to bottom and edited in place. */
export const PlanEditor = ({ plan, from, copied, use, currency, onSaved, onCopy }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('configure')
  const [draft, setDraft] = useState<PlanDraft | null>(null)
  const save = useCommand(api.dunning.savePlan.mutationOptions(), {
    done: t('dunning:plan.saved'),
    onDone: ({ id }) => {
      setDraft(null)
      onSaved(id)
    },
  })
  const archive = useCommand(api.dunning.archivePlan.mutationOptions(), {
    done: ({ archivedOn }) => t(archivedOn ? 'dunning:plan.archiveDone' : 'dunning:plan.restoreDone'),
  })
  const makeDefault = useCommand(api.dunning.makeDefaultPlan.mutationOptions(), {
    done: ({ name }) => t('dunning:plan.defaultDone', { name }),
  })
  const begun = (base: Plan | PlanInput): PlanDraft => ({
    ...draftOf(base),
    name: copied ? t('dunning:plan.copyOf', { name: base.name }) : t('dunning:plan.newName'),
  })
  const kept = plan ? draftOf(plan) : from && begun(from)
  const shown = draft ?? kept
  if (!shown) return null
  const ready = planOf(shown)
  const levels = levelsOf(shown)
  const minimums = Object.fromEntries(shown.letterMinimums.map(({ currency, amount }) => [currency, amount ?? 0]))
  const problems = validatePlan({ levels, letterMinimums: minimums })
  const change = (part: Partial<PlanDraft>) => setDraft({ ...shown, ...part })
  const archived = plan?.archivedOn != null
  const dirty = draft !== null || plan === null
  return (
    <section className={classes.editor} aria-label={shown.name}>
      <Group justify="space-between" className={classes.bar}>
        <Group gap="xs">
          {plan && !readOnly && (
            <>
              <Button variant="default" onClick={() => onCopy(plan.id)}>
                {t('dunning:plan.copy')}
              </Button>
              {!plan.isDefault && !archived && (
                <Button variant="default" onClick={() => makeDefault.mutate({ id: plan.id })}>
                  {t('dunning:plan.makeDefault')}
                </Button>
              )}
              {!plan.isDefault && (
                <Button variant="default" onClick={() => archive.mutate({ id: plan.id, archived: !archived })}>
                  {t(archived ? 'dunning:plan.restore' : 'dunning:plan.archive')}
                </Button>
              )}
            </>
          )}
        </Group>
        {!readOnly && (
          <Group gap="xs">
            {draft && (
              <>
                <Text size="sm" c="var(--late)">
                  {t('dunning:plan.changed')}
                </Text>
                <Button variant="default" onClick={() => setDraft(null)}>
                  {t('dunning:plan.revert')}
                </Button>
              </>
            )}
            <Button
              disabled={!dirty || !ready || problems.length > 0}
              loading={save.isPending}
              onClick={() => ready && save.mutate({ ...ready, id: plan?.id ?? null })}
            >
              {t('dunning:plan.save')}
            </Button>
          </Group>
        )}
      </Group>
      <fieldset className={classes.fields} disabled={readOnly}>
        <Group align="flex-start" gap="md">
          <TextInput
            w={280}
            label={t('dunning:plan.name')}
            maxLength={80}
            value={shown.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            w={250}
            allowDeselect={false}
            label={t('dunning:plan.grouping')}
            data={groupings.map((value) => ({ value, label: t(`dunning:plan.groupings.${value}`) }))}
            value={shown.grouping}
            onChange={(value) => value && change({ grouping: value as PlanDraft['grouping'] })}
          />
          <Select
            w={250}
            allowDeselect={false}
            label={t('dunning:plan.workingDays')}
            data={workingDayRules.map((value) => ({ value, label: t(`dunning:plan.workingDayRules.${value}`) }))}
            value={shown.workingDays}
            onChange={(value) => value && change({ workingDays: value as PlanDraft['workingDays'] })}
          />
        </Group>
        {shown.grouping === 'customer' && (
          <Checkbox
            label={t('dunning:plan.listsYounger')}
            checked={shown.listsYounger}
            onChange={(event) => change({ listsYounger: event.currentTarget.checked })}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('dunning:plan.intro')}
        </Text>
        <PlanTimeline levels={levels} />
        <PlanLevels
          levels={shown.levels}
          problems={problems}
          currencies={[...new Set([currency, ...shown.letterMinimums.map((one) => one.currency)])]}
          currency={currency}
          onChange={(levels) => change({ levels })}
        />
        <PlanMinimums draft={shown} currency={currency} onChange={change} />
        {plan && <PlanUsers plan={plan} use={use} />}
        <Text size="sm" c="dimmed">
          {t('dunning:plan.law')}
        </Text>
      </fieldset>
      <LeaveGuard dirty={draft !== null} />
    </section>
  )
}
