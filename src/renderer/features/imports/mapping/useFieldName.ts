import { bankFields } from '../../../../main/core/imports/bank-mapping.schema.ts'
import type { CustomerField, ItemField } from '../../../../main/core/imports/imports.contract.ts'
import { useT } from '../../../app/i18n.ts'
import type { Field } from './draft.ts'

/** The name of what a column holds; amounts and days of a bank are others than those of an invoice. */
export const useFieldName = (ofBank: boolean) => {
  const t = useT()
  return (field: Field): string => {
    const known = bankFields.find((one) => one === field)
    return ofBank && known
      ? t(`imports:mapping.bankFields.${known}`)
      : t(`imports:mapping.fields.${field as ItemField | CustomerField}`)
  }
}
