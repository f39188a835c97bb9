/** What is kept where, of how many people, since when, and what forgetting does there. */

import { fullDayTime } from '../../../domain/text/russian'
import type { MapLine } from '../../../rpc/personalContract'
import type { PersonalModel } from '../../models/personal/personal'
import { personal as text } from '../../models/personal/personal.ru'
import { Waiting } from '../parts/Notices'
import { FilesLeft } from './ForgetDone'

interface Props {
  readonly model: PersonalModel
}

export function PersonalPlaces({ model }: Props) {
  const { map, finder } = model
  if (map.value === null) return finder.busy.value === '' ? null : <Waiting>{text.loading}</Waiting>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div role="group" tabIndex={0} aria-label={text.tabs.map}>
      <FilesLeft ids={map.value.progress.filesLeft} />
      {map.value.lines.map((line) => (
        <Place key={line.place} model={model} line={line} />
      ))}
    </div>
  )
}

function Place({ model: { page }, line }: Props & { readonly line: MapLine }) {
  const { place, holds, people, since, forgets } = line
  return (
    <section class="personal-place">
      <div>
        <h2>{place}</h2>
        {people !== null && <p class="detail">{text.people(people, since === null ? '' : fullDayTime(since, page.clock.now.value))}</p>}
      </div>
      <ul>
        {holds.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p class="faint">{text.forgets(forgets)}</p>
    </section>
  )
}
