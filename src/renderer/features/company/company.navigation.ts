import { IconBuilding, IconBuildingBank, IconFileText, IconPercentage } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

export const companyNavigation: FeatureNavigation = {
  entries: [{ to: '/company', icon: IconBuilding, labelKey: 'company:nav', order: 85, needs: ['configure'] }],
  actions: [
    {
      id: 'company.company',
      labelKey: 'company:palette.company',
      icon: IconBuilding,
      to: '/company',
      needs: ['configure'],
    },
    {
      id: 'company.bank',
      labelKey: 'company:palette.bank',
      icon: IconBuildingBank,
      to: '/company?section=bank',
      needs: ['configure'],
    },
    {
      id: 'company.letterhead',
      labelKey: 'company:palette.letterhead',
      icon: IconFileText,
      to: '/company?section=letterhead',
      needs: ['configure'],
    },
    {
      id: 'company.rates',
      labelKey: 'company:palette.rates',
      icon: IconPercentage,
      to: '/company?section=rates',
      needs: ['configure'],
    },
  ],
}
