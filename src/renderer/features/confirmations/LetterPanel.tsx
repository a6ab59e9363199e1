import { Text, Title } from '@mantine/core'
import type { Confirmation, ConfirmationRun } from '../../../main/core/confirmations/confirmations.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { Facts } from '../../components/Facts.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { Balances } from './Balances.tsx'
import classes from './confirmations.module.css'
import { StateBadge } from './StateBadge.tsx'

type Props = {
  letter: Confirmation
  run: Pick<ConfirmationRun, 'form' | 'madeOn'>
  onDone: () => void
  onClose: () => void
}

/** One letter: what it says, what came back, and every entry about it. */
export const LetterPanel = ({ letter, run, onDone, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <SidePanel opened onClose={onClose} title={letter.reference}>
      <div>
        <Text fw={600}>
          <AnchorLink to="/customers/$id" params={{ id: letter.customerId }}>
            {letter.name}
          </AnchorLink>{' '}
          <Text span size="sm" c="dimmed">
            {letter.code}
          </Text>
        </Text>
        <StateBadge letter={letter} form={run.form} />
      </div>
      <Facts
        facts={[
          [t('confirmations:answer.balance'), <Balances key="balance" balances={letter.balances} />],
          [
            t('confirmations:answer.letter'),
            <AttachedFile
              key="letter"
              documentId={letter.documentId}
              documentName={t('confirmations:answer.open')}
              onAttach={null}
            />,
          ],
        ]}
      />
      <AnswerForm key={`${letter.id} ${letter.answers.length}`} letter={letter} madeOn={run.madeOn} onDone={onDone} />
      {letter.answers.length > 0 && (
        <div>
          <Title order={3}>{t('confirmations:answer.history')}</Title>
          <ul className={classes.history}>
            {letter.answers.map(({ outcome, reason, note, answeredOn, recordedBy, documentId, stated }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added before those there are
              <li key={letter.answers.length - place}>
                <Text size="sm">
                  {[
                    format.day(answeredOn),
                    t(`confirmations:answer.${outcome}`),
                    ...stated.map(({ total, currency }) => format.money(total, currency)),
                    reason && t(`confirmations:reasons.${reason}`),
                    note,
                    recordedBy,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
                {documentId && (
                  <AttachedFile
                    documentId={documentId}
                    documentName={t('confirmations:answer.slipKept')}
                    onAttach={null}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </SidePanel>
  )
}
