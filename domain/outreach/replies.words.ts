// What people write when they want no more messages, are somebody else, or call something off. Patterns run over text
// that is lower case, with apostrophes and inner hyphens dropped (dont, optout) and every other mark as " . ".

/** 47 CFR 64.1200(a)(10). */
export const optOutKeywords = new Set(['stop', 'stopall', 'quit', 'end', 'revoke', 'optout', 'cancel', 'unsubscribe']);
export const resumeKeywords = new Set(['start', 'unstop', 'yes']);
export const helpKeywords = new Set(['help', 'info']);
/** Keywords that stay an opt-out as a sentence of their own among others; "end" or "cancel" may speak of something else there. */
export const plainKeywords = new Set(['stop', 'stopall', 'unsubscribe', 'optout', 'quit', 'revoke', 'stopit', 'stopthis', 'stoptexting']);
/** Asks to be taken off when nothing else is said. */
export const bareOptOuts = new Set(
  'remove,removed,removeme,delete,deleteme,takeoff,takemeoff,nomore,nevermore,neveragain,enough,goaway,stopit,stopthis,stopthat,stopnow,quitit,lose,unsub,pare,paren,parar,alto,basta,yabasta,nomas,detener,detengase'.split(
    ',',
  ),
);

/** Said around a request without changing it. */
export const courtesies =
  /\b(please|pls|plz|plse|thanks|thank you|thankyou|thx|ty|kindly|sir|maam|madam|guys|folks|now|immediately|asap|right away|at once|already|just|ok|okay|hi|hello|hey|sorry|no|nope|but|and|(?:im |i am |were |we are )?not interested|no interest|god bless|have a (?:good|nice|great|blessed) day|i said|(?:i|we) (?:want|wish|need|would like)(?: you)? to|(?:id|wed) like(?: you)? to|let me|por favor|lol|wtf|damn|bro|dude|man)\b/g;

const join = (...parts: string[]): string => `(?:${parts.join('|')})`;
const mine = join('me', 'us', 'myself', 'my', 'our', 'this', 'that', 'it');
const detail =
  'number|phone(?: number)?|cell(?: phone)?|names?|info|information|contact(?: info| information| details?)?|details|data|records?|email(?: address)?|digits|line';
const estate = 'property|house|home|address|place|land|lot';
const texts = 'texts?|txts?|messages?|msgs?|sms|emails?|communications?|solicitations?|spam|notifications?|alerts?|ads|subscription|junk|crap|nonsense|bs|shit';
const doing =
  'texting|txting|messaging|calling|emailing|contact|contacting|communicating|soliciting|spamming|bothering|harassing|harassment|pestering|bugging|annoying|writing|reaching out|sending|marketing|outreach';
const filler =
  '(?:the|these|those|this|that|your|ur|all|any|with|further|more|future|my|me|us|getting|receiving|of|to|and desist|trying|unwanted|stupid|damn|fucking|annoying|constant)';
const notBefore = (...words: string[]): string => `(?<!\\b${join(...words)} )`;
const somebody = notBefore('i', 'we', 'they', 'he', 'she', 'you', 'who');
const when =
  '(?:before|after|until|till|between|during|while|tomorrow|tonight|today|this (?:morning|afternoon|week|month|weekend)|next (?:week|month)|on (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekends?|weekdays?|my)|at (?:work|night|this hour|\\d)|so (?:early|late)|early|late|yet|right now|just yet)';
const others =
  '(?:it|him|her|them|(?:my|the|our) (?:wife|husband|agent|lawyer|attorney|mom|mother|dad|father|son|daughter|brother|sister|tenants?|realtor|neighbors?|bank|lender))';
const contrast = '(?!.*\\b(?:instead|rather)\\b)(?!.*(?:\\.|but) (?:please |just )?(?:text|txt|email|call|message|write)\\b)';
const noWish =
  '(?:(?:do not|dont|no longer|did not|didnt|never) (?:want|wish|care|like|ask|request|agree|consent|sign up)(?:e?d)?|(?:would|id) (?:rather|prefer) (?:not|you not|you didnt|you dont)|not (?:want|wish|wanting|wishing)|dont wanna|(?:tired|sick) of|fed up with)';

