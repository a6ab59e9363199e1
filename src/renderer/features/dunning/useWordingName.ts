import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { wordingsFr } from './wordings/wordings.fr.ts'

type Shipped = keyof typeof wordingsFr.key

const isShipped = (key: string): key is Shipped => Object.hasOwn(wordingsFr.key, key)

/** The name of a wording by its key: the user's own bear the name they were given. */
export const useWordingName = () => {
  const t = useT()
  const examplesIn = useLanguage()
  const { data } = useQuery(api.dunning.wordings.queryOptions({ input: { examplesIn } }))
  return (key: string): string =>
    isShipped(key) ? t(`wordings:key.${key}`) : (data?.wordings.find((one) => one.key === key)?.name ?? key)
}
