import type { ReactNode } from 'react'
import type { Permission } from '../../../main/core/kernel/contract.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useT } from '../i18n.ts'
import { useMay } from './usePeople.ts'

/** A page for those who may; others are told what it asks for. */
export const Reserved = ({ needed, children }: { needed: Permission; children: ReactNode }) => {
  const t = useT()
  if (useMay(needed)) return children
  const permission = t(`people:permissions.${needed}.name`)
  return <EmptyState title={t('people:reserved.title')} text={t('people:reserved.text', { permission })} />
}
