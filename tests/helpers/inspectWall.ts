import type { Page } from 'playwright-core'

/** Least height of letters on a wall of this width: 32 px at 1920, 22 px on the smallest one. */
function leastText(width: number): number {
  return Math.max(22, (32 * width) / 1920) - 0.6
}

/** What cannot be read from the last row or is cut off; empty if everything can. Letters inside of shapes and on the map have their own measure. */
export async function inspectWall(page: Page): Promise<readonly string[]> {
  const width = page.viewportSize()?.width ?? 1920
  return page.evaluate(findFaults, leastText(width))
}

function findFaults(least: number): readonly string[] {
  const faults = new Set<string>()
  const hidesWhatIsTooLong = (value: string) => value === 'hidden' || value === 'clip'
  for (const element of document.querySelectorAll<HTMLElement>('.wall *')) {
    if (element.closest('.sr-only, .team-badge, .town-map, .still-map, .qr')) continue
    const { left, right, bottom, width } = element.getBoundingClientRect()
    if (width === 0) continue
    const words = (element.textContent ?? '').slice(0, 40)
    const style = getComputedStyle(element)
    const saysSomething = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    if (saysSomething) {
      const size = Number.parseFloat(element.getAttribute('font-size') ?? style.fontSize)
      if (size < least) faults.add(`${size} px are too small: ${words}`)
      if (left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) faults.add(`outside of the picture: ${words}`)
    }
    const isClamped = style.getPropertyValue('-webkit-line-clamp') !== 'none' && style.getPropertyValue('-webkit-line-clamp') !== ''
    if (isClamped || element.clientHeight === 0) continue
    if (hidesWhatIsTooLong(style.overflowY) && element.scrollHeight > element.clientHeight + 3) faults.add(`cut off below: ${element.className} ${words}`)
    if (hidesWhatIsTooLong(style.overflowX) && element.scrollWidth > element.clientWidth + 3) faults.add(`cut off at the side: ${element.className} ${words}`)
  }
  return [...faults]
}
