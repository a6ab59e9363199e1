import { Button, Checkbox, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import {
  type Draft,
  type DraftInput,
  type Security,
  securities,
} from '../../../main/core/declarations/declarations.contract.ts'
import { eveOf } from '../../../main/core/declarations/declarations.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'
import { PagesView } from '../../components/PagesView.tsx'
import classes from './insolvency.module.css'
import { deadlineWords } from './insolvency.words.ts'

type Said = Omit<DraftInput, 'customerId' | 'itemIds' | 'officerId'>

/** The declaration before it is drawn up: its amounts, what it says beside them, and the page itself. */
export const DeclareDialog = ({ customer, onClose }: { customer: Customer; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [said, setSaid] = useState<Said>({
    security: 'none',
    securityText: '',
    courtSeised: '',
    byProxy: false,
    note: '',
  })
  const [showing, setShowing] = useState(false)
  const input = { customerId: customer.id, ...said }
  const { data: draft, error } = useQuery({
    ...api.declarations.draft.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  const preview = useQuery({ ...api.declarations.preview.queryOptions({ input }), enabled: showing })
  const prepare = useCommand(api.declarations.prepare.mutationOptions(), {
    done: ({ reference }) => t('insolvency:draft.done', { reference }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('insolvency:draft.title', { name: customer.name })}
      onClose={onClose}
      size={820}
      submit={t('insolvency:draft.submit', { amount: draft ? format.money(draft.total, draft.currency) : '' })}
      disabled={!draft || draft.officer === null}
      pending={prepare.isPending}
      error={error ?? prepare.error}
      onSubmit={() => prepare.mutate(input)}
      summary={
        <Button variant="default" disabled={!draft} onClick={() => setShowing(!showing)}>
          {t(showing ? 'insolvency:draft.form' : 'insolvency:draft.preview')}
        </Button>
      }
    >
      {!draft && !error && <Text size="sm">{t('insolvency:draft.wait')}</Text>}
      {draft && !showing && <Sums draft={draft} />}
      {draft && !showing && <Fields said={said} draft={draft} onChange={(part) => setSaid({ ...said, ...part })} />}
      {showing && <ErrorNote error={preview.error} />}
      {showing && preview.data && (
        <div className={classes.preview}>
          <PagesView
            pages={preview.data.pages}
            label={(page) => t('insolvency:draft.page', { page })}
            stale={preview.isFetching}
          />
        </div>
      )}
    </FormDialog>
  )
}

const Sums = ({ draft }: { draft: Draft }) => {
  const t = useT()
  const format = useFormat()
  const { deadline, judgment, currency, warnings, items, officer } = draft
  const lines = (
    [
      ['principal', draft.principal],
      ['interest', draft.interest],
      ['indemnities', draft.indemnities],
      ['costs', draft.costs],
      ['toFallDue', draft.toFallDue],
      ['credits', -draft.credits],
    ] as const
  ).filter(([, amount]) => amount !== 0)
  const invoicedAfter = items.filter((item) => item.invoicedAfter).length
  return (
    <>
      <Group justify="space-between">
        <Text size="sm">
          {t('insolvency:draft.judgment', { day: format.day(judgment) })}
          {officer && ` · ${t('insolvency:draft.to')} : ${officer.name}`}
        </Text>
        {deadline && (
          <Text size="sm" fw={600}>
            {t('insolvency:draft.deadline', {
              day: format.day(deadline.extended ?? deadline.on),
              left: deadlineWords({ daysLeft: deadline.daysLeft, passed: deadline.daysLeft < 0 }, t).left,
            })}
          </Text>
        )}
      </Group>
      <dl className={classes.sums}>
        {lines.map(([part, amount]) => (
          <Line
            key={part}
            label={t(`insolvency:draft.${part}`, { day: format.day(eveOf(judgment)) })}
            value={format.money(amount, currency)}
          />
        ))}
        <dt data-total>{t('insolvency:draft.total')}</dt>
        <dd data-total>{format.money(draft.total, currency)}</dd>
      </dl>
      {(warnings.length > 0 || invoicedAfter > 0) && (
        <Note tone="late">
          {warnings.map((warning) => (
            <Text key={warning} size="sm">
              {t(`insolvency:draft.warnings.${warning}`)}
            </Text>
          ))}
          {invoicedAfter > 0 && <Text size="sm">{t('insolvency:draft.invoicedAfter', { count: invoicedAfter })}</Text>}
        </Note>
      )}
    </>
  )
}

const Line = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
)

type FieldsProps = { said: Said; draft: Draft; onChange: (part: Partial<Said>) => void }

const Fields = ({ said, draft, onChange }: FieldsProps) => {
  const t = useT()
  return (
    <div className={classes.pair}>
      <Select
        data-autofocus
        allowDeselect={false}
        label={t('insolvency:draft.security')}
        data={securities.map((value) => ({ value, label: t(`insolvency:draft.securities.${value}`) }))}
        value={said.security}
        onChange={(value) => value && onChange({ security: value as Security })}
      />
      <TextInput
        maxLength={1000}
        label={t('insolvency:draft.securityText')}
        value={said.securityText}
        onChange={(event) => onChange({ securityText: event.currentTarget.value })}
      />
      <TextInput
        maxLength={120}
        label={t('insolvency:draft.signatory')}
        value={said.signatory ?? draft.signatory}
        onChange={(event) => onChange({ signatory: event.currentTarget.value })}
      />
      <TextInput
        maxLength={120}
        label={t('insolvency:draft.capacity')}
        value={said.capacity ?? draft.capacity}
        onChange={(event) => onChange({ capacity: event.currentTarget.value })}
      />
      <TextInput
        className={classes.wide}
        maxLength={300}
        label={t('insolvency:draft.court')}
        value={said.courtSeised}
        onChange={(event) => onChange({ courtSeised: event.currentTarget.value })}
      />
      <Checkbox
        className={classes.wide}
        label={t('insolvency:draft.byProxy')}
        checked={said.byProxy}
        onChange={(event) => onChange({ byProxy: event.currentTarget.checked })}
      />
      <Textarea
        className={classes.wide}
        autosize
        minRows={1}
        maxLength={2000}
        label={t('insolvency:draft.note')}
        value={said.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  )
}
