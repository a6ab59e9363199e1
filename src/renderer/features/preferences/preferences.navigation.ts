import type { FeatureNavigation } from '../../app/navigation.ts'

export const preferencesNavigation: FeatureNavigation = { entries: [], actions: [] }
