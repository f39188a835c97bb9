/** The page for somebody outside: the centre's name on top, and the one screen that its link is for. */

import { type ComponentChild, render } from 'preact'
import { jsonIn } from '../domain/register/json'
import type { OutsideData } from '../rpc/pageContract'
import { CentreLine } from './screens/CentreLine'
import { DecidePage } from './screens/DecidePage'
import { FeedbackPage } from './screens/FeedbackPage'
import { NoticePage } from './screens/NoticePage'
import { ReportPage } from './screens/ReportPage'
import { StopPage } from './screens/StopPage'
import { VisitPage } from './screens/VisitPage'

const data = jsonIn(document.getElementById('desk-data')?.textContent ?? '')
const container = document.getElementById('desk')
if (container && isOutsideData(data))
  render(
    <>
      <CentreLine centre={data.centre} />
      {screenOf(data)}
    </>,
    container,
  )

/** Written into the page by the server of the same version: its outline is enough. */
function isOutsideData(read: unknown): read is OutsideData {
  return typeof read === 'object' && read !== null && 'page' in read && 'centre' in read
}

function screenOf({ page, link }: OutsideData): ComponentChild {
  if (page.view === 'notice') return <NoticePage view={page} />
  if (link === null) return null
  if (page.view === 'report') return <ReportPage view={page} link={link} />
  if (page.view === 'feedback') return <FeedbackPage view={page} link={link} />
  if (page.view === 'visit') return <VisitPage view={page} link={link} />
  return page.view === 'decide' ? <DecidePage view={page} link={link} /> : <StopPage link={link} />
}
