/** What is kept where, of how many people, since when, and what forgetting does there. */

import { fullDayTime } from '../../../domain/text/russian'
import type { PersonalModel } from '../../models/dialogs/personal'
import { personal as text } from '../../text/personal.ru'
import { Waiting } from '../parts/Notices'
import { TableBox } from '../parts/TableBox'
import { FilesLeft } from './ForgetDone'

export function PersonalPlaces({ model: { map, finder, page } }: { readonly model: PersonalModel }) {
  if (map.value === null) return finder.busy.value === '' ? null : <Waiting>{text.loading}</Waiting>
  return (
    <>
      <FilesLeft ids={map.value.progress.filesLeft} />
      <TableBox>
        <table>
          <thead>
            <tr>
              {text.columns.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.value.lines.map(({ place, holds, people, since, forgets }) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                <td>{holds}</td>
                <td class="figure">{people ?? text.notCounted}</td>
                <td>{since === null ? text.notCounted : fullDayTime(since, page.clock.now.value)}</td>
                <td>{forgets}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  )
}
