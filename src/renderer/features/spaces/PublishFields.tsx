import { Checkbox, Fieldset, SegmentedControl, Stack, Text } from '@mantine/core'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import { type SpaceContents, USUAL_DAYS, wentAs } from '../../../main/core/spaces/spaces.contract.ts'
import { useT } from '../../app/i18n.ts'
import { DayInput } from '../../components/DayInput.tsx'

/** What is decided of a publication, for one customer or for many. */
export type Wish = { holds: SpaceContents; until: Day; as: (typeof wentAs)[number] }

export const usualWish = (today: Day): Wish => ({
  holds: { statement: true, invoices: true, credit: true, reasons: false, answers: true },
  until: addDays(today, USUAL_DAYS),
  as: 'file',
})

const parts = ['statement', 'invoices', 'credit', 'reasons', 'answers'] as const

type Props = { wish: Wish; onWish: (wish: Wish) => void; today: Day }

export const PublishFields = ({ wish, onWish, today }: Props) => {
  const t = useT()
  return (
    <>
      <Fieldset legend={t('spaces:publish.holds')} variant="unstyled">
        <Stack gap={6} pt={4}>
          <Text size="sm" c="dimmed">
            {t('spaces:publish.account')}
          </Text>
          {parts.map((part) => (
            <Checkbox
              key={part}
              label={t(`spaces:publish.${part}`)}
              checked={wish.holds[part]}
              onChange={({ currentTarget: { checked } }) =>
                onWish({ ...wish, holds: { ...wish.holds, [part]: checked } })
              }
            />
          ))}
        </Stack>
      </Fieldset>
      <DayInput
        label={t('spaces:publish.until')}
        w={200}
        value={wish.until}
        minDate={today}
        onChange={(until) => until && onWish({ ...wish, until })}
      />
      <SegmentedControl
        aria-label={t('spaces:publish.as')}
        style={{ alignSelf: 'flex-start' }}
        value={wish.as}
        onChange={(as) => onWish({ ...wish, as: as as Wish['as'] })}
        data={wentAs.map((value) => ({ value, label: t(`spaces:publish.${value}`) }))}
      />
    </>
  )
}
