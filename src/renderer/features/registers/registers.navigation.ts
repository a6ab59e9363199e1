import { IconBuildingBank } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const registersNavigation: FeatureNavigation = {
  entries: [],
  actions: [{ id: 'registers.check', labelKey: 'registers:palette', icon: IconBuildingBank, to: '/credit/registers' }],
}
