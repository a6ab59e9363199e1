import type { Format } from '../../app/format.ts'
import type { Translate } from '../../app/i18n.ts'

const KB = 1024
const MB = KB * KB

/** `34 Ko`, `1,2 Mo`; never zero. */
export const sizeText = (bytes: number, t: Translate, format: Format): string =>
  bytes < MB
    ? t('proofs:size.kb', { size: format.number(Math.max(1, Math.round(bytes / KB))) })
    : t('proofs:size.mb', { size: format.number(Math.round((bytes / MB) * 10) / 10) })
