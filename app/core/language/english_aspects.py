"""What an English question can ask about something, told by headings: the words that tell it, in a question and in the text that answers it.

Each aspect has phrases, parted by commas. The headings of nearly every medical article tell these; what is told, if at all, in a sentence stands in
`english_told` and `english_life`.

A phrase is chosen to stand seldom in a question that asks for something else. Phrases are compared as stems, and some stems collide: "shower" and
"show", "numb" and "number", "weekly" and "weeks", "earliest" and "early" are the same. Such a word stands only with others beside it. So do the words
of a story ("my job", "my twins"), and words that name a topic of their own.
"""

HEADED = {
    "": """
        fibroid removed, fibroids removed, polyp removed, polyps removed, cells removed, cone removed, tissue removed, cyst removed,
        had removed, removed last, removed years, removed a year, removed two years, removed before, removed from my womb, taken out
        years, taken out last, taken out before, diagnosed with, been diagnosed, was diagnosed, nursing diagnosis, nursing
        diagnoses, no treatment, after treatment, found out i, just found out, found out that, found out my, because i, because my,
        because we, because she, because her, because they, at my scan, had a scan, after my scan, at my last scan, at the last
        scan, week scan, what does my doctor mean, you can help, can anyone help, first time, this time, next time, every time, each
        time, last time, all the time, over time, at the time, at this time, at that time, hard time, long time, by the time, in
        time, please help, pls help, plz help, help please, can you help, you help me, could you help, help me understand, help me
        with, need help with, any help, help appreciated, help me out, percent, for my job, in my job, at my job, my job is, my job
        involves, job as a, i drive a lot, i drive for, i walk a lot, while walking, was walking, when i walk, whenever i walk, when
        walking, after walking, while driving, was driving, before trying for, before we try for, before i try for, before you try
        for, before trying again, before trying to, dose it, dose the, dose this, dose my, dose a, dose having, sister in law,
        mother in law, daughter in law, brother in law, father in law, son in law, on holiday, on vacation, i keep crying, i am
        crying, i'm crying, can't stop crying, i have anxiety, my anxiety, after eating, when i eat, while eating, prophylactic,
        never smoked, don't smoke, didn't smoke, do not smoke, took my vitamins, took all my vitamins, i don't drink, never drank,
        eat well, ate well, ate healthy, eat healthy, exercised, did everything right, discharge teaching, discharge planning,
        patient teaching, client teaching, client education, patient education, why … given, why … give, why … giving, why … put,
        why … prescribed, why … prescribe, why … offered, why … offer, why … recommend, why … used, why … use, why … need, why …
        want, why … told to, why do i have to, why do we have to, why does she have to, why am i on, why was i on, what does it
        mean, what does that mean, what does this mean, what can it mean, what could it mean, what would it mean, mean you, mean i,
        mean we, mean she, mean that i, mean that you, mean that she, what for, what are they for, what is it for, what is that for,
        what … reply, what … response, best response, best reply, which response, which reply, why must i, why bother with, part …
        removed, piece … removed, half … removed, most … removed, some … removed, bit … removed, bits … removed, chunk … removed,
        slice … removed, cervix removed, cervix was removed, removed part, removed some, removed a, removed half, removed a bit,
        part … taken out, bit … taken out, chunk … taken out, piece … taken out, cells … taken out, cone … taken out, cells …
        removed, some … taken out, part … cut out, cells … cut out, baby in nicu, was in nicu, been in nicu, ended up in nicu, end
        up in nicu, went to nicu, is in nicu, into labor early, into labor too early, into labor too soon, into preterm labor, into
        premature labor, go into early labor, scans every two weeks, scan every two weeks, scanned every two weeks, scan me every
        two weeks, scans every week, scan every week, scanned every week, scan me every week, scans every other week, scan every
        other week, scanned every other week, scans every fortnight, scan every fortnight, scan me every fortnight, scanned
        fortnightly, fortnightly scans, told me to go home, go home and rest, go home and lie, go home and put, sent home to rest,
        sent home to lie, sent me home to rest, sent me home to lie, sent home on, sent me home on, my sister had it, in the room,
        didn't survive, did not survive, didnt survive, not survive, fertility clinic, to keep me in, keep me in, at the fertility,
        vacuum delivery, used a vacuum, vacuum and, the vacuum, with a vacuum, had an early, fall pregnant again, i fall pregnant,
        before i fall, weeks, normal, at bedtime to, inside at bedtime, inside at night, every night to, baby weigh less, baby weigh
        little, babies weigh less, weigh less, because of my cervix, because of a cervix, early babies have, at 15 weeks, normal,
        how well my cervix, how well does my cervix, how well the cervix, what is the point, what's the point, whats the point, the
        point of it, what use is, what's the use, what good is, which one of these, everything together, is it everything, on
        tiktok, just tiktok, saw on tiktok, tiktok rubbish, no one in, anyone in, put one in, supposed to be done, is supposed to
        do, are supposed to do, supposed to do for, christmas by the looks, but at, who is right, who's right, whos right, who is
        wrong, which is right, which one is right, how long the cervix, how long your cervix, how long it is in, short from long,
        long the cervix is, how long the neck, do it again and again, again and again, what use is that, early baby, an early baby,
        going to cope, will it cope, how long is a piece of string, piece of string, before i drive, drive forty, drive an hour, two
        hours drive, hours drive, long drive, early babies suffer, early babies, who is pregnant, bend back, bends back, bend
        backwards, what is the significance, what's the significance, significance of, relevance of, importance of, what is the
        importance, the role of, what is the role, progesterone strengthen, medicine strengthen, hormone strengthen, does it mean
        something, does this mean something, does that mean something, before i pay, before he pays, goes and pays, before we pay,
        meant to be doing, is meant to do, meant to do for, meant to do to, supposed to achieve, i asked what to expect, out of
        pocket for a specialist, pay out of pocket for
    """,
    "definition": """
        what is, what are, what does, mean, medical term, same thing as, same thing or, are they the same, two different diagnoses,
        another name, other name, called, what's, define, definition, mean by, what kind of, explain, description, describe,
        overview, pathophysiology, how does it work, how do they work, how it works, how does this work, how does the stitch work, how does a
        stitch work, stand for, short for, meant by, another word for, other word for, known as, defined as, in simple
        terms, in simple words, in plain english, in plain words, in layman's terms, layman's terms, eli5, for dummies, medical
        name, proper name, what happens to the cervix, what is going on, what is happening, what actually happens, what happens in,
        what exactly is, meaning of, what exactly do they do, what do they actually do, what does it involve, most likely diagnosis,
        likely diagnosis, probable diagnosis, possible diagnosis, which diagnosis, what diagnosis, what is the diagnosis, which
        condition, what condition, which disorder, which complication is present, what is involved, what does the operation involve,
        how is it done, how do they do it, how do they put, what is happening inside, what's happening inside, going on inside,
        going on in my body, going on with my cervix, wrong with my cervix, wrong with me, what's wrong with, what is wrong with,
        give a definition, meant when, what they mean, do they mean, does he mean, does she mean, does my doctor mean, does the
        doctor mean, what does the term, what does the word, what does that word, explain it, explain this, explain what, explain to
        me, explain to a, tell me about, tell me what, tell us about, what do you understand by, discuss, what sort of condition,
        what sort of problem, what type of problem, in easy words, in easy english, in everyday words, in normal english, in simple
        english, in basic terms, eli 5, on earth is, what on earth, the hell is, what the hell, the heck is, what's that called,
        what is that called, what is it called, whats it called, never heard of, how call it, how do you call, how is it called, how
        to call, call it in english, name of this sickness, name of this illness, name of this condition, name for this, name for
        it, called in english, what happens in the body, happens in the body, happening in the body, same as, the same as, what is
        that, what are those, what are these, what's that, whats that, wots that, name of that, the name of that, name for that,
        called that
    """,
    "cause": """
        cause, why, reason, due to, because, leads to, led to, etiology, bring on, come from, to blame, my fault, risk factor, risk,
        at risk, high risk, greatest risk, risk for, raise the risk, increase the risk, increase the risk of, increase risk,
        increase risk of, higher risk of, raise the risk of, predispose, who gets, who is, likely to get, likely to have, most
        likely to, more likely, prone, chances of getting, linked, contribute, associated with, result of, genetic, affect my
        cervix, damage, weaken, how did this happen, anything to do with, make you, matters, could it be, could that be, was it the,
        end up with, down to, is it because, was it because, is that because, is this because, how come, what makes, what made,
        brought on, brought this on, bring this on, trigger, contributing factor, culprit, responsible for, root cause, who is at
        risk, who is at higher risk, who develops, who does it affect, who does this affect, who does it happen to, who does this
        happen to, whose fault, something i did, anything i did, did i do something, did i do this, predisposition, susceptible,
        vulnerable, raise my risk, increase my risk, increase the chance, increase my chances, raise the chance, risk go up, set me
        up for, stem from, attributed to, what led to, how do you get, how does it start, how does it happen, how does this happen,
        how did it happen, who can get, family history of, tell me why, did i cause, cause of it, what caused, the reason, make it
        happen, made it happen, make this happen, made this happen, hurt my chances, harm my chances, affect my chances, ruin my
        chances, how did i get, how did she get, how did you get, how do people get, how do women get, how does someone get, how
        does one get, how do i get it, gives you, gave me, did this to me, did this to us, did it to me, anything we did, something
        we did, something she did, anything she did, did we do something, did she do something, did my body do, done wrong, do
        wrong, come about, came about, comes about, brings it about, brings this about, bring it about, who should worry, what leads
        to, what lead to, what would make, what could make, what can make, what might make, what could have made, what is
        responsible, underlying cause, underlying reason, contributory, deserve this, deserve it, do to deserve, how did … come,
        what sort of women, what kind of women, what type of women, which women, which client is, which patient is, which clients
        are, which patients are, which factors, what factors, which factor, what factor, which history, why me, how did this, how
        did that, how has this, is to blame, what went wrong, where did it come, where does it come, where did this come, what is
        behind, what's behind, what lies behind, what is the underlying cause, risk fx, rfs, all of a sudden does, does it come
        from, would alert, alert the nurse, alerts the nurse, put me in the risk, puts me in the risk, in the risk group, belong to
        the risk, usual reason, usual cause, commonest cause, common cause, commonest reason, main cause, main reason
    """,
    "sign": """
        symptom, sign, feel like, warn, clue, how would i know, how do i know, know if i, how will i know, how do you know if, tell
        if i, notice, presents, feeling, look out for, watch for, watch out for, red flag, manifestation, clinical features,
        indicate, report to, to report, may report, suspect, characteristic of, how can i tell, how can you tell, how do you tell,
        how do i tell, how to tell if, can i tell if, can you tell if, can you feel, can i feel, could i feel, would i feel, will i
        feel, would i know, will i know, how to know if, know whether i, giveaway, tell tale, hints, alarm signs, clinical picture,
        subjective data, objective data, look out, be alert for, keep an eye on, keep an eye out, pay attention to, when should i
        worry, when to worry, when should i call, when to call, when should i go, when to go to, which finding, what finding,
        assessment finding, clinical finding, physical finding, ultrasound finding, finding would, finding should, finding
        indicates, expected finding, typical finding, to find on, feel anything, notice anything, feel nothing, which report,
        without knowing, opening and you, how can a woman, how can a mother, how can a person, how would … know, how will … know,
        how can … know, how can … tell, how could … tell, how would … tell, how did … know, how did … notice, how would … notice,
        can you spot, how to spot, how do you spot, how do i spot, how can i spot, how to recognize, how do i recognize, how do you
        recognize, how can i recognize, recognize it, make me suspicious, make you suspicious, be suspicious, suspicious of,
        features of, what are the features, the features, which feature, presenting features, how do women describe, how would …
        describe, how did you … out, what did you feel, did you feel, do you feel, do i feel, would you feel, does she feel, will
        she feel, what tells me, what would tell, what told you, gives it away, show itself, shows itself, present itself, presents
        itself, come with, comes with, supports this diagnosis, support this diagnosis, support the diagnosis, supports the
        diagnosis, consistent with, what would the client, what will the client, client complain, patient complain, client report,
        patient report, client would report, get any warning, any warning, warned you, warn you, anything to look, what to look,
        what to watch, what should … watch, things to watch, things to look, what should … notice, what else would tell, would tell
        you, what would you tell, else would tell, what would the woman, what would the patient, what would she tell, tell you
        typically, typically tell you, what will she tell, what would they tell, would the woman tell, sx, announce itself,
        announces itself, does it announce, is it usual to feel, feel nothing at all, felt nothing at all
    """,
    "test": """
        test, diagnose, diagnosis, diagnostic, detect, how do they know, find out, found out, pick up, screen, check for, checked,
        scan, assess, evaluate, measure, how do they tell, how they tell, how can they tell, how do doctors tell, confirm, rule out,
        exam, examination, ultrasound, work up, workup, identify, how is it found, decide if i, based on, proves you, how would they
        know, how will they know, how can they know, how they know, how do doctors know, how does a doctor know, how does the doctor
        know, how does my doctor know, how would a doctor know, how can a doctor tell, how can doctors tell, get checked, check if,
        investigate, imaging, sonogram, sonography, gold standard, show up on, see how, check how, feel how, seen on, visible on,
        catch it, caught early, catch this, can it be seen, be found, can they see, can doctors see, criteria, would they find, do
        they find, they find it, find a weak, find it early, how is it picked up, would it show, does it show up, show up, how do
        they work it out, work it out, work out if, work out whether, how does … know, how do midwives, how do nurses know, how do
        consultants, how do specialists, do they look for, looking for when, looking for on, looking at when, procedure for
        diagnosing, tell whether i have, decide whether i have, decide if you have, decide if she has, decide whether, be sure i
        have, be sure you have, be sure it is, be sure it's, know for sure, know for certain, for certain if, prove it, prove i
        have, prove you have, proof i have, proves i have, how is it seen, get looked at, tested for, be tested, get tested, which
        tool, what tool, diagnostic tool, what checks, which checks, what check, checks are done, checks do they, checks will, what
        do doctors look for, what do they look for, how do doctors work out, how do the doctors work, how will they work out, how do
        they work out, what else would they, diagnostic procedure, diagnostic procedures, diagnostic method, used to confirm, used
        to diagnose, used to detect, go about finding, finding out if, to be sure i have, to be sure it, to be certain, how dr will
        know, how doctor will know, how the doctor will, how doctors will know, which test must, how dr knows, establish that, would
        establish, make them say, makes them say, what would make them, how open you are, how open i am, how open she is, show how
        open
    """,
    "treatment": """
        treat, treatment, manage, therapy, cure, fix, fixable, remedy, intervention, option, what can be done, what can they do,
        what can i do, what can we do, anything i can do, anything they can do, anything that can be done, what to do, do about,
        what do they do, what will they do, what should i do, what should be done, plan of care, care plan, next step, helps,
        prolong, keep the baby in, hold the baby in, initial management, medicine, drug, save my baby, save the baby, still carry,
        can i have a baby, can i ever have a baby, ever have a baby, ever have kids, carry to term, full term, go to term, make it
        to term, carry a baby, carry a pregnancy to term, healthy baby, healthy pregnancy, keep this baby, keep the pregnancy, stay
        pregnant, make it better, what could be done, what is done for, what is done about, what gets done, anything to be done,
        anything doctors can do, what can doctors do, what do doctors do, what would they do, what could they do, how do they help,
        be done about, be done for, what are my choices, what now, what happens now, what happens next, nursing action, nursing
        care, nursing measure, priority action, which action, first line, repair, solution, deal with it, save the pregnancy, save
        this pregnancy, save my pregnancy, hold the pregnancy, hold on to the baby, keep the baby inside, keep my baby in, keep her
        in, keep him in, deliver a healthy, ever carry, carry another, can i still have, have another baby, able to have a baby,
        able to carry, correct it, be corrected, correct this, correct the problem, besides surgery, other than surgery, instead of
        surgery, without surgery, non surgical, nonsurgical, keep the baby with, has anyone had a baby, had a baby after, is there
        hope, any hope, hope for us, going to do for me, do for me, what will happen to me now, help it, help me keep, what can they
        do for, what can i do for, what can we do for, what can be done for, what can be done about, what can they do about, what
        can i do about, what can we do about, what would the doctor do, what would a doctor do, what would doctors do, what will the
        doctor do, what will doctors do, what does the doctor do, what happens after, what should happen, how is it handled, how is
        this handled, how do they handle, how do doctors handle, what care, which care, care will i, keep this pregnancy going, keep
        the pregnancy going, keep my pregnancy going, keep me pregnant, hold this pregnancy, what did they do for, what did they do
        about, what did you do about, what did you have done, how did you manage, what did your doctor do, what's the best thing,
        what is the best thing, best thing to do, best thing for, which measure, which measures, nurse implement, nurse include,
        nurse perform, nurse plan, prepare the client for, prepares the client for, prepare the patient for, prepares the patient
        for, which procedure, what procedure, which surgery, what surgery, which operation, what operation, what are they going to
        do, what are they going to, what is going to be done, dont want an operation, dont want surgery, don't want an operation,
        don't want surgery, dont want the operation, don't want the operation, without an operation, without operation, without
        having surgery, not surgery, no surgery, avoid surgery, avoid an operation, anything other than surgery, other than an
        operation, besides an operation, anything to help, anything that helps, is there any help, any help for it, any help for
        this, can be helped, be helped, do to help, done to help, ways to help, what could help, what would help, what might help,
        what will help, what can help, save this baby, save our baby, can be saved, be saved, could be saved, the only way, to get
        to term, get to term, got to term, got you to term, reach term, what else is there, what else can, what else could they,
        what else do they, what other options, other options, anything else they, anything else apart, apart from the stitch, apart
        from a stitch, apart from surgery, instead of a stitch, instead of the stitch, besides a stitch, besides the stitch, other
        than a stitch, other than the stitch, won't stitch me, wont stitch me, can't have a stitch, cannot have a stitch, tx, mgmt,
        how to cure, cure it, what can i use for, use for it, save yours, save mine, save hers, do to save
    """,
    "prevention": """
        prevent, avoid, reduce the risk, lower the risk, reduce my risk, lower my risk, cut the risk, reduce the chance, lower the chance,
        stop it happening, stop this happening, stop it from, keep it from, so it does not happen, so it doesn't happen, prophylaxis,
        protect, can i do to prevent, so my cervix does not, so that i don't, stop my cervix, precaution, lessen the risk,
        minimize the risk, decrease the risk, decrease my risk, decrease the chance, reduce my chances, lower my chances, lower risk of,
        stop this from, keep this from, from happening, from happening again, stop it happening again, stop this happening again, so this
        does not happen, so this doesn't happen, so it won't happen, so it does not happen again, do differently, ward off, make sure it
        does not, make sure it doesn't, make sure this does not, make sure this doesn't, get ahead of, take beforehand, do
        beforehand, steps beforehand, done beforehand, women at risk do, can i stop it, can we stop it, how do i stop it, how do you
        stop it, how to stop it, stop it next time, stop this next time, stop that happening, next time round, next time around, not
        happen again, not to happen again, so it won't, so this won't, so that it doesn't, doesn't happen again, does not happen
        again, won't happen again, make sure it never, never happens again, never happen again, from coming back, stop it coming
        back, stopping it, stopping this from, keep myself safe, keep my baby safe, keep the next, protecting, what should i avoid,
        what to avoid, anything i should avoid, things to avoid, anything to avoid, going through this again, go through this again,
        go through it again, can it be avoided, could it have been avoided, have been avoided, have been prevented, be avoided,
        should not be doing, shouldn't be doing, shouldnt be doing, i should not do, i shouldn't do, i shouldnt do, what not to do,
        not supposed to do, should i not do, should i stop doing, what could we do, what could i do, look after my cervix, look
        after the cervix, take care of my cervix, does not go like this, go differently, from the very start, from the start so,
        must avoid, should avoid, i must avoid, not to harm, not harm, done differently, differently this time, differently next
        time, be different this time, who should we talk to, who should i talk to, who should we be talking, who should i be
        talking, before we try again, before i try again, before the next pregnancy, before my next pregnancy, before the next one,
        do before the next, before another pregnancy, before we have another, steer clear, stay clear of, keep away from, stay away
        from, should do beforehand, picked up early
    """,
    "consequence": """
        complication, consequence, what happens if, what happens when, what will happen, what could happen, what can happen, what
        might happen, happen to, outcome, danger, risks of, risks to, the risks, are there risks, any risks, risks associated, risks
        associated with, are there risks associated with, effects of, effects on, affect the baby, affect my baby, harm, prognosis,
        untreated, not treated, if left, just leave it, lead to, result in, ends in, bad for, serious, die, lose the baby, lose my
        baby, baby okay, baby ok, aftermath, repercussion, impact on, implication, hazard, what would happen, without treatment, if
        ignored, if i ignore, ignore it, left alone, left untreated, do nothing, what if nothing, life threatening, fatal, how bad
        is it, how bad is this, how bad can it, worst case, worst thing, worst that can, hurt the baby, hurt my baby, affect my
        pregnancy, affect the pregnancy, affect pregnancy, affect the fetus, affect a pregnancy, cause problems for, what problems,
        problems can it, problems does it, what is at stake, go wrong, lose the pregnancy, lose this pregnancy, lose this baby, lose
        another baby, what effect, effect does, effect will, any effect on, effects on the baby, effects it, isn't treated, isnt
        treated, not get treated, don't treat, if i don't, without being treated, biggest risk, main risk, main risks, biggest
        danger, life at risk, mother at risk, risk to the mother, risk to me, mother's life, my life, in danger, make me ill, make
        me sick, make me unwell, how serious, lose it, make me go into, make you go into, mean for, what does this mean for, what
        does that mean for, what does it mean for, what will it mean for, what would it mean for, is it bad, is this bad, is that
        bad, what problems can it, what problems does it, what problems will, what problems could, what problems might, kill the
        baby, kill my baby, kill me, is my baby at risk, is the baby at risk, baby at risk, put the baby at, puts the baby at, put
        my baby at, puts my baby at, will my baby be ok, will my baby be okay, will my baby be alright, will the baby be ok, going
        to be ok, going to be okay, going to be alright, be all right, baby be fine, be fine, do to the pregnancy, does it do to, do
        to the baby, do to my baby, do to my pregnancy, what could i expect, what is the outlook, what's the outlook, the outlook,
        end badly, ends badly, go badly, goes badly, turn out badly, could it end, can it end, will it end, end up losing, how it
        ends, if they do nothing, if we do nothing, if i do nothing, if nothing is done, if nobody does, if they don't do, if they
        dont do, if they leave it, if i leave it, if it is missed, if it's missed, dont bother with, don't bother with, just carry
        on, if i just carry on, if i refuse, what problems can it cause, what problems does it cause, what problems could it cause,
        which complication, which complications, what complication, complication is, complications is, at risk for which, be
        monitored for, monitor for which, monitor the client for, assess the client for which complication, if i dont treat, if i
        don't treat, if you don't treat, if we don't treat, what happen if, what happen when, isn't picked up, not picked up, isn't
        found, not found in time, missed and, or treated, end up with nothing, complications in, complications for, suffer from,
        suffer with, anything to fear, have to fear, to be afraid of, what are they afraid, what are they scared, the worst that
        could, worst that could come, come of it, could come of, come out of it
    """,
    "frequency": """
        how common, is it common, is this common, how rare, is it rare, how often does it, how many women, how many people, how many
        pregnancies, incidence, prevalence, percentage, statistics, stats, odds, how likely, how frequent, frequency, one in, out of
        100, rate of, proportion, epidemiology, number of women, what are the chances, how often does this, how unusual, how
        uncommon, is it unusual, is it uncommon, is this rare, is this unusual, how prevalent, how widespread, how many mothers, how
        many moms, how many mums, how many cases, how many patients, number of people, number of pregnancies, number of cases, what
        fraction, what share of, what is the likelihood, what is the chance, what is the probability, probability of, what are my
        chances, what are my odds, out of 1000, per 1000, chances of having, am i the only one, commonly does, what percent, which
        percent, percent of, percent chance, percent risk, how many percent, in percent, cervix common, insufficiency common,
        incompetence common, condition common, problem common, in how many, 1 in how many, chance of having, how many of us, how
        usual, do many women, do a lot of women, do lots of, many women get, many women have, many people get, anyone else have,
        anyone else with, anybody else have, how many others, happen a lot, happens a lot, happen often, happens often, seen often,
        see often, see it often, common or rare, rare or common, common or not, rare or not, one of few, one of the few, what are
        the odds, in a hundred, in a thousand, in every hundred, in every thousand, in 100, in 1000, in a million, a million, nearly
        everyone, does everyone, everyone with, how many actually, many actually have, how many have, how many mothers have, how
        many mums have, how many pregnant women, out of all
    """,
    "time": """
        when is, when do, when does, when are, when will, when would, when should, when can, what week, which week, how many weeks, how
        far along, how early, how late, how soon, at what point, what time, what stage, which trimester, what trimester, too late for,
        too early for, latest, best time, what month, which month, how many months pregnant, what gestation, which gestation, optimal
        time, ideal time, right time, at which point, too early to, too late to, is it too late, is it too early, how far into, as early
        as, earliest point, earliest week, earliest it, earliest they, timing of the procedure, timing of the stitch, timing of the
        operation, timing of surgery, timing of treatment, earliest you, too soon for, too soon to, when must, when must i, is it done,
        how far along do, how far gone, how late can, how early can, how soon can, when did you get, when did you have, when did
        yours, when will they, when would they, when do you normally, when do they normally, when do they usually, in which weeks,
        which weeks, what weeks, in which month, what stage of, missed the boat, at what gestation, is … too late, is … too early,
        am i too late, am i too early, left it too late, how many weeks do you have to be, at how many weeks, from how many weeks,
        normal time, usual time, right moment, best moment
    """,
}
"""Aspects that an article's headings and questions name. The first entry holds phrases that ask for nothing."""

