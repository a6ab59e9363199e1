import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { BankLine, BankProposal } from '../../../main/core/bank/bank.contract.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import type { NamedCustomer } from '../../components/CustomerInput.tsx'
import classes from './bank.module.css'
import { Candidates } from './Candidates.tsx'
import type { Deed } from './deeds.ts'
import { FindCustomer } from './FindCustomer.tsx'
import { foundWords } from './highlight.ts'
import { LineFacts } from './LineFacts.tsx'
import { ReceiptChoice } from './ReceiptChoice.tsx'
import { SetAside } from './SetAside.tsx'
import { SplitEditor } from './SplitEditor.tsx'
import type { SplitPart } from './split.draft.ts'
import { useOpenItems } from './useOpenItems.ts'

type Mode =
  | { at: 'candidates' }
  | { at: 'find' }
  | { at: 'split'; start: SplitPart }
  | { at: 'receipts'; customer: NamedCustomer }

type Props = {
  line: BankLine
  proposals: readonly BankProposal[] | undefined
  error: Error | null
  chosen: BankProposal | undefined
  onChoose: (proposal: BankProposal) => void
  onDeed: (deed: Deed) => void
}

/** What can be made of a line: a candidate, another customer, a split by hand, or nothing with a reason. */
export const OpenLine = ({ line, chosen, onDeed, ...candidates }: Props) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [mode, setMode] = useState<Mode>({ at: 'candidates' })
  const [aside, setAside] = useState(false)
  const { ofCustomer, ofProposal } = useOpenItems(line.currency)
  const back = () => setMode({ at: 'candidates' })
  const find = () => setMode({ at: 'find' })
  const split = async () => {
    if (chosen?.action === 'settle') setMode({ at: 'split', start: await ofProposal(chosen) })
    else find()
  }
  const found = async (customer: NamedCustomer) =>
    setMode(
      line.role === 'return'
        ? { at: 'receipts', customer }
        : { at: 'split', start: await ofCustomer(customer, line.left) },
    )
  const actions = [
    { key: 's', label: t('bank:actions.aside'), run: () => setAside(true) },
    ...(line.role === 'out' ? [] : [{ key: 'c', label: t('bank:actions.customer'), run: find }]),
    ...(line.role === 'receipt' ? [{ key: 'm', label: t('bank:actions.split'), run: () => void split() }] : []),
  ]
  useShortcuts(readOnly ? [] : actions)
  return (
    <>
      <LineFacts
        line={line}
        found={chosen && mode.at === 'candidates' ? foundWords(chosen.reasons) : []}
        short={mode.at !== 'candidates'}
      />
      {!readOnly && mode.at === 'candidates' && (
        <Group gap="xs" className={classes.actions}>
          {actions.map(({ key, label, run }) => (
            <Button
              key={key}
              variant="default"
              size="compact-sm"
              rightSection={<Kbd size="xs">{key}</Kbd>}
              onClick={run}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
      {mode.at === 'candidates' && line.role === 'out' && (
        <div className={classes.scroll}>
          <Text>{t('bank:line.out')}</Text>
        </div>
      )}
      {mode.at === 'candidates' && line.role !== 'out' && (
        <Candidates line={line} chosen={chosen} onDeed={onDeed} {...candidates} />
      )}
      {mode.at === 'find' && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the field inside
        <div
          className={classes.scroll}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) back()
          }}
        >
          <Group justify="space-between">
            <Title order={2}>{t(line.role === 'return' ? 'bank:find.titleReturn' : 'bank:find.title')}</Title>
            <Button variant="subtle" size="compact-sm" onClick={back}>
              {t('bank:find.back')}
            </Button>
          </Group>
          <FindCustomer label={t('bank:find.label')} onFound={found} />
        </div>
      )}
      {mode.at === 'split' && (
        <SplitEditor key={mode.start.customerId} line={line} start={mode.start} onDeed={onDeed} onBack={back} />
      )}
      {mode.at === 'receipts' && <ReceiptChoice line={line} customer={mode.customer} onDeed={onDeed} onBack={back} />}
      {aside && <SetAside line={line} onDeed={onDeed} onClose={() => setAside(false)} />}
    </>
  )
}
