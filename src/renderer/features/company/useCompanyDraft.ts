import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { type Company, type CompanyInput, companyInput } from '../../../main/core/company/company.contract.ts'
import { api, client } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { useCompanyProblems } from './useCompanyProblems.ts'

const keys = Object.keys(companyInput.shape) as (keyof CompanyInput)[]

/** What of the company is edited here; its logo and bank accounts are saved by themselves. */
const inputOf = (company: Company): CompanyInput => {
  const { logoId: _, bankAccounts: __, ...input } = company
  return input
}

/** The fields that a refusal of the core speaks of. */
const fieldOfCode: Partial<Record<string, keyof CompanyInput>> = {
  'identifier.siren': 'siren',
  'identifier.vat': 'vatNumber',
  'terms.unreadable': 'terms',
}

/** The company as it is being edited. */
export const useCompanyDraft = (company: Company) => {
  const t = useT()
  const problemsOf = useCompanyProblems()
  const form = useForm<CompanyInput>({
    initialValues: inputOf(company),
    validate: problemsOf,
    validateInputOnBlur: true,
  })
  const save = useCommand(api.company.update.mutationOptions(), {
    quiet: true,
    done: t('company:save.saved'),
    undo: () => client.company.update(inputOf(company)),
  })
  const { setInitialValues, setValues, isDirty } = form
  const dirty = isDirty()
  // Saved, undone, or changed elsewhere: what is in the book is the new starting point.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the company itself starts again
  useEffect(() => {
    const input = inputOf(company)
    setInitialValues(input)
    setValues(input)
  }, [JSON.stringify(inputOf(company))])

  const submit = form.onSubmit((values) =>
    save.mutate(values, {
      onError: (error) => {
        const field = fieldOfCode[codeOf(error)]
        if (field)
          form.setFieldError(
            field,
            t(`company:problems.${field === 'vatNumber' ? 'vat' : (field as 'siren' | 'terms')}`),
          )
      },
    }),
  )
  return {
    form,
    dirty,
    /** Something besides this field is not saved. */
    dirtyBeyond: (known: keyof CompanyInput) => keys.some((key) => key !== known && form.isDirty(key)),
    submit: () => submit(),
    discard: () => {
      form.reset()
      save.reset()
    },
    saving: save.isPending,
    /** What the core refused beyond a single field. */
    error: save.error && !fieldOfCode[codeOf(save.error)] ? save.error : null,
    problemCount: keys.filter((key) => form.errors[key]).length,
    /** Value, change, blur and problem of a field whose input gives its value, not an event. */
    bind: <Key extends keyof CompanyInput>(key: Key) => ({
      value: form.values[key],
      onChange: (value: CompanyInput[Key]) => form.setFieldValue(key, value as never),
      error: form.errors[key],
    }),
  }
}

export type CompanyDraft = ReturnType<typeof useCompanyDraft>
