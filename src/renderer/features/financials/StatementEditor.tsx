import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { StatementLine } from '../../../main/core/financials/figure-keys.schema.ts'
import type { Statement } from '../../../main/core/financials/financials.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './financials.module.css'
import { LineGrid } from './LineGrid.tsx'
import { LiveFigures } from './LiveFigures.tsx'
import { StatementFacts } from './StatementFacts.tsx'
import {
  draftOf,
  type EntryMode,
  inputOf,
  linesOf,
  modeOf,
  newDraft,
  nextClosing,
  type StatementDraft,
} from './statement.draft.ts'

/** Other years beside the one that is typed. */
const SHOWN = 2

type Props = {
  customer: Customer
  /** Null for a new one. */
  statement: Statement | null
  /** Of the same customer; the newest two are shown beside, to type against. */
  others: readonly Statement[]
  onClose: () => void
}

/** A statement typed line by line, the keyboard only; what the lines make stands beside. */
export const StatementEditor = ({ customer, statement, others, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const today = useWorkingDay()
  const company = useQuery(api.company.get.queryOptions({ input: {} }))
  const [draft, setDraft] = useState<StatementDraft>(() =>
    statement
      ? draftOf(statement, language)
      : newDraft(
          nextClosing(
            today,
            others.map(({ closedOn }) => closedOn),
          ),
          others[0]?.currency ?? company.data?.currency ?? 'EUR',
          others[0]?.unit === 1000 ? 1000 : 1,
        ),
  )
  const [mode, setMode] = useState<EntryMode>(() => modeOf((statement ?? others[0])?.lines ?? {}))
  const save = useCommand(api.financials.save.mutationOptions(), {
    done: ({ closedOn }) => t('financials:entry.saved', { day: format.day(closedOn) }),
    onDone: onClose,
    quiet: true,
  })
  const change = (part: Partial<StatementDraft>) => setDraft((old) => ({ ...old, ...part }))
  const type = useCallback(
    (line: StatementLine, text: string) => setDraft((old) => ({ ...old, texts: { ...old.texts, [line]: text } })),
    [],
  )
  const [beside] = useState(() => others.slice(0, SHOWN))
  const input = useMemo(() => inputOf(draft, customer.id), [draft, customer.id])
  const { lines, unreadable } = linesOf(draft)
  const submit = () => input && !save.isPending && save.mutate(input)
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={
        statement
          ? t('financials:entry.editTitle', { day: format.day(statement.closedOn) })
          : t('financials:entry.newTitle')
      }
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ content: classes.modal, body: classes.editor }}
    >
      <StatementFacts draft={draft} onChange={change} />
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('financials:entry.mode')}
          value={mode}
          onChange={(value) => setMode(value as EntryMode)}
          data={(['boxes', 'figures'] as const).map((value) => ({ value, label: t(`financials:entry.${value}`) }))}
        />
        <Text size="xs" c="dimmed">
          {t('financials:entry.keys')}
        </Text>
      </Group>
      <div className={classes.entry}>
        <LineGrid draft={draft} mode={mode} others={beside} onText={type} onSubmit={submit} />
        <LiveFigures draft={draft} />
      </div>
      <ErrorNote error={save.error} />
      <Group justify="flex-end">
        <Text size="sm" c={unreadable.length > 0 ? 'var(--risk)' : 'dimmed'} mr="auto" role="status">
          {unreadable.length > 0
            ? t('financials:entry.unreadable', { count: unreadable.length })
            : t('financials:entry.count', { count: Object.keys(lines).length })}
        </Text>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button disabled={!input} loading={save.isPending} onClick={submit}>
          {t('financials:entry.save')}
        </Button>
      </Group>
    </Modal>
  )
}