/** Asks for an end of contact, to be taken off a list, or for the number to be deleted. */
export const optOutPatterns: RegExp[] = [
  // stop texting me, quit calling, no more of these messages, end these texts
  new RegExp(
    `\\b(?:stop|quit|cease|discontinue|halt|knock off|no more|enough (?:of|with)|${notBefore('the', 'at', 'by', 'an', 'dead', 'of', 'to an', 'this')}end)(?: ${filler})* (?:${texts}|${doing}|calls?|phone calls?)\\b`,
  ),
  new RegExp(`\\b(?:cancel|stop)(?: ${filler})* (?:${texts}|calls)\\b`),
  /(?:^|\. )(?:\w+ )?(?:stop|quit) (?:it|this|that|them|these|me|everything|all|all of (?:it|this|that)|doing this)(?: (?:all|please|now|already))* ?(?:$|\.)/,
  /\b(?:make (?:it|them|this) stop|(?:will|would|can|could) you (?:please )?stop|you (?:need|have) to stop|(?:told|asked|said)(?: you| yall| u)?(?: people)?(?: guys)?(?: to)? stop)(?: ?$| ?\.| (?:already|now|it|this|that)\b)/,
  // do not text me, never call again — but not "dont call before noon", and not "I dont text"
  new RegExp(
    `${somebody}\\b(?:do not|dont|never|not to|shouldnt|should not)(?: ever| please| you)* (?:text|txt|message|msg|call|phone|ring|dial|contact|email|bother|disturb|harass|solicit|reach out|communicate)\\b(?! back)(?!(?: (?:me|us|my|this|the|number|phone|here|at|to))* ${when})(?! (?:or \\w+ )?${others}\\b)${contrast}`,
  ),
  new RegExp(
    `${somebody}\\b(?:do not|dont|never)(?: ever| please)* (?:send|write|use)(?: to)? (?:me|us|any|anything|more|texts|messages|this number)\\b(?!(?: \\w+)* ${when})${contrast}`,
  ),
  new RegExp(
    `\\b${noWish}(?: (?:to|get|getting|receive|receiving|see|have|hear|hearing|be|being|for|you|any|anymore|more|further|from|all|these|those|this|your|of|the|me|us|keep|getting))* (?:${texts}|${doing}|calls?|texted|called|contacted|emailed|messaged|bothered|solicited|from you|on (?:this|your|the|any) (?:\\w+ )?list)\\b${contrast}`,
  ),
  // remove my number, delete my info, take me off, get us off this list
  new RegExp(
    `\\b(?:remove|delete|scrub|erase|strike|wipe|purge|scratch|block) (?:me|us|myself|(?:my|our|this|that) (?:${detail}))\\b(?!(?: off| from| out| of| as)* (?:the |my |our |a |this )?(?:deed|title|mortgage|loan|lease|note|listing|will|contract|probate|trust|seller|owner|executor|trustee)\\b)`,
  ),
  new RegExp(
    `\\b(?:take|get|drop|pull|cross|leave) (?:me|us|myself|(?:my|our|this|that) (?:${detail})) (?:off|out of|from)\\b(?! (?:of )?(?:the |my |our |a |this )?(?:deed|title|mortgage|loan|lease|note|listing|will|contract|trust|hook|house|property|jam|debt|foreclosure|payments?)\\b)`,
  ),
  new RegExp(
    `\\b(?:remov\\w*|delet\\w*|tak\\w*|get|drop|strike|cross|scratch|want) (?:\\w+ ){0,2}?(?:${mine}|${estate})\\b.{0,40}\\b(?:off|from|out of) (?:of )?(?:your|ur|the|this|that|any|all) (?:\\w+ ){0,3}(?:lists?|databases?|systems?|records?|files?)\\b`,
  ),
  /\boff (?:of )?(?:your|ur|this|the) (?:\w+ ){0,2}(?:list|database|system)s?\b/,
  new RegExp(`\\b(?:lose|forget|trash|throw away) (?:my|this|our) (?:${detail})\\b`),
  /\b(?:unsubscrib\w*|unsub|unsubcribe|unsuscribe|un subscribe)\b/,
  /\bopt(?:ing|ed)? ?(?:me |us |my number )?out\b(?! of (?:the |this |my |our |a )?(?:contract|deal|offer|agreement|inspection|lease|insurance|sale|purchase|closing))/,
  /\b(?:revok\w*|withdraw\w*|rescind\w*)(?: (?:my|our|any|all|the|prior))* (?:consent|permission|authorization)\b/,
  /\b(?:do not|dont|no) ?(?:call|contact|text) (?:list|registry)\b|\bdonotcall\b|\bdnc\b/,
  /\b(?:leave (?:me|us|my \w+)(?: the \w+)? alone|go away|get lost|buzz off|bug off|back off|(?:fuck|f|piss|screw|sod) ?\*{0,3} ?off|fuck you|screw you|no (?:further |more )?contact|cease and desist|stay away from (?:me|us)|(?:be|have (?:me|us|my number)) (?:removed|taken off))\b/,
  // Spanish
  /\bno (?:me|nos) (?:llam|escrib|mand|envi|contact|molest|texte)\w+\b/,
  /\b(?:deje|deja|dejen|pare|para|paren) de (?:llamar|escribir|mandar|enviar|molestar|contactar|textear)\w*/,
  /\b(?:borr|elimin|quit|saqu?)\w+ (?:mi|este) (?:numero|telefono|nombre)\b|\bde (?:la|su) lista\b/,
];

