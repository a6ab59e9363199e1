import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconFileTypePdf, IconTable } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { imputations } from '../../../main/core/claims/claims.schema.ts'
import type { AccountSettings } from '../../../main/core/handovers/handovers.contract.ts'
import { api, client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { Toolbar } from '../../components/Toolbar.tsx'
import { AccountTable } from './AccountTable.tsx'
import { type TabProps, updateOf } from './claim.input.ts'

const same = (a: AccountSettings, b: AccountSettings): boolean =>
  a.imputation === b.imputation &&
  a.asOf === b.asOf &&
  a.capitalisedFrom === b.capitalisedFrom &&
  a.capitalisedBy === b.capitalisedBy

/** The account in each order, on any day; what is kept is what papers and files are drawn up with. */
export const AccountTab = ({ detail, changeable }: TabProps) => {
  const t = useT()
  const language = useLanguage()
  const failed = useErrorToast()
  const { handover } = detail
  const [draft, setDraft] = useState<AccountSettings>(handover.account)
  const { imputation, asOf, capitalisedFrom } = draft
  const asked = { handoverId: handover.id, imputation, capitalisedFrom, ...(asOf && { asOf }) }
  const { data, error } = useQuery({
    ...api.claims.account.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  })
  const keep = useCommand(api.handovers.update.mutationOptions(), { done: t('claims:account.kept') })
  const save = useMutation({
    mutationFn: (format: 'pdf' | 'xlsx') => client.claims.accountFile({ ...asked, format, language }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
  return (
    <>
      <Toolbar
        end={
          <>
            <Button
              variant="default"
              leftSection={<IconFileTypePdf size={16} />}
              loading={save.isPending}
              onClick={() => save.mutate('pdf')}
            >
              {t('claims:account.pdf')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconTable size={16} />}
              loading={save.isPending}
              onClick={() => save.mutate('xlsx')}
            >
              {t('claims:account.xlsx')}
            </Button>
          </>
        }
      >
        <SegmentedControl
          aria-label={t('claims:account.imputation')}
          value={imputation}
          onChange={(value) => setDraft({ ...draft, imputation: value as AccountSettings['imputation'] })}
          data={(
            ['interest-first', 'costs-first', 'principal-first'] as const satisfies (typeof imputations)[number][]
          ).map((value) => ({ value, label: t(`claims:account.modes.${value}`) }))}
        />
      </Toolbar>
      <Text size="sm" c="dimmed">
        {t(`claims:account.about.${imputation}`)}
      </Text>
      <Group gap="sm" align="flex-end">
        <DayInput
          clearable
          label={t('claims:account.asOf')}
          placeholder={t('claims:account.today')}
          value={asOf}
          onChange={(day) => setDraft({ ...draft, asOf: day })}
        />
        <DayInput
          clearable
          w={210}
          label={t('claims:account.capitalised')}
          value={capitalisedFrom}
          onChange={(day) =>
            setDraft({ ...draft, capitalisedFrom: day, capitalisedBy: day ? draft.capitalisedBy || 'court' : '' })
          }
        />
        {capitalisedFrom && (
          <Select
            w={130}
            allowDeselect={false}
            label={t('claims:account.by')}
            data={(['court', 'contract'] as const).map((value) => ({ value, label: t(`claims:account.bys.${value}`) }))}
            value={draft.capitalisedBy}
            onChange={(value) => setDraft({ ...draft, capitalisedBy: value as 'court' | 'contract' })}
          />
        )}
        <Text size="xs" c="dimmed" pb={8}>
          {t('claims:account.capitalisedHint')}
        </Text>
      </Group>
      {changeable && !same(draft, handover.account) && (
        <Note>
          <Group gap="sm" justify="space-between">
            <Text size="sm">{t('claims:account.differs')}</Text>
            <Button
              size="compact-sm"
              loading={keep.isPending}
              onClick={() => keep.mutate({ ...updateOf(detail), account: draft })}
            >
              {t('claims:account.keep')}
            </Button>
          </Group>
        </Note>
      )}
      <ErrorNote error={error} />
      {data?.accounts.length === 0 && <Text size="sm">{t('claims:account.empty')}</Text>}
      {data?.accounts.map((account) => (
        <AccountTable key={account.currency} account={account} />
      ))}
    </>
  )
}
