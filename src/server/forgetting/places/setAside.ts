/** Requests of his that were set aside, as they came. */

import { requestOf } from '../../doors/intake'
import { forgetAside, keptAsides } from '../../google/kept/asideStore'
import { countAsides } from '../../jobs/asides'
import type { Place } from '../place'

export const setAside: Place = {
  name: 'asides',
  portion: ({ loaded, elsewhere }) => {
    const his = keptAsides().filter((one) => tellsOf(one, elsewhere.mask))
    return {
      found: his.length,
      next: null,
      write: () => {
        for (const { id } of his) forgetAside(id)
        if (his.length > 0) countAsides(loaded.session)
        return false
      },
    }
  },
}

type Aside = ReturnType<typeof keptAsides>[number]

/** As it is read, and as it came. */
function tellsOf(one: Aside, mask: (text: string) => string): boolean {
  const { request } = requestOf(one)
  const texts = [request.raw, ...Object.values(request.fields).map(String), JSON.stringify(one.came)]
  return texts.some((text) => mask(text) !== text)
}
