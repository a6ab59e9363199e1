import { Group, Text, Title } from '@mantine/core'
import type { MailSettingsOutput, Message } from '../../../main/core/mail/mail.contract.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { DayText } from '../../components/DayText.tsx'
import { Facts } from '../../components/Facts.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { MessageActions } from './MessageActions.tsx'
import { MessageState } from './MessageState.tsx'
import classes from './mail.module.css'
import { SettleNote } from './SettleNote.tsx'
import { useWhy } from './useWhy.ts'

type Props = { message: Message; mail: MailSettingsOutput | undefined; onClose: () => void }

/** One message as it left or would leave: to whom, with what, and what became of it. */
export const MessagePanel = ({ message, mail, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const why = useWhy()(message)
  const { letterId } = message
  return (
    <SidePanel opened onClose={onClose} title={message.subject}>
      <div>
        <Text fw={600}>
          <AnchorLink to="/customers/$id" params={{ id: message.customerId }}>
            {message.customerName}
          </AnchorLink>{' '}
          <Text span size="sm" c="dimmed">
            {message.customerCode}
          </Text>
        </Text>
        <Group gap={6} mt={4}>
          <MessageState message={message} />
        </Group>
      </div>
      {message.state === 'uncertain' && <SettleNote message={message} />}
      <Facts
        facts={[
          [t('mail:outbox.panel.to'), message.to.join(', ')],
          message.cc.length > 0 && [t('mail:outbox.panel.cc'), message.cc.join(', ')],
          [
            t('mail:outbox.panel.queued'),
            t('mail:outbox.panel.queuedBy', { day: format.day(message.queuedOn), user: message.queuedBy }),
          ],
          message.sentOn !== null && [t('mail:outbox.panel.sent'), <DayText key="sent" day={message.sentOn} />],
          message.attempts > 0 && [t('mail:outbox.panel.attempts'), format.number(message.attempts)],
          why !== '' && [t('mail:outbox.panel.why'), why],
          message.error !== '' && [
            t('mail:outbox.panel.said'),
            <span key="said" className={classes.said}>
              {message.error}
            </span>,
          ],
          [
            t('mail:outbox.panel.attachments'),
            <ul key="files" className={classes.files}>
              {message.attachments.map(({ documentId, name, size }) => (
                <li key={documentId}>
                  {name}, {t('mail:outbox.panel.size', { size: format.number(Math.ceil(size / 1000)) })}
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
      <MessageActions message={message} mail={mail} />
      {letterId && (
        <AnchorLink to="/dunning/letters" search={{ letter: letterId }} size="sm">
          {t('mail:outbox.panel.letter')}
        </AnchorLink>
      )}
      <Title order={3}>{t('mail:outbox.panel.text')}</Title>
      <div className={classes.text}>{message.text}</div>
    </SidePanel>
  )
}
