import { ActionIcon, Button, Checkbox, NumberInput, Table, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useLanguage, useT } from '../../../app/i18n.ts'
import type { DisputeReason } from '../policy.draft.ts'
import classes from '../policy.module.css'
import type { EditProps } from './clause.ts'

export const EditDisputes = ({ draft, change }: EditProps) => {
  const t = useT()
  const language = useLanguage()
  const reasons = draft.disputeReasons
  const put = (at: number, part: Partial<DisputeReason>) =>
    change({ disputeReasons: reasons.map((reason, i) => (i === at ? { ...reason, ...part } : reason)) })
  const incomplete =
    reasons.some(({ fr, en }) => fr.trim() === '' || en.trim() === '') || !reasons.some(({ active }) => active)
  return (
    <>
      <NumberInput
        w={260}
        label={t('policy:disputes.daysLabel')}
        min={1}
        max={365}
        allowDecimal={false}
        value={draft.disputeDays}
        onChange={(days) => typeof days === 'number' && change({ disputeDays: days })}
      />
      <Table verticalSpacing={2} horizontalSpacing={4} aria-label={t('policy:disputes.reasons')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('policy:disputes.fr')}</Table.Th>
            <Table.Th>{t('policy:disputes.en')}</Table.Th>
            <Table.Th>{t('policy:disputes.active')}</Table.Th>
            <Table.Th aria-label={t('common:items.more')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map((reason, i) => {
            const name = reason[language]
            return (
              // A reason has no code until it is published: its place names it, for rows are never moved.
              <Table.Tr key={reason.code || `new ${i}`}>
                {(['fr', 'en'] as const).map((one) => (
                  <Table.Td key={one}>
                    <TextInput
                      size="xs"
                      maxLength={80}
                      aria-label={t(`policy:disputes.${one}Of`, { position: i + 1 })}
                      value={reason[one]}
                      onChange={(event) => put(i, { [one]: event.currentTarget.value })}
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Checkbox
                    aria-label={t('policy:disputes.activeOf', { name })}
                    checked={reason.active}
                    onChange={(event) => put(i, { active: event.currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td>
                  {reason.code === '' && (
                    <ActionIcon
                      size="sm"
                      aria-label={t('policy:disputes.remove', { name })}
                      onClick={() => change({ disputeReasons: reasons.filter((_, at) => at !== i) })}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {incomplete && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:disputes.missing')}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} />}
        onClick={() => change({ disputeReasons: [...reasons, { code: '', fr: '', en: '', active: true }] })}
      >
        {t('policy:disputes.add')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('policy:disputes.hint')}
      </Text>
    </>
  )
}