EVIDENCE = {
    "duration": r"\b(?:for|lasts?|takes?|within) (?:about |up to |at least )?(?:\d\S*|an?|two|three|six) (?:minute|hour|day|week|month|year)s?\b",
    "amount": r"\d ?(?:mg|mcg|µg|ml)\b",
    "how often": r"\b(?:every (?:\w+ )?(?:hour|day|week|month)s?|weekly|monthly)\b",
    "cost": r"[$£€] ?\d",
    "norm": r"\d ?[cm]m\b",
    "size of risk": r"\d ?%|\b\d+ in \d+|\btimes (?:as|more)\b",
    "year": r"\b(?:19|20)\d\ds?\b",
    "week": r"\d\+?\d? weeks\b",
    "time": r"\d\+?\d? weeks\b",
    "frequency": r"\d ?%|\b\d+ in \d+",
}
"""Figures by which a text tells an aspect without naming it."""

BACK = {
    "consequence": "because, due to, caused by, down to, result of, anything to do with, attributed to, to blame",
    "": "linked, associated with, contribute",
}
"""Phrases that ask for a cause, by what they ask for when a topic stands before them and the subject after them: "is the bleeding because of it" """

TURNED = ("cause make", "cause", "consequence")
"""Verbs, what they ask for after "what", and what it asks for after the subject: what causes it, what it causes."""
