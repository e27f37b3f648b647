"""English words that carry no topic of their own in a question to a medical reference."""

_SMALL = """
    a about above after again against all am an and any are aren as at be because been before being below between both but by can cannot
    could couldn d did didn do does doesn doing don down during each either else ever every few for from further get gets got had hadn has
    hasn have haven having he her here hers herself him himself his how i if in into is isn it its itself just ll m may me might mine more
    most much must my myself no nor not of off on once one only or other our ours ourselves out over own per please re s same shall she
    should shouldn so some such t than that the their theirs them themselves then there these they this those through to too under until up
    upon us ve very via was wasn we were weren what when where whether which while who whom whose why will with without won would wouldn yes
    you your yours yourself yourselves
"""

_NEUTRAL = """
    accident accidentally address addressed africa african america argh auntie aunty australia australian aww bangladesh bcos bcoz bcuz
    bestie bil bin bless bub bubba canada canadian clueless component components confused confusing cos coz cuz dd desperate desperately
    dh dil dp ds dubai dumb dun dw eek england fil filipino following forum forums ftm ghana ghanaian god gran grandad granddad
    granddaughter grandma grandpa grandparent grandparents grandson granny gud hubs hugged hugs india indian inlaw inlaws ireland irish
    jamaica jamaican kenya kenyan lo london lovely lurker malaysia mamas mistake mommas nephew niece nieces nigeria nigerian
    pakistan pakistani philippines phone phoned post posted posts pray prayers praying puzzled rang rant reddit rly roommate rush rushed
    rushing scotland scottish shant sigh sil silly singapore statement stepdad stepmom stepmum stepson stm stupid supports teen thanku
    tho thread thru tia ttm ty u ugh ur vent wales wat welsh wen wont worrier wot wut xoxo xx xxx yay zealand
    advice boyfriends childcare daddy darling dear devastated doc docs fella fiance fiancee frightened gutted heartbroken hun hubby lads luv mam mama
    mammy mil missus momma mommy mums mummy nan nana newbie obgyn ob petrified plss reassurance sis sister sisters sos thankyou thx toddler upset ward
    abilities ability achieve achieved achieves achieving action actions adequate adequately adjust allegedly altogether anon apparent
    appreciate appreciated appreciates appreciating apprentice apprenticeship argue argued arguing argument assure assured assuring ati
    attempt attempted attempting attempts attend attended attending attends attention attitude aunties automatic award awkward babybump
    babycenter babycentre baffled baffling beautiful behalf behave bff billion bizarre blimey blog bloggers blogs buddy capable capacity
    categories category century chatgpt christ clerkship clever clip closer communicate communication confident confuse confuses
    confusion contrary convenient convention conversation convince convinced convincing convo coursework coworker coworkers crikey
    crisis curiosity deal dealing deals dealt debate declare declared deeply deliberate deliberately demand demands deserve deserved
    deserves desperation determine determined determines determining devastating devastation devote devoted direct directed direction
    disaster dislike dismissed dismissive dissertation distinct distinguish distraught disturb disturbing doubtful dozens drastic drawn
    dream dreams drew educational efficient eldest embarrass embarrassed embarrassing emphasis encounter encountered encourage
    encouraged encourages encouraging enormous entitled essayist establish established establishes expert experts explicit express
    expressed extend extended extension face faced facing faith famous fancy farther fashion fate fear feared fears feasible fellow
    fianc finals firstborn fobbed forties fortune fraction freaked freaking freedom fundamental fwiw gain gals gap gather genuine
    genuinely gibberish gladly gobbledygook gosh graduate grand grandfather grateful ground habit habits handout handouts handwriting
    handy happily hate hated hates heartache heck hell hellish hellooo helpp hesi heyy hidden hiii homework hopeless hubbie human hurry
    imagination imho immediate implied implies imply impression inclined indeed independent independently influence influences initials
    innocent insist insisted insists insta instant instantly institution intelligent intend intended intending intends
    intention interest interests introduce introduced introduces introduction invite invited inviting jargon jesus journey joy justified
    justify keen knowledge latter lecturing lifetime limbo lingo literature lived lmk location logic logical lord lucky luvs mad
    mamma matching mate mates meaningful meaningless mentality mentor mere merely mess midnight mile miles million millions minded
    minding mislead misleading mistaken misunderstanding mock mocks mode mood moral mumma mummas mumsnet naive nanna nanny nasty
    nclex nearby necessarily necessity neighbors neighbours nervous nervously nervy netmums newby ngl nicer nicest
    nonsense numerous objections obsessed obsessing obtain obtained obtaining occasion occasional officer official omfg
    opportunities opportunity oppose opposed opposite ordinary osce osces outside overwhelmed overwhelming owe owing pal pals panic
    panicky parallel paranoid path pattern patterns peace peculiar perfectly permission permit permits permitted persuade persuaded
    phenomenon philosophy phrased pleasant pleased pleaseee plsss positive possession
    power powerful preceptor preferable preferably preference presence preserve presume prime primitive principle principles project
    property proposal propose proposed prospect pure purely puzzle puzzling quality quarter quarters quizlet react readily reality
    recall recognition redditors reflect reflected reflects regard regarded regards regret regrets regulations relevance reluctant
    reminded reminding reminds remote represent representation represented representing represents requirement requirements resolution
    resource resources respect respected respects respond responding responds revising ridiculous road rollercoaster rookie ruin ruined
    ruining sake sample satisfied satisfy satisfying saunders scenario scenarios scene scheme schools science sciences scientific
    scribble scribbled secondly security seminar seminars sensible sensibly sequence sequences session sessions settle settled shame
    shattered shrug shrugged shrugging shrugs sight significance significant significantly skill skills smile smooth smoothly social
    society sold solely solve solved solves solving soo sooo soooo sophisticated sought speech spend spending spends spent spirit spite
    square standard standards stem stems stood street struck style submit subreddit substantial succeed sudden suffer suffered suffering
    suffers suffice sufficient sufficiently suitably superior supplied supplies surface surprise surprised surprises survey suspicious
    syllabus symbol target task tasks tbf technical tedious temporarily terribly theoretical theory thereby thirties thnx
    thousand thousands throwaway titles tldr tnx touchwood town traditional trained trainee training trap trapped trawling trivial
    truthfully tutors twenties tysm ugly ultimate unacceptable unfortunate unhappy unique universal unlikely unlimited
    unnecessarily unpleasant unreasonable unsuitable unwanted upsets upsetting utterly valid value values variation varied varies
    variety vary varying vast vice vid vids virtually vision vital waffle waffled whatsapp wiki wild willing wise workmate
    worksheet world worlds worthy writer wtf xo yall
    arrange arranged arranging blaming chatted contributory crossed earth exams exist existed exists flashcard flashcards girlfriends
    goodness grandmother grandmothers gutting judge judged mysterious mystery nature nightmare nightmares panicked panicking pointer
    pointers posting promise promised promises rationale rationales remarkable rotation rotations scouring secret shocked shocking
    strange supposedly underlying unlucky usefully viva vivas wonder wondered wondering worded wording
    silence queue wedding laughed laugh fainted swears delighted cushion cushions dreadful eyebrows enumerate enlist tabulate
    basement blooming botched flipping hen pairs trivia trousers
    gday marks
    abbreviated abbreviation abbreviations able absolute absolutely accept acceptable accepted accepting accepts according accordingly
    acronym acronyms across act acted acting acts actual actually add added adding additional additionally adds admit admits admitted
    admitting adult adults advise advised advises advising afaik affect affected affecting affects afraid afternoon afterward afterwards
    ages ago agree agreed agreeing agrees ah aim aimed aiming aims aint aka alarming allow allowed allowing allows allright almost alone
    along alongside aloud already alright also although always amazing american among amongst amount amounts angry annoying another answer
    answerable answered answering answers anxious anybody anyhow anymore anyone anyplace anything anytime anyway anywhere apart app
    apparently appear appeared appearing appears application approach appropriate area arent around article articles asap aside ask asked
    asking asks assignment assignments assume assumed assumes assuming aunt automatically available aware away awesome awful awhile backward
    backwards bad barely basic basically basics became become becomes becoming beforehand began begin beginner beginners beginning begins
    begun behind belief beliefs believe believed believes believing beneath beside besides best better beyond big bigger biggest bit bits
    bkg bloke boss bother bothered bothering bothers bound boy boyfriend brief briefly brilliant bring bringing brings british brother
    brothers brought btw bunch busy bye call called calling calls came cant case cases certain certainly change changed changes changing
    chapter chat chats chatting cheat cheatsheet cheers choice choose chooses choosing chose chosen circumstance circumstances cite cited
    cites citing claim claimed claiming claims clarified clarifies clarify clarifying class classes classroom clear clearly click clicked
    clicking clicks client clients colleague colleagues college come comes coming commonly comparatively compare compared compares comparing
    comparison completely complex complicated concept concepts concern concerned concerning concerns concise concisely conclusion condition
    conditions confirm confirmed confirming confirms consequently consider considered considering constantly contact contacted contacting
    contacts context continually continue continued continues continuing contrast cope coping correctly couldnt couple course courses cousin
    curious current currently daily dare data day days deadline decent decide decided decides deciding decision decisions defined defines
    defining definitely degree describe described describes describing description despite detail detailed details didnt differ differed
    difference differences different differently differing differs directly discuss discussed discusses discussing ditto doesnt done dont
    doubt doubted doubting doubts downward dozen due dunno easier easiest easily easy effect effects eg eight eighteen eighth eighty eleven
    elsewhere email emailed emailing emails encyclopaedia encyclopedia english enjoy enjoyed enjoying enjoys enough ensure ensured ensures
    ensuring entire entirely equal equally equivalent especially essay essays essential essentially essentials estimate estimated estimates
    estimating etc even evening evenings event events eventually everybody everyday everyone everything everytime everywhere evidently exact
    exactly example examples excellent except excluding excuse excused excuses excusing expect expected expecting expects experience
    experiences explain explained explaining explains explanation explanations extent extremely fact facts fair fairly false familiar feel
    feeling feelings feels felt fewer fewest fifteen fifth fifty figure figured figures final finally find finding finds fine finish
    finished finishes finishing first five folk folks forever forget forgetting forgot forgotten form formally formerly forms forth
    fortnight fortnightly fortnights fortunately forty forward forwards found four fourteen fourth frankly free friday friend friends frustrating
    fully function fundamentally fundamentals furthermore future fyi gave general generally gently getting gimme girl girlfriend girls give given
    gives giving glad glossary go goal goes going gone gonna good goodbye google googled googling gotta gotten gradually granted great greatly
    group groups guess guessed guesses guessing guide guideline guidelines guy guys hadnt happen happened happening happens happy hardly
    hasnt havent heading hear heard hearing hears hello help helped helpful helping helps hence heres hes hey hi highly hiya hmm honest
    honestly hope hoped hopefully hopes hoping horrible hour hourly hours however hows huge hundred husband husbands id idea ideas identical
    identified identifies identify identifying idk ie iirc ill im imagine imagined imagines imagining immediately imo impact important
    impossible include included includes including incorrect indirectly individually info inform informally information initial initially
    innit instance instead instruction instructions instructor interested interesting internet intro involve involved involves involving
    irrelevant isnt issue issues itd itll ive junior keep keeping keeps kept key kind kinda kindly kinds knew know knowing known knows
    ladies lady language large largely larger largest lately later layman laypeople layperson lead leading leads leaflet leaflets learn
    learned learner learning learns learnt least leave leaves leaving lecture lecturer lectures led left lemme lengthy less lesson lessons
    lest let lets letting level levels like liked likes likewise liking limit line lines list listed listing lists literally little lol
    lonely look looked looking looks lot lots love luckily ma madam made main mainly major make makes making man many matter mattered
    mattering matters max maximum maybe mcq mcqs mean meaning means meant meantime meanwhile meet member members memorise memorised memorize
    memorized men mention mentioned mentioning mentions menu message messaged messages messaging method methods midway midwifery min mind
    minds minimum minor minus minute minutes misunderstand misunderstands misunderstood modern module moment moments monday month monthly
    months moreover morning mornings mostly mr mrs ms multip mustnt myth myths name named names naming nb near nearly necessary need needed
    needing neednt needs neighbor neighbour neither neutral never nevertheless new newer newest next nice night nights nine nineteen ninety
    ninth nobody none nonetheless noone nope normal normally note noted notes nothing notice noticed notices noticing noting notion now
    nowadays nowhere numbers nurse nurses nursing object objective objectives obvious obviously occasionally occur occurred occurring occurs
    offer offered offering offers office officially often oh ok okay old older oldest omg oneself online onto onward onwards opinion
    opinions optional original originally others otherwise ought outline outlined outlines outlining overall overnight overview page pages
    pair paragraph paragraphs pardon part partial particular particularly partly partner partners parts patient patients people perfect
    perhaps person personally phase phrase phrases piece place places plain plainly plan planned planning plans plenty pls plus plz point
    pointed pointing points politely poor possibilities possibility possible possibly potential potentially practically practice practiced
    practices practicing practise practised practises practising precise precisely prefer preferred preferring prefers prepare prepared
    prepares preparing present presentation presentations presumably pretty previously primarily primip privately probable probably process
    professor pronto proper properly provide provided provides providing ps public publicly pupil pupils purpose purposes put puts putting
    quantity queried queries query querying question questioned questioning questions quick quickly quite quiz quizzed quizzes quizzing
    quote quoted quotes quoting random range rapid rarely rather read reader readers reading reads ready real realise realised realises
    realising realize realized realizes realizing really reason reasonable reasons reassure reassured reassures reassuring recap recaps
    receive received receives receiving recent recently reckon reckoned reckons recognise recognize recommend recommendation recommendations
    recommended recommending recommends refer referred referring refers refuse refused refuses refusing regarding regardless relate related
    relates relating relation relationship relatively relevant remain remained remaining remains remember remembered remembering remembers
    remind repeat repeated repeatedly repeating repeats replied replies reply replying report reported reportedly reporting reports request
    requested requesting requests require required requires requiring resident respectfully respectively response result resulted resulting
    results review revise revision right role rule rules sad sadly said saturday saw say saying says scale scare scared scares scaring scary
    school search searched searches searching seconds section sections see seeing seek seeking seem seemed seeming seems seen sees seldom
    self send sending sends senior sent sentence sentences separately seriously set sets setting seven seventeen seventh seventy several
    share shes shouldnt show showed showing shown shows similar similarities similarity similarly simple simpler simplified simplifies
    simplify simplifying simply since sincere sincerely sir site situation situations six sixth sixty size slide slides slideshow slightly
    slow slowly somebody someday somehow someone someplace something sometime sometimes somewhat somewhere soon sooner sorry sort sorta
    speak speaking speaks special specific specifically specified specifies specify specifying spoke spoken spouse staff start started
    starting starts state status stay stayed staying stays step steps still stories story straightaway straightforward strongly student
    students studied studies study studying subject subjects suddenly suggest suggested suggesting suggestion suggestions suggests summaries
    summarise summarised summarises summarising summarize summarized summarizes summarizing summary sunday suppose supposed supposes
    supposing sure surely surprising suspect suspected suspecting suspects suspicion system ta take taken takes taking talk talked talking
    talks taught tbh teach teacher teachers teaches teaching team teams technically tell telling tells ten tenth terminology terrible
    terrified text textbook texted texting texts thank thanked thanking thanks thats theme thereafter therefore theres theyd theyll theyre
    theyve thing things think thinking thinks thirteen thirty thorough thoroughly though thought thoughts three thrice throughout thursday
    thus thx till time times tip tips title today together told tomorrow tonight took topic topics total totally toward towards translate
    tried tries true truly truth try trying tuesday turn turned turning turns tutor tutorial tutorials twenty twice two type typed types
    typical typically typing uk ultimately um unable unavailable unaware uncertain uncle underneath understand understanding understands
    understood unfair unfortunately unhelpful university unless unlike unnecessary unsure urgent usa usage use used useful useless user
    users uses using usual usually utmost various verbally versus view viewed viewing views vs wait waited waiting waits wanna want wanted
    wanting wants wasnt way ways web website wednesday weekend welcome welcomed welcomes welcoming well went werent weve whatever whats
    whatsoever whenever whens whereas wheres wherever whichever whilst whoever whole wholly whos whys wife wikipedia wish wished wishes
    wishing within wives woman women word words work worked working works worried worries worry worrying worse worst worth worthwhile
    wouldnt write writes writing written wrongly wrote yeah year yearly years yep yesterday yet youd youll young younger youngest youre
    youve zero
"""

_GENERIC = """
    babies baby child children consultant consultants doc docs doctor doctors dr gp gynae gyn midwife midwives mom mother mothers mum nurse
    nurses ob obgyn obstetrician physician pregnancies pregnancy pregnant
    provider providers woman women
"""

_FILLER = """
    answer anticipate applies apply appropriate best cardinal characteristic chief classic common commonest commonly correct expected first
    following hallmark ideally important indicates initial key likely main major most performed placed primary principal priority response
    select statement statements stem typical understanding weekly
"""

SMALL = frozenset(_SMALL.split())
"""Function words: they count for how a question is asked, never for what it is about."""

NEUTRAL = frozenset(_NEUTRAL.split())
"""Common words: they need not stand in a passage, and nothing about a query is foreign because of them."""

GENERIC = frozenset(_GENERIC.split())
"""Words that could stand in any question about a pregnancy: who asks, who is asked."""

FILLER = frozenset(_FILLER.split())
"""Words that qualify what is asked for (the primary cause, common signs, select all that apply): beside other words they are not asked for."""

PARTICLES = frozenset({"apart", "away", "down", "in", "off", "out", "up"})
"""Words that belong to the verb before them, also when its object stands between: take the stitch out."""
