import { Sparkline } from '@mantine/charts'
import '@mantine/charts/styles.css'

/** A picture of the past beside its figure, not a stop of its own. */
const Past = ({ values, late = false }: { values: (number | null)[]; late?: boolean }) => (
  <div inert>
    {values.length > 0 && (
      <Sparkline
        h={48}
        data={values}
        color={late ? 'var(--late)' : 'var(--mantine-primary-color-filled)'}
        fillOpacity={0.12}
        strokeWidth={1.5}
        curveType="linear"
        connectNulls={false}
        areaProps={{ isAnimationActive: false }}
      />
    )}
  </div>
)
export default Past
