import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chart, Frame } from '../../charts/chart.ts'
import { ChartPicture } from './ChartPicture.tsx'

interface ChartBoxProps {
  readonly label: string
  readonly draw: (frame: Frame) => Chart
}

/** A chart that fills the room it is given, laid out anew when that changes; its letters are as large as those around it. */
export function ChartBox({ label, draw }: ChartBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const [frame, setFrame] = useState<Frame | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      const text = Number.parseFloat(getComputedStyle(element).fontSize)
      setFrame((known) => (known?.width === width && known.height === height && known.text === text ? known : { width, height, text }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} class="chart-box">
      {frame && frame.width > 0 && frame.height > 0 && <ChartPicture chart={draw(frame)} label={label} />}
    </div>
  )
}
