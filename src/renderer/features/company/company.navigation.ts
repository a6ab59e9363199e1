import type { FeatureNavigation } from '../../app/navigation.ts'

export const companyNavigation: FeatureNavigation = { entries: [], actions: [] }
