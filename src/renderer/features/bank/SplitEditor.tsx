import { Button, Group, NativeSelect, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './bank.module.css'
import type { Deed } from './deeds.ts'
import { FindCustomer } from './FindCustomer.tsx'
import { PlacedBar } from './PlacedBar.tsx'
import { SplitCustomer } from './SplitCustomer.tsx'
import { leftOf, partsOf, problemOf, restCustomer, type SplitDraft, type SplitPart } from './split.draft.ts'
import { useOpenItems } from './useOpenItems.ts'

type Props = { line: BankLine; start: SplitPart; onDeed: (deed: Deed) => void; onBack: () => void }

/** The line placed by hand: on items of one customer or of several, with discounts and differences written off. */
export const SplitEditor = ({ line, start, onDeed, onBack }: Props) => {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<SplitDraft>({ parts: [start], restTo: null })
  const [adding, setAdding] = useState(false)
  const { ofCustomer } = useOpenItems(line.currency)
  const limit = useQuery(api.policy.get.queryOptions({ input: {} })).data?.content.writeOffLimits[line.currency]
  const left = leftOf(draft, line.left)
  const problem = problemOf(draft, line.left, limit)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[data-amount]')?.focus(), [])

  const change = (parts: readonly SplitPart[]) => setDraft((old) => ({ ...old, parts }))
  const submit = () => {
    if (problem) return
    const parts = partsOf(draft, line.left)
    const names = draft.parts.filter(({ customerId }) => parts.some((part) => part.customerId === customerId))
    onDeed({ line, kind: 'match', parts, customer: names.map(({ customerName }) => customerName).join(', ') })
  }
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onBack()
      }}
    >
      <div className={classes.scroll}>
        <Group justify="space-between">
          <Title order={2}>{t('bank:split.title')}</Title>
          <Button variant="subtle" size="compact-sm" onClick={onBack}>
            {t('bank:find.back')}
          </Button>
        </Group>
        {draft.parts.map((part) => (
          <SplitCustomer
            key={part.customerId}
            part={part}
            currency={line.currency}
            left={left}
            onChange={(next) => change(draft.parts.map((one) => (one === part ? next : one)))}
            onRemove={() => change(draft.parts.filter((one) => one !== part))}
          />
        ))}
        {adding || draft.parts.length === 0 ? (
          <FindCustomer
            label={t('bank:split.add')}
            except={draft.parts.map(({ customerId }) => customerId)}
            onFound={async (customer) => {
              const part = await ofCustomer(customer, Math.max(0, left))
              setDraft((old) => ({ ...old, parts: [...old.parts, part] }))
              setAdding(false)
            }}
          />
        ) : (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)} className={classes.add}>
            {t('bank:split.add')}
          </Button>
        )}
      </div>
      <SplitBar line={line} draft={draft} limit={limit} onSubmit={problem ? null : submit}>
        {left > 0 && draft.parts.length > 1 && (
          <NativeSelect
            size="xs"
            label={t('bank:split.restTo')}
            value={draft.restTo ?? ''}
            data={[
              { value: '', label: t('common:none') },
              ...draft.parts.map(({ customerId, customerName }) => ({ value: customerId, label: customerName })),
            ]}
            onChange={(event) => {
              const restTo = event.currentTarget.value || null
              setDraft((old) => ({ ...old, restTo }))
            }}
          />
        )}
      </SplitBar>
    </form>
  )
}

type BarProps = {
  line: BankLine
  draft: SplitDraft
  limit: number | undefined
  onSubmit: (() => void) | null
  children: React.ReactNode
}

const SplitBar = ({ line, draft, limit, onSubmit, children }: BarProps) => {
  const t = useT()
  const format = useFormat()
  const { currency } = line
  const left = leftOf(draft, line.left)
  const problem = problemOf(draft, line.left, limit)
  const money = (amount: number) => format.money(amount, currency)
  const words = (): string => {
    switch (problem?.code) {
      case 'empty':
        return t('bank:bar.nothing')
      case 'whose':
        return t('bank:bar.whose', { amount: money(left) })
      case 'tooMuch':
        return t('bank:bar.tooMuch', { amount: money(problem.amount) })
      case 'above':
        return t('bank:split.above', { number: problem.number })
      case 'credits':
        return t('bank:split.credits')
      case 'limit':
        return limit === undefined
          ? t('bank:split.noLimit', { currency })
          : t('bank:split.limit', { limit: money(limit) })
      case 'taxRate':
        return t('bank:split.taxRate')
    }
    if (left === 0) return t('bank:bar.allPlaced')
    return t('bank:bar.credit', { amount: money(left), customer: restCustomer(draft)?.customerName })
  }
  const grave = problem !== null && problem.code !== 'whose' && problem.code !== 'empty'
  return (
    <PlacedBar
      amount={line.left}
      left={left}
      currency={currency}
      words={words()}
      tone={grave ? 'risk' : left === 0 && !problem ? 'settled' : 'late'}
      submit={t('bank:bar.split')}
      onSubmit={onSubmit}
    >
      {children}
    </PlacedBar>
  )
}
