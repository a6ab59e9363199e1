import { useQuery } from '@tanstack/react-query'
import type { MailSettingsOutput } from '../../../main/core/mail/mail.contract.ts'
import { api } from '../../api/client.ts'

/** Whom messages come from, as the settings or the company say. */
export const useSender = ({ settings }: MailSettingsOutput): string => {
  const company = useQuery(api.company.get.queryOptions({ input: {} })).data
  return settings.from || company?.email || company?.name || ''
}
