import type { Chart, Mark, Tone } from '../../charts/chart.ts'
import { hatchId, isOwn } from '../../charts/chartSvg.ts'
import '../../styles/charts.css'

/** A chart as elements: its colours come from the style sheet and change with light and dark. */
export function ChartPicture({ chart, label }: { readonly chart: Chart; readonly label: string }) {
  const { width, height, marks } = chart
  const striped = [...new Set(marks.flatMap((mark) => (mark.kind === 'rect' && mark.hatched ? [mark.fill] : [])))]
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {striped.length > 0 && (
        <defs>
          {striped.map((tone) => (
            <pattern key={tone} id={hatchId(tone)} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="8" height="8" fill={colour('paper')} />
              <rect width="4" height="8" fill={colour(tone)} />
            </pattern>
          ))}
        </defs>
      )}
      {marks.map((mark, index) => (
        <MarkShape key={index} mark={mark} />
      ))}
    </svg>
  )
}

function MarkShape({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'rect':
      return (
        <rect
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          rx={mark.radius}
          fill={mark.hatched ? `url(#${hatchId(mark.fill)})` : colour(mark.fill)}
          stroke={mark.hatched ? colour(mark.fill) : undefined}
          opacity={mark.opacity}
        />
      )
    case 'circle':
      return <circle cx={mark.x} cy={mark.y} r={mark.r} fill={colour(mark.fill)} stroke={mark.stroke && colour(mark.stroke)} stroke-width={mark.width} />
    case 'path':
      return (
        <path
          d={mark.d}
          fill={mark.fill ? colour(mark.fill) : 'none'}
          stroke={mark.stroke && colour(mark.stroke)}
          stroke-width={mark.width}
          stroke-dasharray={mark.dashed ? '8 6' : undefined}
          opacity={mark.opacity}
        />
      )
    case 'text':
      return (
        <text x={mark.x} y={mark.y} font-size={mark.size} font-weight={mark.strong ? 600 : 400} text-anchor={mark.anchor} fill={colour(mark.fill)}>
          {mark.text}
        </text>
      )
  }
}

function colour(tone: Tone): string {
  return isOwn(tone) ? tone : `var(--chart-${tone})`
}
