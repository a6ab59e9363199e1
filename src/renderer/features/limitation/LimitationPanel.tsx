import { Button, Group, Kbd, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Limitation } from '../../../main/core/limitations/limitations.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { Facts } from '../../components/Facts.tsx'
import { KeyFigure } from '../../components/KeyFigure.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { Note } from '../../components/Note.tsx'
import { SidePanel } from '../../components/SidePanel.tsx'
import { ActDialog } from './ActDialog.tsx'
import classes from './limitation.module.css'
import { leftWords, levelTone, whyOf } from './limitation.words.ts'

type Props = { item: Limitation; customer: { id: string; name: string }; onClose: () => void; onItsPage?: boolean }

/** One invoice: its two days, why these, and the acts that moved them. */
export const LimitationPanel = ({ item: told, customer, onClose, onItsPage = false }: Props) => {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly('collect')
  const [acting, setActing] = useState(false)
  // What was done since the list was read.
  const { data } = useQuery(api.limitations.ofCustomer.queryOptions({ input: { customerId: customer.id } }))
  const item = data?.items.find(({ itemId }) => itemId === told.itemId) ?? told
  const { cautious, usual, regime } = item
  useShortcuts(readOnly ? [] : [{ key: 'a', label: t('limitation:panel.record'), run: () => setActing(true) }])
  return (
    <SidePanel opened onClose={onClose} title={item.number}>
      <Text fw={600}>{customer.name}</Text>
      <div className={classes.dates}>
        <KeyFigure
          label={t('limitation:panel.cautious')}
          value={format.day(cautious.day)}
          tone={levelTone(item.level)}
          hint={item.suspended ? whyOf(item, t, format) : leftWords(item.daysLeft, t)}
        />
        <KeyFigure label={t('limitation:panel.open')} value={format.money(item.open, item.currency)} />
      </div>
      {cautious.interruptedBy === null && <Text size="sm">{t('limitation:panel.cautiousWhy')}</Text>}
      {item.dateUnknown && (
        <Note tone="late">
          <Text size="sm">{t('limitation:panel.unknown')}</Text>
        </Note>
      )}
      <Facts
        facts={[
          [t('limitation:panel.from'), `${format.day(cautious.from)} · ${whyOf(item, t, format)}`],
          [t('limitation:panel.rule'), t('limitation:panel.ruleText', { months: regime.months, law: regime.law })],
          cautious.suspendedDays > 0 && [
            t('limitation:effect.suspends'),
            t('limitation:panel.suspendedDays', { count: cautious.suspendedDays }),
          ],
          [t('limitation:panel.usual'), `${format.day(usual.day)} · ${t('limitation:panel.usualWhy')}`],
          item.performedOn !== null && [t('limitation:panel.performed'), format.day(item.performedOn)],
          [t('limitation:panel.issued'), format.day(item.issued)],
          [t('limitation:panel.due'), format.day(item.due)],
        ]}
      />
      <Text fw={600} size="sm">
        {t('limitation:panel.acts')}
      </Text>
      {item.acts.length === 0 ? (
        <Text size="sm">{t('limitation:panel.noActs')}</Text>
      ) : (
        <ul className={classes.acts}>
          {item.acts.map(({ id, kind, day, effect }) => (
            <li key={`${id} ${kind} ${day}`}>
              {format.day(day)} · {t(`limitation:kind.${kind}`)} · {t(`limitation:effect.${effect}`)}
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed">
        {t('limitation:panel.whatHelps')}
      </Text>
      <Group gap="xs">
        {!readOnly && (
          <Button rightSection={<Kbd size="xs">a</Kbd>} onClick={() => setActing(true)}>
            {t('limitation:panel.record')}
          </Button>
        )}
        {!onItsPage && (
          <ButtonLink
            to="/customers/$id"
            params={{ id: customer.id }}
            search={{ tab: 'limitation' }}
            variant="default"
            leftSection={<IconExternalLink size={16} />}
          >
            {t('limitation:panel.openCustomer')}
          </ButtonLink>
        )}
      </Group>
      {acting && (
        <ActDialog
          customer={customer}
          item={{ id: item.itemId, number: item.number }}
          onClose={() => setActing(false)}
        />
      )}
    </SidePanel>
  )
}
