import type { Rating } from '../../../main/core/ratings/ratings.contract.ts'
import { providers } from '../../../main/core/ratings/scales.schema.ts'
import type { Translate } from '../../app/i18n.ts'

/** The name of an agency: of one that the program knows by its code, else as it was entered. */
export const agencyName = (by: string | undefined, t: Translate): string => {
  const known = providers.find((one) => one === by)
  return known ? t(`credit:ratings.provider.${known}`) : (by ?? '')
}

/** The agency of a report: the name entered with it, else that of its code. */
export const agencyOf = ({ provider, providerName }: Pick<Rating, 'provider' | 'providerName'>, t: Translate): string =>
  providerName || agencyName(provider, t)
