import type { PolicyDraft } from '../policy.draft.ts'

export type ReadProps = { draft: PolicyDraft }
export type EditProps = { draft: PolicyDraft; change: (part: Partial<PolicyDraft>) => void }
