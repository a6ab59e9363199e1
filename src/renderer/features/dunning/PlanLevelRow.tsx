import { ActionIcon, Checkbox, Menu, NumberInput, Select, Table, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react'
import { channels } from '../../../main/core/dunning/dunning.plan.schema.ts'
import { useT } from '../../app/i18n.ts'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import classes from './dunning.module.css'
import type { LevelDraft } from './plan.draft.ts'
import { useWordingName } from './useWordingName.ts'

type Props = {
  level: LevelDraft
  /** From 1, in the order on screen. */
  place: number
  last: boolean
  wordings: readonly string[]
  currency: string
  refusals: readonly string[]
  onChange: (part: Partial<LevelDraft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const days = (value: string | number): number | null => (typeof value === 'number' ? value : null)

export const PlanLevelRow = ({
  level,
  place,
  last,
  wordings,
  currency,
  refusals,
  onChange,
  onMove,
  onRemove,
}: Props) => {
  const t = useT()
  const nameOf = useWordingName()
  const label = (
    column:
      | 'name'
      | 'days'
      | 'gap'
      | 'channel'
      | 'wording'
      | 'interest'
      | 'indemnity'
      | 'fee'
      | 'deadline'
      | 'confirmation',
  ) => ({
    'aria-label': t('dunning:plan.field', { field: t(`dunning:plan.columns.${column}`), level: place }),
  })
  const number = {
    hideControls: true,
    allowDecimal: false,
    clampBehavior: 'none',
    size: 'xs',
    w: 58,
    suffix: ` ${t('dunning:plan.days')}`,
  } as const
  const tick = (column: 'interest' | 'indemnity', field: 'claimsInterest' | 'claimsIndemnity') => (
    <Table.Td>
      <Checkbox
        {...label(column)}
        checked={level[field]}
        onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
      />
    </Table.Td>
  )
  return (
    <>
      <Table.Tr data-refused={refusals.length > 0 || undefined}>
        <Table.Td>{place}</Table.Td>
        <Table.Td>
          <TextInput
            {...label('name')}
            size="xs"
            miw={120}
            maxLength={80}
            value={level.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        </Table.Td>
        <Table.Td>
          <NumberInput
            {...label('days')}
            {...number}
            value={level.days ?? ''}
            onChange={(value) => onChange({ days: days(value) })}
          />
        </Table.Td>
        <Table.Td>
          <NumberInput
            {...label('gap')}
            {...number}
            min={0}
            value={level.minimumGap ?? ''}
            onChange={(value) => onChange({ minimumGap: days(value) })}
          />
        </Table.Td>
        <Table.Td>
          <Select
            {...label('channel')}
            size="xs"
            w={134}
            rightSectionWidth={22}
            allowDeselect={false}
            value={level.channel}
            onChange={(channel) => channel && onChange({ channel: channel as LevelDraft['channel'] })}
            data={channels.map((channel) => ({ value: channel, label: t(`dunning:channel.${channel}`) }))}
          />
        </Table.Td>
        <Table.Td>
          <Select
            {...label('wording')}
            size="xs"
            w={140}
            rightSectionWidth={22}
            allowDeselect={false}
            disabled={level.channel === 'call'}
            value={level.wording}
            onChange={(wording) => wording && onChange({ wording })}
            data={wordings.map((key) => ({ value: key, label: nameOf(key) }))}
          />
        </Table.Td>
        {tick('interest', 'claimsInterest')}
        {tick('indemnity', 'claimsIndemnity')}
        <Table.Td>
          <MoneyInput
            {...label('fee')}
            size="xs"
            w={92}
            currency={currency}
            value={level.fee}
            onChange={(fee) => onChange({ fee })}
          />
        </Table.Td>
        <Table.Td>
          <NumberInput
            {...label('deadline')}
            {...number}
            min={1}
            placeholder={t('dunning:plan.noDeadline')}
            value={level.newDeadlineDays ?? ''}
            onChange={(value) => onChange({ newDeadlineDays: days(value) })}
          />
        </Table.Td>
        <Table.Td>
          <Checkbox
            {...label('confirmation')}
            checked={level.approval !== 'none'}
            onChange={(event) => onChange({ approval: event.currentTarget.checked ? 'confirm' : 'none' })}
          />
        </Table.Td>
        <Table.Td>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('dunning:plan.more', { level: place })}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={place === 1} onClick={() => onMove(-1)}>
                {t('dunning:plan.up')}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={last} onClick={() => onMove(1)}>
                {t('dunning:plan.down')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={onRemove}>
                {t('dunning:plan.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Table.Td>
      </Table.Tr>
      {refusals.length > 0 && (
        <Table.Tr>
          <Table.Td />
          <Table.Td colSpan={11} pt={0}>
            {refusals.map((words) => (
              <Text key={words} size="sm" className={classes.refusal} role="alert">
                {t('dunning:plan.refusal.level', { level: place, words })}
              </Text>
            ))}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
