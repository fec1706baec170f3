import { expect, test } from 'vitest'
import { type Camera, fitted, type Limits, panned, scaleBar, toScreen, toTown, within, zoomed } from '../../../client/map/camera.ts'

const size = { width: 700, height: 500 }
const camera: Camera = { x: 4000, y: 3000, scale: 0.2 }
const limits: Limits = { minScale: 0.05, maxScale: 1, bounds: { left: 0, top: 0, right: 10_000, bottom: 8000 } }

test('the middle of the screen is where the camera is, and every spot comes back from the screen', () => {
  expect(toScreen(camera, size, [4000, 3000])).toEqual([350, 250])
  expect(toScreen(camera, size, [4100, 2950])).toEqual([370, 240])
  const [x, y] = toTown(camera, size, toScreen(camera, size, [1234, 5678]))
  expect(x).toBeCloseTo(1234)
  expect(y).toBeCloseTo(5678)
})

test('a spot under the finger follows it', () => {
  const spot = toTown(camera, size, [100, 100])
  const [x, y] = toScreen(panned(camera, 30, -12), size, spot)
  expect(x).toBeCloseTo(130)
  expect(y).toBeCloseTo(88)
})

test('zooming leaves the spot under the fingers where it is, whatever the factor', () => {
  for (const factor of [0.4, 1.3, 2, 50]) {
    const about = [620, 40] as const
    const spot = toTown(camera, size, about)
    const after = zoomed(camera, size, factor, about, limits)
    const [x, y] = toScreen(after, size, spot)
    expect(x).toBeCloseTo(620)
    expect(y).toBeCloseTo(40)
  }
})

test('nobody zooms beyond the limits', () => {
  expect(zoomed(camera, size, 50, [0, 0], limits).scale).toBe(1)
  expect(zoomed(camera, size, 0.01, [0, 0], limits).scale).toBe(0.05)
})

test('the middle of the screen stays in the municipality', () => {
  expect(within({ x: -500, y: 9000, scale: 3 }, limits)).toEqual({ x: 0, y: 8000, scale: 1 })
  expect(within(camera, limits)).toEqual(camera)
})

test('what is fitted touches the margins on the tighter side and is centred between the margins', () => {
  const bounds = { left: 1000, top: 1000, right: 7000, bottom: 5000 }
  const home = fitted(size, bounds, { top: 60, right: 20, bottom: 40, left: 20 })
  const [left, top] = toScreen(home, size, [1000, 1000])
  const [right, bottom] = toScreen(home, size, [7000, 5000])
  expect(home.scale).toBeCloseTo(400 / 4000)
  expect([top, bottom]).toEqual([expect.closeTo(60), expect.closeTo(460)])
  expect(left + right).toBeCloseTo(size.width)
})

test.each([
  [0.07, 1000, 70],
  [0.2, 500, 100],
  [0.9, 100, 90],
])('at %f pixels a metre the scale bar is %i metres long', (scale, metres, width) => {
  const bar = scaleBar(scale, 120)
  expect(bar.metres).toBe(metres)
  expect(bar.width).toBeCloseTo(width)
})
