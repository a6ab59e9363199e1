import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { BankLine } from '../../../main/core/bank/bank.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { beginClosing, endClosing } from './closing.ts'
import { carryOut, type Deed } from './deeds.ts'

const SERIES = 'bank.lines'

/** Carries out what is made of lines while the next ones are looked at, and takes it back, the last first. */
export const useMatching = (onBack: (line: BankLine) => void) => {
  const t = useT()
  const format = useFormat()
  const [count, setCount] = useState(0)
  const done = useRef<{ line: BankLine; ended: Promise<unknown> }[]>([])

  // One after the other: the last one taken back is the one looked at.
  const undoing = useRef<Promise<unknown>>(Promise.resolve())

  const forget = (lineId: string) => {
    const before = done.current.length
    done.current = done.current.filter(({ line }) => line.id !== lineId)
    if (done.current.length < before) setCount((n) => n - 1)
  }
  const reopen = useCommand(api.bank.reopen.mutationOptions(), {
    toast: SERIES,
    done: ({ amount, currency }) => t('bank:done.reopened', { amount: format.money(amount, currency) }),
  })
  /** The line is looked at once the list holds it again; a refusal is said in a toast. */
  const takeBack = (line: BankLine): Promise<void> => {
    forget(line.id)
    return reopen.mutateAsync({ lineId: line.id }).then(onBack, () => undefined)
  }
  const act = useCommand<unknown, Deed>(
    { mutationFn: carryOut },
    {
      toast: SERIES,
      done: (_, { kind, line, customer }) =>
        t(`bank:done.${kind}`, { amount: format.money(Math.abs(line.left), line.currency), customer }),
      undo: (_, { line }) => takeBack(line),
    },
  )

  return {
    /** Lines dealt with since the screen was opened. */
    count,
    carryOut: (deed: Deed) => {
      const { line } = deed
      beginClosing(line.id)
      setCount((n) => n + 1)
      const ended = act
        .mutateAsync(deed)
        // The refusal is said in a toast; the line is open still, and is looked at again.
        .catch(() => {
          forget(line.id)
          onBack(line)
        })
        .finally(() => endClosing(line.id))
      done.current.push({ line, ended })
    },
    reopen: takeBack,
    undoLast: () => {
      const last = done.current.at(-1)
      if (!last) {
        notifications.show({
          message: t('bank:actions.nothingToUndo'),
          closeButtonProps: { 'aria-label': t('common:close') },
        })
        return
      }
      forget(last.line.id)
      undoing.current = Promise.all([undoing.current, last.ended]).then(() => takeBack(last.line))
    },
  }
}
