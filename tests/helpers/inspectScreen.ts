import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.2 AA with everything below it, and axe's own advice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong on the page as it stands: one line per element, with rule and reason. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(TAGS)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`.replace(/\s+/g, ' ')),
  )
}

/** What sticks out of the page sideways so that one would have to scroll [WCAG 1.4.10]; a list that scrolls in itself does not count. */
export function sidewaysFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls =
      document.documentElement.scrollWidth > width ||
      [...document.querySelectorAll('main, .panel, dialog')].some(
        (box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'hidden',
      )
    if (!scrolls) return []
    const isClipped = (element: Element): boolean => {
      for (let box = element.parentElement; box; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible' && box !== document.body) return box.getBoundingClientRect().right <= width + 1
      return false
    }
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1 && !isClipped(element))
    return [
      `${document.documentElement.scrollWidth} of ${width} px`,
      ...wide.slice(0, 5).map((element) => `${element.tagName} .${element.className} to ${Math.round(element.getBoundingClientRect().right)}`),
    ]
  })
}

/** Targets that a finger may miss: less than 44 px either way, counting what belongs to them (a label, an enlarged hit area). */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST = 44
    const targets = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]'
    const isInSentence = (element: Element) =>
      element.matches('p a, li a') && (element.parentElement?.textContent ?? '').trim().length > (element.textContent ?? '').trim().length + 8
    const seen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      return (
        width > 1 &&
        height > 1 &&
        style.visibility !== 'hidden' &&
        style.pointerEvents !== 'none' &&
        !element.closest('[inert]') &&
        !element.closest('.sr-only, .skip-link')
      )
    }
    const boxOf = (element: Element) => {
      const boxes = [element, element.closest('label')].flatMap((each) => (each ? [each.getBoundingClientRect()] : []))
      const before = getComputedStyle(element, '::before')
      const inset = before.position === 'absolute' ? Math.max(0, -Number.parseFloat(before.top) || 0) : 0
      return [Math.max(...boxes.map(({ width }) => width)) + 2 * inset, Math.max(...boxes.map(({ height }) => height)) + 2 * inset] as const
    }
    return [...document.querySelectorAll(targets)]
      .filter((element) => seen(element) && !isInSentence(element))
      .flatMap((element) => {
        const [width, height] = boxOf(element)
        return width >= LEAST - 0.5 && height >= LEAST - 0.5
          ? []
          : [
              `${element.tagName} .${element.className} „${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 30)}“ ${Math.round(width)}×${Math.round(height)}`,
            ]
      })
  })
}

/** Words that are cut off by a box that neither grows nor scrolls. */
export function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hides = (value: string) => value === 'hidden' || value === 'clip'
    const hasWords = (element: Element) => (element as HTMLElement).innerText?.trim().length > 0
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          element.clientHeight > 1 && element.clientWidth > 1 && !element.closest('.sr-only, .skip-link, svg, [aria-hidden=true]') && hasWords(element),
      )
      .filter((element) => {
        const style = getComputedStyle(element)
        // What is shortened with dots on purpose can be opened in full.
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return false
        return (
          (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 4) ||
          (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 4)
        )
      })
      .map(
        (element) =>
          `${element.tagName} .${element.className}: ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`,
      )
  })
}