/** "Don't stop", "don't unsubscribe me": the opposite. */
export const negated =
  /\b(?:do not|dont|never|didnt|did not|wont|will not|cant|cannot|why (?:did|would|should) (?:i|you)) (?:want to |wanna |please |ever )?(?:stop|unsubscribe|opt ?out|remove me|take me off|quit)\b/;

/** The writer is somebody else, or says they do not own the property. */
export const wrongPersonPatterns: RegExp[] = [
  /\bwrong (?:numbers?|num|nbr|person|people|phone|guy|lady|man|woman|party|contact|owner|family)\b|(?:^|\. )wrong(?: ?\.| one)?$/,
  /\byou(?:ve| have|ve got| got| reached| texted| called| must have| are texting| are calling)? (?:got |reached |texted |called |dialed )?(?:the |a )?(?:wrong|incorrect)\b/,
  /\b(?:not|isnt|aint) (?:the )?(?:right|correct) (?:number|person|owner|contact|phone|guy|lady|one)\b/,
  /\b(?:not|isnt|aint) (?:his|her|their) (?:number|phone|cell)\b/,
  /\b(?:i am not|im not|we are not|were not|no longer|aint|never was|never been|not) (?:the |an |that |this )?(?:homeowner|home owner|owner|property owner|owners|landlord)\b/,
  /\b(?:do not|dont|does not|doesnt|never|no longer|didnt|did not|aint|not) (?:even |actually |currently |personally )?(?:own|owned|owning)\b(?! (?:it |the \w+ )?(?:outright|free and clear|alone|by myself|yet))/,
  /\b(?:do not|dont|no longer|never) (?:have|had) (?:a|an|any|that|this|such|the|no) (?:\w+ )?(?:property|properties|house|home|land|lot|real estate)\b(?! (?:list|apprais|inspect|insur|warrant|loan|tax)\w*)/,
  new RegExp(`\\b(?:not|isnt|aint|never was|no longer|wasnt) (?:my|our) (?:${estate})(?: anymore)? ?(?:$|\\.)`),
  /\b(?:not|isnt|aint|never was|no longer|wasnt) (?:mine|ours)\b/,
  /\b(?:no ?one|nobody|noone|no person)(?: \w+){0,3} (?:(?:by|with|of|has) (?:that|this) name|named \w+|called \w+)\b/,
  /\b(?:do not|dont|never) (?:know|heard of|recognize)(?: \w+){0,4} (?:that|this) (?:name|person|property|house|address|guy|lady)\b/,
  /\b(?:do not|dont) know (?:who (?:that|this|he|she) is|(?:him|her|them) ?(?:$|\.)|who you(?:re| are) (?:looking for|talking about|trying to reach))/,
  /\b(?:he|she|they|that person|this person|\w+) (?:does not|doesnt|do not|dont|no longer) (?:lives?|stays?|works?) (?:here|at this|there)\b/,
  /\b(?:i am|im|we are|were) (?:just |only )?(?:a |the |an )?(?:tenants?|renters?)\b|\b(?:i|we) (?:just |only )?rent (?:here|this|it) ?(?:$|\.)/,
  /\b(?:i|we)(?: have|ve)? (?:already |just |recently )?sold (?:it|(?:that|this|the|my|our)(?: (?:property|house|home|place|one|land|lot))?) (?:already|last|years|months|a (?:year|while|month)|\w+ (?:years|months|weeks) ago|in (?:19|20)\d\d|back in|long ago|\d+ (?:years|months))/,
  /\b(?:have|got|had) (?:me|us) (?:confused|mixed up|mistaken)\b|\bmistaken (?:me|identity)\b/,
  /\b(?:previous|prior|former|old) owner of (?:this|the) (?:number|phone)\b|\b(?:this is|its) (?:a|my) new (?:number|phone)\b/,
  /(?:^|\. )(?:thats |that is |this is |its )?not me(?: ?\.)?(?:$| )/,
  /\b(?:numero|persona) equivocad[oa]s?\b/,
];
/** Told by the capital letter of the name, so over the text as written. */
export const otherNamePatterns: RegExp[] = [
  /\b(?:[Tt]his|[Tt]hat|[Ii]t)(?:\s+is\s+not|\s+isn['’]?t|['’]s\s+not|\s+ain['’]?t)\s+(?:Mr\.?|Mrs\.?|Ms\.?|[A-Z][a-z]+)/,
  /\bI(?:['’]m|\s+am)\s+not\s+(?:Mr\.?|Mrs\.?|Ms\.?|[A-Z][a-z]+)\b/,
  /\b(?:[Dd]on['’]?t|[Dd]o not)\s+know\s+(?:a|any|anyone named|anybody named|who)\s+[A-Z][a-z]+/,
  /\b(?:[Nn]o|[Nn]ot an?y?)\s+[A-Z][a-z]+\s+(?:here|at this number|lives here)\b/,
];

/** Something else is called off: an appointment, the deal. */
export const cancelsSomething = /\b(?:cancel|canceling|cancelling)(?: (?!at|by|by|if|or|and|is|was|\.)\w+)/;
