import { ActionIcon, Button, Group, MultiSelect, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ProofKind, proofKinds } from '../../../../main/core/proofs/proofs.contract.ts'
import { useT } from '../../../app/i18n.ts'
import classes from '../policy.module.css'
import type { EditProps } from './clause.ts'

export const EditProofs = ({ draft, change }: EditProps) => {
  const t = useT()
  const requirements = draft.requiredProofs
  const data = proofKinds.map((value) => ({ value, label: t(`proofs:kind.${value}`) }))
  return (
    <>
      {requirements.map((kinds, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a requirement has no name but its place
        <Group key={i} gap="xs" align="flex-end" wrap="nowrap">
          <MultiSelect
            size="sm"
            style={{ flex: 1 }}
            label={t('policy:proofs.label', { position: i + 1 })}
            data={data}
            value={kinds}
            onChange={(chosen) =>
              change({
                requiredProofs: requirements.map((one, at) => (at === i ? (chosen as ProofKind[]) : one)),
              })
            }
          />
          <ActionIcon
            size={34}
            aria-label={t('policy:proofs.remove', { position: i + 1 })}
            onClick={() => change({ requiredProofs: requirements.filter((_, at) => at !== i) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {requirements.some((kinds) => kinds.length === 0) && (
        <Text size="sm" className={classes.problem} role="alert">
          {t('policy:proofs.missing')}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} />}
        onClick={() => change({ requiredProofs: [...requirements, []] })}
      >
        {t('policy:proofs.add')}
      </Button>
    </>
  )
}
