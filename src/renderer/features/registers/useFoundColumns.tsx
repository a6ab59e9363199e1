import { useMemo } from 'react'
import type { CheckReport } from '../../../main/core/registers/registers.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { ToneBadge } from '../../components/ToneBadge.tsx'
import { eventTone, eventWords } from './event.words.ts'

type Found = CheckReport['found'][number]

export const useFoundColumns = (width: number): Column<Found>[] => {
  const t = useT()
  return useMemo(() => {
    const columns: (Column<Found> & { from?: number })[] = [
      { id: 'customer', header: t('registers:found.customer'), width: 'minmax(140px, 2fr)', cell: ({ name }) => name },
      { id: 'code', header: t('registers:found.code'), width: 90, from: 900, cell: ({ code }) => code },
      {
        id: 'event',
        header: t('registers:found.event'),
        width: 'minmax(200px, 1.5fr)',
        cell: (event) => <ToneBadge tone={eventTone(event.kind)}>{eventWords(event, t)}</ToneBadge>,
      },
      { id: 'day', header: t('registers:found.day'), width: 104, cell: ({ day }) => <DayText day={day} /> },
      {
        id: 'published',
        header: t('registers:found.published'),
        width: 104,
        from: 760,
        cell: ({ publishedOn }) => <DayText day={publishedOn} />,
      },
      {
        id: 'source',
        header: t('registers:found.source'),
        width: 'minmax(140px, 2fr)',
        from: 640,
        cell: ({ register, source }) => `${t(`registers:register.${register}`)} · ${source}`,
      },
      {
        id: 'state',
        header: t('registers:found.state'),
        width: 90,
        cell: ({ state }) => (
          <ToneBadge tone={state === 'new' ? 'risk' : 'neutral'}>{t(`registers:found.${state}`)}</ToneBadge>
        ),
      },
    ]
    return columns.filter(({ from = 0 }) => width === 0 || width >= from)
  }, [t, width])
}
