/** The centre's own request form, as a link or in a frame of its site. */

import { render } from 'preact'
import { jsonIn } from '../domain/register/json'
import type { FormData } from '../rpc/formContract'
import { RequestPage } from './request/RequestPage'
import { CentreLine } from './screens/CentreLine'
import { NoticePage } from './screens/NoticePage'

const data = jsonIn(document.getElementById('desk-data')?.textContent ?? '')
const container = document.getElementById('desk')
if (container && isFormData(data))
  render(
    <>
      <CentreLine centre={data.centre} />
      {data.told === null ? <RequestPage data={data} shownAt={Date.now()} /> : <NoticePage view={data.told} link={data.elsewhere} />}
    </>,
    container,
  )

/** Written into the page by the server of the same version: its outline is enough. */
function isFormData(read: unknown): read is FormData {
  return typeof read === 'object' && read !== null && 'mark' in read && 'centre' in read
}
