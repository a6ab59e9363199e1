import { Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Application } from '../../../main/core/applications/applications.contract.ts'
import type { ProofKind } from '../../../main/core/proofs/proof-kinds.schema.ts'
import { useT } from '../../app/i18n.ts'
import { AnchorLink } from '../../components/links.tsx'
import classes from './applications.module.css'

const own = ['statements', 'reports', 'references'] as const

/** What the policy requires for the amount asked, and what the file holds of it. */
export const WantedDocuments = ({ application: { wanted, customerId } }: { application: Application }) => {
  const t = useT()
  const nameOf = (kind: string) => {
    const known = own.find((one) => one === kind)
    return known ? t(`applications:documents.kind.${known}`) : t(`proofs:kind.${kind as ProofKind}`)
  }
  return (
    <section aria-label={t('applications:documents.title')}>
      <Title order={3}>{t('applications:documents.title')}</Title>
      {wanted.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('applications:documents.none')}
        </Text>
      ) : (
        <>
          <ul className={classes.lines}>
            {wanted.map(({ kind, wanted: count, held }) => {
              const met = held >= count
              const Icon = met ? IconCheck : IconAlertTriangle
              return (
                <li key={kind} className={classes.line} data-tone={met ? 'settled' : 'late'}>
                  <Icon size={16} aria-hidden />
                  <span>{nameOf(kind)}</span>
                  <span className={classes.dim}>
                    {count > 1
                      ? t('applications:documents.count', { held: Math.min(held, count), wanted: count })
                      : t(met ? 'applications:documents.held' : 'applications:documents.lacks')}
                  </span>
                </li>
              )
            })}
          </ul>
          <AnchorLink to="/customers/$id" params={{ id: customerId }} search={{ tab: 'documents' }} fz="sm">
            {t('applications:documents.add')}
          </AnchorLink>
        </>
      )}
    </section>
  )
}
