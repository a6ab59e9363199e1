import type { Application } from '../../../main/core/applications/applications.contract.ts'
import { client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'

type Reading = { customerId: string; applicationId: string | undefined; file: File }

/** Reads a form that came back: its application, with the form kept; a refusal names the field as it stands on the form. */
export const useReadForm = (onDone?: (application: Application) => void) => {
  const t = useT()
  const format = useFormat()
  return useCommand(
    {
      mutationKey: ['applications', 'readForm'],
      mutationFn: ({ customerId, applicationId, file }: Reading) =>
        client.applications.readForm({ customerId, applicationId: applicationId ?? null, name: file.name, file }),
    },
    {
      done: ({ customerName, asked, currency }) =>
        t('applications:form.read', { name: customerName, amount: format.money(asked, currency) }),
      ...(onDone && { onDone }),
      quiet: true,
    },
  )
}
