import { Text } from '@mantine/core'
import type { Posting } from '../../../main/core/postings/postings.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DayText } from '../../components/DayText.tsx'
import { Facts } from '../../components/Facts.tsx'
import { AttachedFile } from '../../components/files/AttachedFile.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { NumberForm } from './NumberForm.tsx'
import { PostingState } from './PostingState.tsx'
import { ReceiptForm } from './ReceiptForm.tsx'

type Props = { posting: Posting; onNext: () => void; onClose: () => void }

/** One letter on its way: its number, the day at the post, what the receipt says. */
export const PostingPanel = ({ posting, onNext, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const { address, slip, kind, depositedOn } = posting
  const stamp = useCommand(api.postings.stampSlip.mutationOptions(), { done: t('postings:slip.stampedDone') })
  return (
    <SidePanel opened onClose={onClose} title={posting.reference}>
      <div>
        <Text fw={600}>
          <AnchorLink to="/customers/$id" params={{ id: posting.customerId }}>
            {posting.customerName}
          </AnchorLink>{' '}
          <Text span size="sm" c="dimmed">
            {posting.customerCode}
          </Text>
        </Text>
        <PostingState posting={posting} />
      </div>
      {!readOnly && kind === 'registered' && depositedOn === null && <NumberForm posting={posting} onNext={onNext} />}
      <Facts
        facts={[
          [
            t('postings:panel.address'),
            <span key="address" style={{ whiteSpace: 'pre-line' }}>
              {[
                address.name,
                address.attention,
                ...address.street,
                `${address.postalCode} ${address.city}`.trim(),
                address.country,
              ]
                .filter(Boolean)
                .join('\n')}
            </span>,
          ],
          [t('postings:panel.kind'), t(`postings:panel.${kind === 'registered' ? 'registered' : 'ordinary'}`)],
          [t('postings:panel.level'), posting.levelName],
          [
            t('postings:panel.letter', { day: format.day(posting.day) }),
            <AttachedFile
              needed="issue"
              key="letter"
              documentId={posting.documentId}
              documentName={t('postings:panel.open')}
              onAttach={null}
            />,
          ],
          posting.number !== '' && [t('postings:panel.number'), posting.number],
          depositedOn !== null && [t('postings:panel.deposited'), <DayText key="deposited" day={depositedOn} />],
          slip !== null && [
            t('postings:panel.slip', { number: slip.number, day: format.day(slip.day) }),
            <AttachedFile
              key="slip"
              documentId={slip.stampedId ?? slip.documentId}
              documentName={t(slip.stampedId ? 'postings:panel.slipStamped' : 'postings:slip.action')}
              onAttach={(file) => stamp.mutate({ id: slip.id, name: file.name, file })}
              pending={stamp.isPending}
            />,
          ],
        ]}
      />
      {depositedOn !== null && <ReceiptForm posting={posting} />}
    </SidePanel>
  )
}
