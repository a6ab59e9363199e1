import { Button, CopyButton, Group, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { DayText } from '../../components/DayText.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { LevelBadge } from '../../components/LevelBadge.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { CancelLetter } from './CancelLetter.tsx'
import classes from './dunning.module.css'
import { LetterFile } from './LetterFile.tsx'
import { LetterItems } from './LetterItems.tsx'
import { LetterState } from './LetterState.tsx'
import { LetterTotals } from './LetterTotals.tsx'
import { MarkSent } from './MarkSent.tsx'

/** One issued letter: its file and fingerprint, what it claims and how the interest comes about. */
export const LetterPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('issue')
  const { data, error } = useQuery(api.dunning.letterDetail.queryOptions({ input: { id } }))
  if (!data)
    return (
      <SidePanel opened onClose={onClose} title={error ? t('dunning:letters.title') : t('common:loading')}>
        <ErrorNote error={error} />
      </SidePanel>
    )
  const { letter, items } = data
  const open = !letter.sentOn && !letter.cancelledOn
  return (
    <SidePanel opened onClose={onClose} title={letter.reference}>
      <div>
        <Text fw={600}>
          {letter.customerName} <span className={classes.code}>{letter.customerCode}</span>
        </Text>
        <Group gap={6} mt={4}>
          <LevelBadge level={letter.level} name={letter.levelName} />
          <LetterState letter={letter} />
        </Group>
        {letter.cancelReason && (
          <Text size="sm" mt={4}>
            {t('dunning:letters.reason', { reason: letter.cancelReason })}
          </Text>
        )}
      </div>
      <KeyFigure label={t('dunning:proposal.letter.total')} value={format.money(letter.total, letter.currency)} />
      {letter.documentId && letter.fileName && <LetterFile documentId={letter.documentId} name={letter.fileName} />}
      <Facts
        facts={[
          [t('dunning:letters.columns.day'), <DayText key="day" day={letter.day} />],
          letter.deadline !== null && [t('dunning:letters.deadline'), <DayText key="deadline" day={letter.deadline} />],
          [
            t('dunning:letters.columns.channel'),
            `${t(`dunning:channel.${letter.channel}`)}, ${t(`dunning:letters.inLanguage.${letter.language}`)}`,
          ],
          letter.fileName !== null && [t('dunning:letters.file'), letter.fileName],
          letter.sha256 !== null && [
            t('dunning:letters.fingerprint'),
            <Fingerprint key="fingerprint" sha256={letter.sha256} />,
          ],
        ]}
      />
      <Title order={3}>{t('dunning:letters.items')}</Title>
      <LetterItems items={items} currency={letter.currency} />
      <LetterTotals letter={letter} />
      <Group gap="xs">
        {open && !readOnly && <MarkSent runId={letter.runId} letterId={letter.id} count={1} />}
        <ButtonLink
          to="/customers/$id"
          params={{ id: letter.customerId }}
          variant="default"
          leftSection={<IconExternalLink size={16} />}
        >
          {t('dunning:letters.openCustomer')}
        </ButtonLink>
        {!letter.cancelledOn && !letter.sentOn && !readOnly && <CancelLetter letter={letter} />}
      </Group>
    </SidePanel>
  )
}

const Fingerprint = ({ sha256 }: { sha256: string }) => {
  const t = useT()
  return (
    <>
      <span className={classes.hash}>{sha256}</span>{' '}
      <CopyButton value={sha256}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy}>
            {t(copied ? 'dunning:letters.copied' : 'dunning:letters.copyFingerprint')}
          </Button>
        )}
      </CopyButton>
    </>
  )
}
