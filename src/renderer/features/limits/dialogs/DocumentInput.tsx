import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useT } from '../../../app/i18n.ts'

type Props = {
  customerId: string
  value: string | null
  onChange: (documentId: string | null) => void
  description: string | undefined
}

/** A document of the customer's file that a decision rests on. */
export const DocumentInput = ({ customerId, value, onChange, description }: Props) => {
  const t = useT()
  const proofs = useQuery(api.proofs.list.queryOptions({ input: { customerId, limit: 200 } })).data?.proofs ?? []
  // The same document may prove several things.
  const data = [...new Map(proofs.map((proof) => [proof.documentId, proof.title || proof.fileName]))]
  return (
    <Select
      clearable
      searchable
      openOnFocus={false}
      disabled={data.length === 0}
      label={t('limits:decide.document')}
      description={description}
      placeholder={t(data.length === 0 ? 'limits:decide.noDocuments' : 'limits:decide.noDocument')}
      data={data.map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={onChange}
    />
  )
}
