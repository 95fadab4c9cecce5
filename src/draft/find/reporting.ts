/** Words by which an English article says whose words it gives. */
import type { Status } from '../../load/vocabulary.js';

const list = (words: string) => words.trim().split(/\s+/).join('|');

const SAYING = list(`
  say says said saying tell tells told report reports reported state states stated announce announces announced note notes
  noted add adds added explain explains explained write writes wrote writing written confirm confirms confirmed comment
  comments commented remark remarked reply replied respond responded tweeted posted declare declared conclude concluded
  observe observed recall recalled admit admitted acknowledge acknowledged describe described describes call calls called dub
  dubbed characterize characterized characterise characterised reveal revealed read reads reasoned theorized asked continued
  agreed testified quoted pleaded shows showed show find finds found`);
const CLAIMING = list(`
  claim claims claimed argue argues argued warn warns warned insist insists insisted allege alleges alleged accuse accuses
  accused maintain maintains maintained stress stressed emphasize emphasized emphasise emphasised complained cautioned urge
  urged vowed promised boasted deny denies denied rejects rejected dismissed criticized criticised blamed`);
const ESTIMATING = list(`
  estimate estimates estimated predict predicts predicted project projects projected forecast forecasts believe believes
  believed think thinks suspect suspects suspected expect expects expected suggest suggests suggested anticipate anticipates
  anticipated calculate calculated`);

/** A verb that reports, as a whole word. */
export const REPORTING = `(?:${SAYING}|${CLAIMING}|${ESTIMATING})`;

const isClaiming = new RegExp(`^(?:${CLAIMING})$`, 'iu');
const isEstimating = new RegExp(`^(?:${ESTIMATING})$`, 'iu');

/** How sure a statement is that somebody reports by a verb. */
export function statusBy(verb: string): Status {
  if (isEstimating.test(verb)) return 'estimated';
  return isClaiming.test(verb) ? 'claimed' : 'reported';
}

/** How sure a statement says itself that it is; the first that is found holds. */
const HEDGES: readonly (readonly [RegExp, Status])[] = [
  [/\b(?:unverified|not (?:been )?(?:independently )?(?:verified|confirmed)|unconfirmed)\b/iu, 'unverified'],
  [/\b(?:disputed|disputes|contested)\b/iu, 'disputed'],
  [/\b(?:allegedly|alleged|accused of|charged with)\b/iu, 'claimed'],
  [/\b(?:estimated|an estimate|projected to|predicted|forecast|expected to)\b/iu, 'estimated'],
  [
    /\b(?:reportedly|apparently|appears? to|appeared to|seems? to|seemed to|believed to|suspected|rumou?red)\b/iu,
    'unverified',
  ],
];

/** The status that the words of a sentence ask for, where it names nobody who says so. */
export function hedgeIn(text: string): Status | undefined {
  return HEDGES.find(([words]) => words.test(text))?.[1];
}
