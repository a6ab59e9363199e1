import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../../main/core/customers/customers.contract.ts'
import type { Declaration } from '../../../main/core/declarations/declarations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import type { Tone } from '../../components/tone.ts'
import { AnswerDialog, CancelDialog, OutcomeDialog, ReceiptDialog, SentDialog } from './DeclarationDialogs.tsx'
import { DeclareDialog } from './DeclareDialog.tsx'
import classes from './insolvency.module.css'
import type { Papers } from './insolvency.words.ts'

const tones: Record<Declaration['state'], Tone> = {
  prepared: 'late',
  sent: 'neutral',
  received: 'neutral',
  contested: 'late',
  admitted: 'settled',
  partly: 'settled',
  rejected: 'risk',
  cancelled: 'neutral',
}

type Action = 'sent' | 'receipt' | 'outcome' | 'answer' | 'cancel'

/** What can be recorded of a declaration, the next thing first. */
const actionsOf = ({ state, sentOn, receivedOn, contestedOn, answeredOn, contested }: Declaration): Action[] => {
  if (state === 'cancelled') return []
  if (sentOn === null) return ['sent', 'cancel']
  return [
    ...(contestedOn !== null && answeredOn === null && (contested ?? 0) > 0 ? (['answer'] as const) : []),
    ...(receivedOn === null ? (['receipt'] as const) : []),
    'outcome',
    'cancel',
  ]
}

/** Claims declared in the procedure, the newest first, and the next to prepare. */
export const Declarations = ({ customer, papers }: { customer: Customer; papers: Papers }) => {
  const t = useT()
  const readOnly = useReadOnly('collect')
  const [asked, setAsked] = useState<{ what: Action; declaration: Declaration } | null>(null)
  const [declaring, setDeclaring] = useState(false)
  const { declarations, undeclared, judgment } = papers
  const living = declarations.some(({ state }) => state !== 'cancelled')
  const close = () => setAsked(null)
  return (
    <section className={classes.section} aria-label={t('insolvency:declarations.title')}>
      <Group justify="space-between">
        <Title order={3}>{t('insolvency:declarations.title')}</Title>
        {!readOnly && judgment !== null && undeclared.items > 0 && (
          <Button onClick={() => setDeclaring(true)}>
            {t(living ? 'insolvency:declarations.complete' : 'insolvency:declarations.prepare')}
          </Button>
        )}
      </Group>
      {declarations.length === 0 && <Text size="sm">{t('insolvency:declarations.none')}</Text>}
      {declarations.map((declaration) => (
        <Paper
          key={declaration.id}
          declaration={declaration}
          onAsk={readOnly ? null : (what) => setAsked({ what, declaration })}
        />
      ))}
      {declaring && <DeclareDialog customer={customer} onClose={() => setDeclaring(false)} />}
      {asked?.what === 'sent' && <SentDialog declaration={asked.declaration} onClose={close} />}
      {asked?.what === 'receipt' && <ReceiptDialog declaration={asked.declaration} onClose={close} />}
      {asked?.what === 'outcome' && <OutcomeDialog declaration={asked.declaration} onClose={close} />}
      {asked?.what === 'answer' && <AnswerDialog declaration={asked.declaration} onClose={close} />}
      {asked?.what === 'cancel' && <CancelDialog declaration={asked.declaration} onClose={close} />}
    </section>
  )
}

type PaperProps = { declaration: Declaration; onAsk: ((what: Action) => void) | null }

const Paper = ({ declaration, onAsk }: PaperProps) => {
  const t = useT()
  const format = useFormat()
  const { reference, state, currency, total, addressee, items } = declaration
  const money = (amount: number | null) => format.money(amount ?? 0, currency)
  const told = [
    t('insolvency:declarations.prepared', { day: format.day(declaration.preparedOn), by: declaration.preparedBy }),
    declaration.sentOn &&
      [
        t('insolvency:declarations.sent', { day: format.day(declaration.sentOn) }),
        declaration.channel && t(`insolvency:declarations.sentBy.${declaration.channel}`),
        declaration.registeredNumber && t('insolvency:declarations.number', { number: declaration.registeredNumber }),
        declaration.late && t('insolvency:declarations.late'),
      ]
        .filter(Boolean)
        .join(', '),
    declaration.receivedOn && t('insolvency:declarations.received', { day: format.day(declaration.receivedOn) }),
    declaration.outcomeOn &&
      t('insolvency:declarations.outcome', {
        admitted: money(declaration.admitted),
        contested: money(declaration.contested),
        rejected: money(declaration.rejected),
      }),
    declaration.contestedOn && t('insolvency:declarations.contestedOn', { day: format.day(declaration.contestedOn) }),
    declaration.answeredOn && t('insolvency:declarations.answered', { day: format.day(declaration.answeredOn) }),
    declaration.outcomeNote,
    declaration.cancelledOn &&
      t('insolvency:declarations.cancelled', {
        day: format.day(declaration.cancelledOn),
        because: declaration.cancelledBecause,
      }),
  ].filter(Boolean)
  return (
    <article className={classes.paper} aria-label={reference}>
      <Group gap="xs">
        <Text fw={600} size="sm">
          {reference}
        </Text>
        <ToneBadge tone={tones[state]}>{t(`insolvency:declarations.state.${state}`)}</ToneBadge>
        <Text size="sm">{t('insolvency:declarations.to', { name: addressee })}</Text>
      </Group>
      <span className={classes.amount}>{format.money(total, currency)}</span>
      <Text size="sm" c="dimmed">
        {told.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" ta="right">
        {t('insolvency:declarations.items', { count: items })}
      </Text>
      <Group gap="xs" className={classes.wide}>
        <AttachedFile documentId={declaration.documentId} documentName={`${reference}.pdf`} onAttach={null} />
        {onAsk &&
          actionsOf(declaration).map((what, place) => (
            <Button
              key={what}
              size="compact-sm"
              variant={place === 0 && what !== 'cancel' ? 'light' : 'subtle'}
              {...(what === 'cancel' && { color: 'gray' })}
              onClick={() => onAsk(what)}
            >
              {t(`insolvency:declarations.do.${what}`)}
            </Button>
          ))}
      </Group>
    </article>
  )
}
