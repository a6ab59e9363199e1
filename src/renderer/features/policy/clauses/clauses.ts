import type { ComponentType } from 'react'
import type { Clause } from '../../../../main/core/policy/changes.rules.ts'
import { EditActions } from '../credit/Actions.tsx'
import { EditAuthority } from '../credit/Authority.tsx'
import { EditCharges } from '../credit/Charges.tsx'
import { EditDocuments } from '../credit/Documents.tsx'
import { EditLimits } from '../credit/Limits.tsx'
import { EditExposure, EditLate } from '../credit/Orders.tsx'
import { EditAlerts, EditNewCustomers, EditReviews } from '../credit/Reviews.tsx'
import { EditScorecard } from '../credit/Scorecard.tsx'
import { EditTerms } from '../credit/Terms.tsx'
import type { EditProps } from './clause.ts'
import { EditDisputes } from './Disputes.tsx'
import { EditLosses } from './Losses.tsx'
import { EditInstalments, EditInvoicing } from './Numbers.tsx'
import { EditProofs } from './Proofs.tsx'
import { EditWriteOff } from './WriteOff.tsx'

/** How each clause is edited; what it says is read from the policy itself. */
export const clauseEditors: Record<Clause, ComponentType<EditProps>> = {
  writeOff: EditWriteOff,
  losses: EditLosses,
  disputes: EditDisputes,
  proofs: EditProofs,
  invoicing: EditInvoicing,
  instalments: EditInstalments,
  charges: EditCharges,
  limits: EditLimits,
  terms: EditTerms,
  scorecard: EditScorecard,
  documents: EditDocuments,
  reviews: EditReviews,
  newCustomers: EditNewCustomers,
  exposure: EditExposure,
  late: EditLate,
  authority: EditAuthority,
  actions: EditActions,
  alerts: EditAlerts,
}
