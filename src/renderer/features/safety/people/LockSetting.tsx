import { Select } from '@mantine/core'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { SettingsSection } from '../../../components/SettingsSection.tsx'

const OFFERED = [1, 2, 5, 10, 15, 30, 60, 120]
const NEVER = 'never'

export const LockSetting = ({ lockAfter }: { lockAfter: number | null }) => {
  const t = useT()
  const readOnly = useReadOnly('administer')
  const save = useCommand(api.people.saveSettings.mutationOptions(), { done: t('safety:people.lock.saved') })
  const minutes = [...new Set([...OFFERED, ...(lockAfter === null ? [] : [lockAfter])])].sort((a, b) => a - b)
  return (
    <SettingsSection title={t('safety:people.lock.title')} about={t('safety:people.lock.about')}>
      <Select
        label={t('safety:people.lock.after')}
        data={[
          ...minutes.map((count) => ({ value: String(count), label: t('safety:people.lock.choice', { count }) })),
          { value: NEVER, label: t('safety:people.lock.never') },
        ]}
        value={lockAfter === null ? NEVER : String(lockAfter)}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(value) => value && save.mutate({ lockAfter: value === NEVER ? null : Number(value) })}
      />
    </SettingsSection>
  )
}
