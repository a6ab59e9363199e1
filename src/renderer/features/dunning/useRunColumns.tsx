import { useMemo } from 'react'
import type { z } from 'zod'
import type { runSchema } from '../../../main/core/dunning/dunning.contract.ts'
import { useT } from '../../app/i18n.ts'
import type { Column } from '../../components/DataTable.columns.ts'
import { DayText } from '../../components/DayText.tsx'

export type Run = z.infer<typeof runSchema>

export const useRunColumns = (): Column<Run>[] => {
  const t = useT()
  return useMemo(
    () => [
      { id: 'number', header: t('dunning:letters.columns.run'), width: 44, cell: ({ number }) => number },
      { id: 'day', header: t('dunning:letters.columns.day'), width: 98, cell: ({ asOf }) => <DayText day={asOf} /> },
      {
        id: 'state',
        header: t('dunning:letters.columns.state'),
        width: 'minmax(110px, 1fr)',
        cell: (run) =>
          run.toSend === 0
            ? t('dunning:letters.allSent')
            : t('dunning:letters.sentOf', { sent: run.sent, letters: run.letters }),
      },
    ],
    [t],
  )
}
