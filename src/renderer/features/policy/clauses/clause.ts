import type { PolicyDraft } from '../policy.draft.ts'

export type EditProps = { draft: PolicyDraft; change: (part: Partial<PolicyDraft>) => void }
