import { Input, SegmentedControl } from '@mantine/core'
import { useT } from '../../app/i18n.ts'
import { type Placement, type PlacementWay, placementWays } from './usePlacement.ts'

type Props = { placement: Placement; label: string; ways?: readonly PlacementWay[] }

/** What an amount settles: the oldest first, a split by hand, or nothing yet. */
export const WayChoice = ({ placement, label, ways = placementWays }: Props) => {
  const t = useT()
  return (
    <div>
      <Input.Label component="div">{label}</Input.Label>
      <SegmentedControl
        size="sm"
        fullWidth
        aria-label={label}
        value={placement.way}
        onChange={(way) => placement.setWay(way as PlacementWay)}
        data={ways.map((way) => ({ value: way, label: t(`payments:way.${way}`) }))}
      />
    </div>
  )
}
