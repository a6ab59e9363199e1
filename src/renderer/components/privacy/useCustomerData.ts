import { useMutation } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useErrorToast } from '../../api/useErrorToast.ts'
import { useLanguage } from '../../app/i18n.ts'

/** Everything the book holds of a customer, as a file. */
export const useCustomerData = () => {
  const language = useLanguage()
  const failed = useErrorToast()
  return useMutation({
    mutationFn: (customerId: string) => client.privacy.export({ customerId, language }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onError: failed,
  })
}
