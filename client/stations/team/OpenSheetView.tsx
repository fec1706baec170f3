import { PledgeSheet } from '../../panels/accounts/PledgeSheet.tsx'
import { PotSheet } from '../../panels/accounts/PotSheet.tsx'
import type { OpenSheet } from '../../panels/desk.ts'
import { ProgrammeSheet } from '../../panels/funding/ProgrammeSheet.tsx'
import { CatalogueSheet } from '../../panels/measures/CatalogueSheet.tsx'
import { MeasureSheet } from '../../panels/measures/MeasureSheet.tsx'
import { PlaceSheet } from '../../panels/measures/PlaceSheet.tsx'
import { WriteSheet } from '../../panels/measures/WriteSheet.tsx'
import { AnswerOfferSheet } from '../../panels/offers/AnswerOfferSheet.tsx'
import { OfferSheet } from '../../panels/offers/OfferSheet.tsx'
import { ReferenceSheet } from '../../panels/requests/ReferenceSheet.tsx'
import { RequestSheet } from '../../panels/requests/RequestSheet.tsx'
import { ConflictSheet } from '../../panels/resolution/ConflictSheet.tsx'
import { FocusAreaSheet } from '../../panels/resolution/FocusAreaSheet.tsx'
import { VoteSheet } from '../../panels/resolution/VoteSheet.tsx'

/** Sheet → component; a key of its own each, so that no form carries over to another. */
export function OpenSheetView({ sheet }: { readonly sheet: OpenSheet }) {
  const key = JSON.stringify(sheet)
  switch (sheet.kind) {
    case 'catalogue':
      return <CatalogueSheet key={key} aim={sheet.aim} />
    case 'measure':
      return <MeasureSheet key={key} measureId={sheet.measureId} />
    case 'place':
      return <PlaceSheet key={key} measureId={sheet.measureId} aim={sheet.aim} />
    case 'write':
      return <WriteSheet key={key} />
    case 'pledge':
      return <PledgeSheet key={key} targetId={sheet.targetId} />
    case 'pot':
      return <PotSheet key={key} targetId={sheet.targetId} />
    case 'reference':
      return <ReferenceSheet key={key} measureId={sheet.measureId} partnerId={sheet.partnerId} />
    case 'request':
      return <RequestSheet key={key} requestId={sheet.requestId} />
    case 'offer':
      return <OfferSheet key={key} to={sheet.to} measureId={sheet.measureId} counterTo={sheet.counterTo} />
    case 'answerOffer':
      return <AnswerOfferSheet key={key} offerId={sheet.offerId} />
    case 'programme':
      return <ProgrammeSheet key={key} programmeId={sheet.programmeId} measureId={sheet.measureId} />
    case 'conflict':
      return <ConflictSheet key={key} referenceId={sheet.referenceId} />
    case 'focusArea':
      return <FocusAreaSheet key={key} />
    case 'vote':
      return <VoteSheet key={key} />
  }
}
