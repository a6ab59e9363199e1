import { notifications } from '@mantine/notifications'
import { type MutationOptions, useMutation } from '@tanstack/react-query'
import { createElement } from 'react'
import { useT } from '../app/i18n.ts'
import { UndoToast } from '../components/UndoToast.tsx'
import { refetchAll } from './queries.ts'
import { useErrorToast } from './useErrorToast.ts'

type Feedback<Out, In> = {
  /** Said in a toast when it is done, already in the user's language. */
  done?: string | ((result: Out, input: In) => string)
  /** Offered in the toast; takes the change back. */
  undo?: (result: Out, input: In) => Promise<unknown>
  onDone?: (result: Out, input: In) => void
  /** The screen shows the error itself, beside the field or the file it speaks of. */
  quiet?: boolean
  /** Of commands of one series, given one after the other, only the last toast stays. */
  toast?: string
}

/** The toast on screen of each series of commands. */
const onScreen = new Map<string, string>()
const replace = (series: string, id: string): void => {
  const former = onScreen.get(series)
  if (former) notifications.hide(former)
  onScreen.set(series, id)
}

/** A change of the book: afterwards everything on screen is read again; a refusal is said in the user's words. */
export const useCommand = <Out, In>(
  options: Pick<MutationOptions<Out, Error, In>, 'mutationFn' | 'mutationKey'>,
  { done, undo, onDone, quiet = false, toast }: Feedback<Out, In> = {},
) => {
  const t = useT()
  const failed = useErrorToast()
  return useMutation<Out, Error, In>({
    mutationKey: options.mutationKey,
    mutationFn: options.mutationFn,
    onSuccess: async (result, input) => {
      const message = typeof done === 'function' ? done(result, input) : done
      if (message) {
        const id = crypto.randomUUID()
        const takeBack =
          undo &&
          (() => {
            notifications.hide(id)
            undo(result, input).then(refetchAll, failed)
          })
        if (toast) replace(toast, id)
        notifications.show({
          id,
          message: takeBack ? createElement(UndoToast, { message, onUndo: takeBack }) : message,
          autoClose: takeBack ? 10_000 : 4000,
          closeButtonProps: { 'aria-label': t('common:close') },
        })
      }
      onDone?.(result, input)
      await refetchAll()
    },
    onError: quiet ? undefined : failed,
  })
}
