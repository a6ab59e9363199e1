import type { FeatureNavigation } from '../../app/navigation.ts'

export const customersNavigation: FeatureNavigation = { entries: [], actions: [] }
