import { providers } from '../../../main/core/ratings/scales.schema.ts'
import type { Translate } from '../../app/i18n.ts'

/** The name of an agency: of one that the program knows by its code, else as it was entered. */
export const agencyName = (by: string | undefined, t: Translate): string => {
  const known = providers.find((one) => one === by)
  return known ? t(`credit:ratings.provider.${known}`) : (by ?? '')
}
